import { inflateSync } from 'node:zlib';
import type { getDocumentProxy } from 'unpdf';
import { badInput } from '../../shared/errors.ts';
import { CollectedText } from './collected.ts';
import { FILE_KINDS, type Reading } from './kinds.ts';
import { firstLine, titleIfMeant } from './package-xml.ts';

const MOST_PAGES = 20_000;
const END_MARK_WITHIN = 4_096;
const OBJECTS_UNPACKED = 16 * 1024 * 1024;

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

/** `/J#61vaScript` is a way to write `/JavaScript` (ISO 32000-1, 7.3.5). */
const plainNames = (objects: string) =>
  objects.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

// A name ends where a sign comes that none may have, a comment or a NUL too (7.2.3).
const REFUSED: readonly (readonly [names: RegExp, code: string])[] = [
  [/\/(?:JavaScript|JS)(?![^\s\0(<>[\]{}/%])/, 'records.pdf_scripts'],
  [/\/Launch(?![^\s\0(<>[\]{}/%])/, 'records.pdf_launches'],
  [/\/(?:EmbeddedFiles?|RichMedia)(?![^\s\0(<>[\]{}/%])/, 'records.pdf_embedded_files'],
];

function refuseActive(objects: string): void {
  const names = plainNames(objects);
  for (const [pattern, code] of REFUSED) if (pattern.test(names)) throw badInput(code);
}

/** What stands between the streams, and in streams that hold objects. */
function checkObjects(bytes: Buffer): void {
  let unpacked = 0;
  // Where none is left, each of very many beginnings would look to the end of the file.
  const last = bytes.lastIndexOf('endstream');
  for (let at = 0; at < bytes.length; ) {
    const stream = bytes.indexOf('stream', at);
    const outside = bytes.toString('latin1', at, stream < 0 ? undefined : stream);
    refuseActive(outside);
    if (stream < 0) return;
    const end = last > stream ? bytes.indexOf('endstream', stream + 6) : -1;
    const from = stream + 6 + (bytes[stream + 6] === 13 ? 2 : 1);
    if (/\/ObjStm/.test(plainNames(outside.slice(-2_000))) && unpacked < OBJECTS_UNPACKED) {
      const objects = inflated(bytes.subarray(from, end < 0 ? undefined : end));
      unpacked += objects.length;
      refuseActive(objects);
    }
    at = end < 0 ? from : end + 9;
  }
}

function inflated(packed: Buffer): string {
  try {
    return inflateSync(packed, { maxOutputLength: OBJECTS_UNPACKED }).toString('latin1');
  } catch {
    // Packed in another way or broken: the reader below meets it again, and looks for actions by itself.
    return '';
  }
}

/** What a reader of PDF finds, also where it is packed or encrypted in a way that the bytes do not show. */
async function checkActions(document: Document): Promise<void> {
  const actions = await document.getJSActions().catch(unreadable);
  if (actions !== null || (await document.hasJSActions().catch(unreadable))) throw badInput('records.pdf_scripts');
  if ((await document.getAttachments().catch(unreadable)) !== null) throw badInput('records.pdf_embedded_files');
}

async function addPage(document: Document, number: number, collected: CollectedText): Promise<void> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  for (const item of items) {
    if (!('str' in item)) continue;
    collected.add(item.str);
    if (item.hasEOL) collected.line();
  }
  collected.line();
  page.cleanup();
}

const isLocked = (error: unknown) => error instanceof Error && error.name === 'PasswordException';
const unreadable = (error: unknown) =>
  Promise.reject(badInput(isLocked(error) ? 'records.encrypted' : 'records.damaged', { reason: 'pdf' }));

async function textOf(document: Document): Promise<CollectedText> {
  const collected = new CollectedText();
  for (let number = 1; number <= document.numPages && !collected.room.isSpent(); number += 1) {
    // A page that cannot be read says nothing of the others.
    await addPage(document, number, collected).catch(() => undefined);
  }
  return collected;
}

/** The mark of a PDF may have something before it (ISO 32000-1, annex H 3.4.1). */
export const isPdf = (start: Buffer): boolean => start.subarray(0, 1_024).includes('%PDF-');

/** @throws bad-input `records.damaged`, `records.encrypted`, `records.pdf_*`, `records.too_complex` */
export async function readPdf(bytes: Buffer): Promise<Reading> {
  if (!bytes.subarray(-END_MARK_WITHIN).includes('%%EOF')) throw badInput('records.damaged', { reason: 'cut off' });
  checkObjects(bytes);
  // Large: loaded by whoever reads a PDF, not by every reader that starts.
  const unpdf = await import('unpdf');
  const document = await unpdf
    .getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
      enableXfa: false,
      stopAtErrors: false,
    })
    .catch(unreadable);
  if (document.numPages > MOST_PAGES) throw badInput('records.too_complex');
  // A page that is not there is found by nobody: a tree that goes round in circles, or no tree.
  await document.getPage(1).catch(unreadable);
  await checkActions(document);
  const collected = await textOf(document);
  const text = collected.toString();
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const { Title: given } = info as { readonly Title?: unknown };
  return {
    ...{ kind: 'PDF', ...FILE_KINDS.PDF, pages: document.numPages, text, partial: collected.room.partial },
    title: titleIfMeant(typeof given === 'string' ? given : null) ?? firstLine(text),
  };
}
