import {
  addTextToParagraph,
  documentOf,
  firstRunProperties,
  makeParagraph,
  makeRun,
  paragraphsIn,
  replaceParagraphText,
  textOf,
} from './paragraphs.ts';
import { ancestorNamed, childElements, childNamed, descendantsNamed, Vocabulary } from './xml.ts';

const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml';

export interface Lock {
  cannotEdit: boolean;
  cannotDelete: boolean;
}

export function controlsIn(root: Document | Element): Element[] {
  return descendantsNamed(root, 'sdt').filter((sdt) => !ancestorNamed(sdt, 'Fallback'));
}

export function readSetting(control: Element, name: 'tag' | 'alias' | 'id'): string {
  const properties = childNamed(control, 'sdtPr');
  return new Vocabulary(documentOf(control)).attribute(properties && childNamed(properties, name), 'val') ?? '';
}

export function writeSetting(control: Element, name: 'tag' | 'alias', value: string): void {
  putProperty(control, new Vocabulary(documentOf(control)).element(name, { val: value }));
}

export function lockOf(control: Element): Lock {
  const properties = childNamed(control, 'sdtPr');
  const value = new Vocabulary(documentOf(control)).attribute(properties && childNamed(properties, 'lock'), 'val');
  return {
    cannotEdit: value === 'contentLocked' || value === 'sdtContentLocked',
    cannotDelete: value === 'sdtLocked' || value === 'sdtContentLocked',
  };
}

export function writeLock(control: Element, lock: Lock): void {
  const value = lock.cannotEdit
    ? lock.cannotDelete
      ? 'sdtContentLocked'
      : 'contentLocked'
    : lock.cannotDelete
      ? 'sdtLocked'
      : 'unlocked';
  putProperty(control, new Vocabulary(documentOf(control)).element('lock', { val: value }));
}

export function appearanceOf(control: Element): string {
  const properties = childNamed(control, 'sdtPr');
  const value = (properties && childNamed(properties, 'appearance'))?.getAttributeNS(W15, 'val');
  return value === 'hidden' ? 'Hidden' : value === 'tags' ? 'Tags' : 'BoundingBox';
}

export function writeAppearance(control: Element, appearance: string): void {
  const element = documentOf(control).createElementNS(W15, 'w15:appearance');
  element.setAttributeNS(W15, 'w15:val', appearance === 'BoundingBox' ? 'boundingBox' : appearance.toLowerCase());
  putProperty(control, element);
}

// The order that the schema gives the children of w:sdtPr.
const ORDER = [
  'rPr',
  'alias',
  'tag',
  'id',
  'lock',
  'placeholder',
  'temporary',
  'showingPlcHdr',
  'dataBinding',
  'label',
  'tabIndex',
];

function putProperty(control: Element, property: Element): void {
  const properties = controlProperties(control);
  const known = childNamed(properties, property.localName);
  if (known) {
    properties.replaceChild(property, known);
    return;
  }
  const rank = ORDER.indexOf(property.localName);
  const later = childElements(properties).find(
    (child) => rank >= 0 && !ORDER.slice(0, rank + 1).includes(child.localName),
  );
  properties.insertBefore(property, later ?? null);
}

function controlProperties(control: Element): Element {
  const known = childNamed(control, 'sdtPr');
  if (known) return known;
  const made = new Vocabulary(documentOf(control)).element('sdtPr');
  control.insertBefore(made, control.firstChild);
  return made;
}

function contentOf(control: Element): Element {
  const known = childNamed(control, 'sdtContent');
  if (known) return known;
  const made = new Vocabulary(documentOf(control)).element('sdtContent');
  control.appendChild(made);
  return made;
}

function makeControl(words: Vocabulary): { control: Element; content: Element } {
  const content = words.element('sdtContent');
  const id = words.element('id', { val: String(freeId(words.document)) });
  return { control: words.element('sdt', {}, [words.element('sdtPr', {}, [id]), content]), content };
}

function freeId(document: Document): number {
  const taken = new Set(controlsIn(document).map((control) => Number(readSetting(control, 'id'))));
  let id = 700_000_001;
  while (taken.has(id)) id += 1;
  return id;
}

/** A control around whole paragraphs, as `Paragraph.insertContentControl` makes it. */
export function wrapBlocks(blocks: readonly Element[]): Element {
  const first = blocks[0];
  if (!first?.parentNode) throw new TypeError('nothing to put a control around');
  const { control, content } = makeControl(new Vocabulary(documentOf(first)));
  first.parentNode.insertBefore(control, first);
  for (const block of blocks) content.appendChild(block);
  return control;
}

/** A control around the text of one paragraph, as `Range.insertContentControl` makes it. */
export function wrapText(paragraph: Element): Element {
  const { control, content } = makeControl(new Vocabulary(documentOf(paragraph)));
  for (const child of childElements(paragraph)) if (child.localName !== 'pPr') content.appendChild(child);
  paragraph.appendChild(control);
  return control;
}

export function controlText(control: Element): string {
  const paragraphs = paragraphsIn(control);
  return paragraphs.length > 0 ? paragraphs.map(textOf).join('\r') : textOf(contentOf(control));
}

/** Replaces the text inside a control, in the look of what stood there; a control in a line stays in its line. */
export function replaceControlText(control: Element, text: string): void {
  const content = contentOf(control);
  showRealContent(control);
  const [kept, ...others] = paragraphsIn(control);
  if (kept) {
    replaceParagraphText(kept, text);
    for (const other of others) other.parentNode?.removeChild(other);
    return;
  }
  const words = new Vocabulary(documentOf(control));
  const run = makeRun(words, text, firstRunProperties(content));
  const inline = ancestorNamed(control, 'p') !== undefined;
  for (const child of Array.from(content.childNodes)) content.removeChild(child);
  content.appendChild(inline ? run : makeParagraph(words, text));
}

export function addControlText(control: Element, text: string, where: 'Start' | 'End'): void {
  showRealContent(control);
  const paragraphs = paragraphsIn(control);
  const target = where === 'Start' ? paragraphs[0] : paragraphs.at(-1);
  if (target) {
    addTextToParagraph(target, text, where);
    return;
  }
  const content = contentOf(control);
  const run = makeRun(new Vocabulary(documentOf(control)), text, firstRunProperties(content));
  content.insertBefore(run, where === 'Start' ? content.firstChild : null);
}

export function showPlaceholder(control: Element, text: string): void {
  replaceControlText(control, text);
  putProperty(control, new Vocabulary(documentOf(control)).element('showingPlcHdr'));
}

export function isPlaceholder(control: Element): boolean {
  const properties = childNamed(control, 'sdtPr');
  return properties !== undefined && childNamed(properties, 'showingPlcHdr') !== undefined;
}

function showRealContent(control: Element): void {
  const properties = childNamed(control, 'sdtPr');
  const flag = properties && childNamed(properties, 'showingPlcHdr');
  if (properties && flag) properties.removeChild(flag);
}

/** Takes a control away; what it holds stays when `keepContent` says so. */
export function removeControl(control: Element, keepContent: boolean): void {
  const parent = control.parentNode;
  if (!parent) return;
  if (keepContent) {
    for (const child of Array.from(contentOf(control).childNodes)) parent.insertBefore(child, control);
  }
  parent.removeChild(control);
}
