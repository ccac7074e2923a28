import { lockOf } from '../ooxml/content-controls.ts';
import { addTextToParagraph, replaceParagraphText } from '../ooxml/paragraphs.ts';
import { ancestorNamed } from '../ooxml/xml.ts';
import type { Json } from '../protocol.ts';
import { accessDenied, oneOf, text } from './host-object.ts';

export const INSIDE = ['Replace', 'Start', 'End'] as const;

/** A locked control refuses what an add-in writes into it, however it gets there. */
export function refuseIfLocked(node: Element): void {
  const own = node.localName === 'sdt' ? node : undefined;
  for (let control = own ?? ancestorNamed(node, 'sdt'); control; control = ancestorNamed(control, 'sdt')) {
    if (lockOf(control).cannotEdit) throw accessDenied();
  }
}

export function insertIntoParagraph(paragraph: Element, args: Json[]): Element {
  const words = text(args[0], 'text');
  const where = oneOf(args[1], INSIDE, 'insertLocation');
  return where === 'Replace' ? replaceParagraphText(paragraph, words) : addTextToParagraph(paragraph, words, where);
}
