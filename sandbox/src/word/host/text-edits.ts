import { addControlText, lockOf, replaceControlText, wrapBlocks, wrapText } from '../ooxml/content-controls.ts';
import { OoxmlPackage } from '../ooxml/ooxml-package.ts';
import {
  addTextToParagraph,
  bodyOf,
  documentOf,
  insertParagraph,
  paragraphsIn,
  replaceParagraphText,
} from '../ooxml/paragraphs.ts';
import { ancestorNamed, childElements } from '../ooxml/xml.ts';
import type { Json } from '../protocol.ts';
import { accessDenied, invalidArgument, oneOf, text } from './host-object.ts';

const INSIDE = ['Replace', 'Start', 'End'] as const;

/** A locked control refuses what an add-in writes into it, however it gets there. */
export function refuseIfLocked(node: Element): void {
  const own = node.localName === 'sdt' ? node : undefined;
  for (let control = own ?? ancestorNamed(node, 'sdt'); control; control = ancestorNamed(control, 'sdt')) {
    if (lockOf(control).cannotEdit) throw accessDenied();
  }
}

export function clearControl(control: Element): void {
  refuseIfLocked(control);
  replaceControlText(control, '');
}

interface Insertion {
  readonly words: string;
  readonly where: (typeof INSIDE)[number];
}

/** What `insertText(text, insertLocation)` was called with. */
function insertionOf(args: Json[]): Insertion {
  return { words: text(args[0], 'text'), where: oneOf(args[1], INSIDE, 'insertLocation') };
}

export function insertIntoParagraph(paragraph: Element, args: Json[]): Element {
  const { words, where } = insertionOf(args);
  return where === 'Replace' ? replaceParagraphText(paragraph, words) : addTextToParagraph(paragraph, words, where);
}

export function insertIntoControl(control: Element, args: Json[]): void {
  refuseIfLocked(control);
  const { words, where } = insertionOf(args);
  if (where === 'Replace') replaceControlText(control, words);
  else addControlText(control, words, where);
}

/** @returns the run that holds the new words. */
export function insertIntoBody(body: Element, args: Json[]): Element {
  const { words, where } = insertionOf(args);
  if (where === 'Replace') clearBody(body);
  const paragraphs = paragraphsIn(body);
  const target = where === 'Start' ? paragraphs[0] : paragraphs.at(-1);
  return addTextToParagraph(target ?? insertParagraph(body, '', 'End'), words, where === 'Start' ? 'Start' : 'End');
}

export function clearBody(body: Element): void {
  for (const block of blocksOf(body)) body.removeChild(block);
  insertParagraph(body, '', 'Start');
}

// The settings of the last section stand at the body's end; they are not content.
const blocksOf = (body: Element) => childElements(body).filter((child) => child.localName !== 'sectPr');

/** Puts a content control around a whole body, a paragraph's text, or a control or run. */
export function wrap(node: Element): Element {
  if (node.localName === 'p') return wrapText(node);
  return wrapBlocks(node.localName === 'body' ? blocksOf(node) : [node]);
}

/** What another document says comes in; its own styles, pictures and page settings stay behind in the stand-in. */
export async function insertFile(body: Element, args: Json[]): Promise<void> {
  const where = oneOf(args[1], INSIDE, 'insertLocation');
  const bytes = Uint8Array.from(atob(text(args[0], 'base64File')), (letter) => letter.charCodeAt(0));
  const other = await OoxmlPackage.open(bytes).catch(() => {
    throw invalidArgument('base64File');
  });
  const mine = documentOf(body);
  const blocks = blocksOf(bodyOf(other.mainTree)).map((block) => mine.importNode(block, true));
  if (where === 'Replace') for (const block of blocksOf(body)) body.removeChild(block);
  const anchor =
    where === 'Start' ? body.firstChild : childElements(body).find(({ localName }) => localName === 'sectPr');
  for (const block of blocks) body.insertBefore(block, anchor ?? null);
}
