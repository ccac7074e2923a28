import type { Actor } from '../../directory/index.ts';
import { onlyOnce, sha256Hex, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, Download, type Json, KaigiError } from '../../shared/index.ts';
import type { RecordView } from '../contract.ts';
import type { PreparedFile } from '../files.ts';
import type { RecordsParts } from '../parts.ts';
import { FILE_KINDS, kindsFor, type ReadFile, type ShowMail } from '../reading/index.ts';
import { safeFileName } from '../rules.ts';
import type { CapturedFile, CapturedFileInput, CapturedThread, CaptureInput } from './contract.ts';
import { renderMail, renderThread } from './rendition.ts';
import { threadOf, wordsOfThread } from './thread.ts';

export interface Captures {
  /**
   * A message or a thread of Teams as one record, frozen with its context. A file that may not be filed is named with
   * its hash and the reason; its bytes are not kept.
   * @throws bad-input `records.capture_too_large`, `regulations.unknown_classification`; not-allowed
   */
  capture(caller: Caller, input: CaptureInput, files?: readonly CapturedFileInput[]): Promise<RecordView>;
  /** A mail or a captured thread as a page to read. @throws bad-input `records.no_rendition`; as `content` */
  page(caller: Caller, recordId: string): Promise<Download>;
}

interface Below {
  readonly read: ReadFile;
  readonly showMail: ShowMail;
  readonly readRecord: (caller: Caller, recordId: string) => Promise<RecordView>;
  readonly content: (caller: Caller, recordId: string) => Promise<Download>;
  /** Files it frozen, inside a transaction. */
  readonly fileFrozen: (
    tx: Tx,
    filing: { actor: Actor; input: CaptureInput; file: PreparedFile },
  ) => Promise<{ recordId: string }>;
}

const MOST_BYTES = 25 * 1024 * 1024;
const MOST_FILES = 50;

async function capturedFile(read: ReadFile, given: CapturedFileInput): Promise<{ file: CapturedFile; text: string }> {
  if (!('bytes' in given)) return { file: given, text: '' };
  const { messageId, name, bytes } = given;
  const known = { messageId, size: bytes.length, sha256: sha256Hex(bytes) };
  try {
    const { mediaType, extension, text } = await read({ bytes, accept: kindsFor('RECEIPT') });
    const base64 = Buffer.from(bytes).toString('base64');
    return { file: { ...known, name: safeFileName(name, extension), mediaType, base64 }, text };
  } catch (error) {
    if (!(error instanceof KaigiError) || error.kind !== 'bad-input') throw error;
    return { file: { ...known, name: safeFileName(name, 'bin'), notKept: error.code }, text: '' };
  }
}

async function prepared(
  { blobs }: RecordsParts,
  read: ReadFile,
  { input, files }: { input: CaptureInput; files: readonly CapturedFileInput[] },
): Promise<PreparedFile> {
  const size = files.reduce((sum, file) => sum + ('bytes' in file ? file.bytes.length : 0), 0);
  if (size > MOST_BYTES || files.length > MOST_FILES) throw badInput('records.capture_too_large');
  const taken = [];
  // One after the other: the reader has few places, and others file too.
  for (const file of files) taken.push(await capturedFile(read, file));
  const thread = threadOf(
    input,
    taken.map(({ file }) => file),
  );
  const bytes = Buffer.from(JSON.stringify(thread));
  const text = [wordsOfThread(thread), ...taken.map((one) => one.text)].join('\n');
  return {
    sha256: await blobs.put(bytes),
    fileName: safeFileName(input.title, 'json'),
    ...{ mediaType: FILE_KINDS.CAPTURE.mediaType, size: bytes.length, suggestedTitle: input.title },
    ...{ text: text.replaceAll('\0', '').toWellFormed(), textIsPartial: false },
  };
}

async function rendered(
  { showMail }: Below,
  file: Download,
  { title, locale }: { title: string; locale: Caller['locale'] },
) {
  const { mediaType, bytes } = file;
  if (mediaType === FILE_KINDS.MAIL.mediaType) return renderMail(await showMail(bytes), { title, locale });
  if (mediaType !== FILE_KINDS.CAPTURE.mediaType) throw badInput('records.no_rendition');
  // Its hash has just been compared: it is what `prepared` wrote.
  return renderThread(JSON.parse(Buffer.from(bytes).toString('utf8')) as CapturedThread, { title, locale });
}

export function createCaptures(parts: RecordsParts, below: Below): Captures {
  const { db, directory } = parts;
  return {
    async capture(caller, input, files = []) {
      if (input.counterparty && input.kind !== 'RECEIPT') throw badInput('records.counterparty_not_a_receipt');
      // Nobody unknown to the directory gets bytes stored.
      await db.inMunicipality(caller.municipalityId, (tx) => directory.actorOf(tx, caller));
      const file = await prepared(parts, below.read, { input, files });
      const { kind, title, classificationCode, counterparty = null } = input;
      const request: Json = {
        use: 'records.capture',
        kind,
        title,
        classificationCode,
        counterparty,
        sha256: file.sha256,
      };
      const { recordId } = await db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(tx, call, () => below.fileFrozen(tx, { actor, input, file }));
      });
      return below.readRecord(caller, recordId);
    },
    async page(caller, recordId) {
      const { title } = await below.readRecord(caller, recordId);
      const html = await rendered(below, await below.content(caller, recordId), { title, locale: caller.locale });
      return new Download(safeFileName(title, 'html'), 'text/html; charset=utf-8', Buffer.from(html));
    },
  };
}
