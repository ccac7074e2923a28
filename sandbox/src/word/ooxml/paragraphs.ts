import { ancestorNamed, childElements, childNamed, descendantsNamed, isElement, Vocabulary } from './xml.ts';

/** Text kept aside: deleted revisions, text boxes and their fallback drawings do not count as the body's text. */
const ASIDE = new Set(['del', 'moveFrom', 'txbxContent', 'Fallback', 'instrText', 'delText', 'pPr', 'rPr', 'sdtPr']);

export function bodyOf(document: Document): Element {
  const body = childNamed(document.documentElement, 'body');
  if (body) return body;
  const made = new Vocabulary(document).element('body');
  document.documentElement.appendChild(made);
  return made;
}

/** The paragraphs inside a body or a control, in reading order, tables included. */
export function paragraphsIn(root: Element): Element[] {
  if (root.localName === 'p') return [root];
  return descendantsNamed(root, 'p').filter(
    (p) => p.namespaceURI === root.namespaceURI && !ancestorNamed(p, 'txbxContent') && !ancestorNamed(p, 'Fallback'),
  );
}

export function textOf(node: Element): string {
  if (ASIDE.has(node.localName)) return '';
  if (node.localName === 't') return node.textContent ?? '';
  if (node.localName === 'tab') return '\t';
  if (node.localName === 'br' || node.localName === 'cr') return '\v';
  if (node.localName === 'noBreakHyphen') return '‑';
  return childElements(node).map(textOf).join('');
}

/** Word's own convention: paragraphs are joined by a carriage return in `text`. */
export function bodyText(root: Element): string {
  return paragraphsIn(root)
    .map((p) => textOf(p))
    .join('\r');
}

export function makeRun(words: Vocabulary, text: string, properties?: Element): Element {
  const run = words.element('r');
  if (properties) run.appendChild(properties.cloneNode(true));
  for (const [index, line] of text.split(/\v|\r\n|\n|\r/).entries()) {
    if (index > 0) run.appendChild(words.element('br'));
    const t = words.element('t');
    t.setAttribute('xml:space', 'preserve');
    t.appendChild(words.document.createTextNode(withoutControlCharacters(line)));
    run.appendChild(t);
  }
  return run;
}

function withoutControlCharacters(text: string): string {
  return Array.from(text)
    .filter((character) => character === '\t' || character >= ' ')
    .join('');
}

export function makeParagraph(words: Vocabulary, text: string): Element {
  return words.element('p', {}, text === '' ? [] : [makeRun(words, text)]);
}

/** Puts a paragraph first or last in a body, a cell or a control; the section's own properties stay last. */
export function insertParagraph(root: Element, text: string, where: 'Start' | 'End'): Element {
  const words = new Vocabulary(documentOf(root));
  const paragraph = makeParagraph(words, text);
  const children = childElements(root);
  const anchor = where === 'Start' ? children[0] : children.find((child) => child.localName === 'sectPr');
  root.insertBefore(paragraph, anchor ?? null);
  return paragraph;
}

export function insertParagraphBeside(paragraph: Element, text: string, where: 'Before' | 'After'): Element {
  const made = makeParagraph(new Vocabulary(documentOf(paragraph)), text);
  paragraph.parentNode?.insertBefore(made, where === 'Before' ? paragraph : paragraph.nextSibling);
  return made;
}

/** Replaces what a paragraph says and keeps how it looks: its properties and those of its first run. */
export function replaceParagraphText(paragraph: Element, text: string): Element {
  const words = new Vocabulary(documentOf(paragraph));
  const look = firstRunProperties(paragraph);
  for (const child of Array.from(paragraph.childNodes)) {
    if (!(isElement(child) && child.localName === 'pPr')) paragraph.removeChild(child);
  }
  const run = makeRun(words, text, look);
  paragraph.appendChild(run);
  return run;
}

export function addTextToParagraph(paragraph: Element, text: string, where: 'Start' | 'End'): Element {
  const words = new Vocabulary(documentOf(paragraph));
  const run = makeRun(words, text, firstRunProperties(paragraph));
  const first = childElements(paragraph).find((child) => child.localName !== 'pPr');
  paragraph.insertBefore(run, where === 'Start' ? (first ?? null) : null);
  return run;
}

export function firstRunProperties(root: Element): Element | undefined {
  const run = descendantsNamed(root, 'r')[0];
  return run ? childNamed(run, 'rPr') : undefined;
}

const ALIGNMENTS: Readonly<Record<string, string>> = {
  Left: 'left',
  Centered: 'center',
  Right: 'right',
  Justified: 'both',
};

export function alignParagraph(paragraph: Element, alignment: string): void {
  const value = ALIGNMENTS[alignment];
  if (value === undefined) return;
  const words = new Vocabulary(documentOf(paragraph));
  const properties = paragraphProperties(paragraph, words);
  const known = childNamed(properties, 'jc');
  if (known) words.setAttribute(known, 'val', value);
  else insertInOrder(properties, words.element('jc', { val: value }));
}

export function alignmentOf(paragraph: Element): string {
  const words = new Vocabulary(documentOf(paragraph));
  const properties = childNamed(paragraph, 'pPr');
  const value = words.attribute(properties && childNamed(properties, 'jc'), 'val');
  const found = Object.entries(ALIGNMENTS).find(([, written]) => written === value);
  if (found) return found[0];
  return value === 'end' ? 'Right' : 'Left';
}

const BODY_TEXT = 10;

/** 1 to 9 for headings, 10 for body text: by the paragraph's own level or by the name of its style. */
export function outlineLevelOf(paragraph: Element): number {
  const words = new Vocabulary(documentOf(paragraph));
  const properties = childNamed(paragraph, 'pPr');
  const own = words.attribute(properties && childNamed(properties, 'outlineLvl'), 'val');
  if (own !== undefined && own !== null && /^[0-8]$/.test(own)) return Number(own) + 1;
  const style = words.attribute(properties && childNamed(properties, 'pStyle'), 'val') ?? '';
  const heading = /^heading\s*([1-9])$/i.exec(style);
  return heading ? Number(heading[1]) : BODY_TEXT;
}

function paragraphProperties(paragraph: Element, words: Vocabulary): Element {
  const known = childNamed(paragraph, 'pPr');
  if (known) return known;
  const made = words.element('pPr');
  paragraph.insertBefore(made, paragraph.firstChild);
  return made;
}

// The schema gives the children of w:pPr an order; those that may follow w:jc are named here.
const AFTER_JC = new Set([
  'textDirection',
  'textAlignment',
  'textboxTightWrap',
  'outlineLvl',
  'divId',
  'cnfStyle',
  'rPr',
  'sectPr',
  'pPrChange',
]);

function insertInOrder(properties: Element, jc: Element): void {
  const next = childElements(properties).find((child) => AFTER_JC.has(child.localName));
  properties.insertBefore(jc, next ?? null);
}

export function documentOf(node: Node): Document {
  const owner = node.ownerDocument;
  if (!owner) throw new TypeError('a node without a document');
  return owner;
}
