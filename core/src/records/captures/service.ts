import type { Actor } from '../../directory/index.ts';
import { onlyOnce, sha256Hex, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, Download, type Json, KaigiError } from '../../shared/index.ts';
import { sightOf } from '../access.ts';
import type { RecordView } from '../contract.ts';
import type { PreparedFile } from '../files.ts';
import type { RecordsParts } from '../parts.ts';
import { FILE_KINDS, kindsFor, type ReadFile, type ShowMail } from '../reading/index.ts';
import { safeFileName } from '../rules.ts';
import { capturedAgain } from './again.ts';
import type { CapturedAgain } from './again-contract.ts';
import type { CapturedFile, CapturedFileInput, CapturedThread, CaptureInput, Supplements } from './contract.ts';
import { type LeftOut, leftOut } from './left-out.ts';
import { renderMail, renderThread } from './rendition.ts';
import { type CaptureOrigin, type EarlierCapture, earlierCaptures, keepOrigin, type SoughtCapture } from './store.ts';
import { threadOf, wordsOfThread } from './thread.ts';

export interface Captures {
  /**
   * A message or a thread of Teams as one record, frozen with its context. A file that may not be filed is named with
   * its hash and the reason; its bytes are not kept.
   * @throws bad-input `records.capture_too_large`, `regulations.unknown_classification`; not-allowed
   */
  capture(caller: Caller, input: CaptureInput, files?: readonly CapturedFileInput[]): Promise<RecordView>;
  /**
   * The same, and which files are named in it without their contents, each with the reason as a code. The same wish for
   * the same words is one record, whatever became of the files meanwhile.
   */
  captureTold(
    caller: Caller,
    input: CaptureInput,
    files: readonly CapturedFileInput[],
    origin: CaptureOrigin,
  ): Promise<{ readonly record: RecordView; readonly missing: readonly MissingFile[] }>;
  /** Of a captured talk, the files that could not be read then and stand in no later record: as the caller may see them. */
  leftOut(caller: Caller, recordId: string): Promise<LeftOut>;
  /** Records of a conversation that hold a message already, or exactly this, as far as the caller may see them; the newest first. */
  earlierCaptures(caller: Caller, by: SoughtCapture): Promise<readonly EarlierCapture[]>;
  /** Other records that hold messages of this one, as far as the caller may see them. @throws not-found `records.not_found` */
  capturedAgain(caller: Caller, recordId: string): Promise<CapturedAgain>;
  /** A mail or a captured thread as a page to read. @throws bad-input `records.no_rendition`; as `content` */
  page(caller: Caller, recordId: string): Promise<Download>;
  /** The same page where the file is a mail or a captured thread; null where it is something else. */
  pageOf(file: Download, title: string, locale: Caller['locale']): Promise<string | null>;
}

interface MissingFile {
  readonly name: string;
  readonly why: string;
}

const missingIn = (files: readonly CapturedFile[]): MissingFile[] =>
  files.flatMap((file) => {
    const why = 'notFetched' in file ? file.notFetched : 'notKept' in file ? file.notKept : null;
    return why === null ? [] : [{ name: file.name, why }];
  });

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

interface Captured {
  readonly input: CaptureInput;
  readonly files: readonly CapturedFileInput[];
  readonly supplements?: Supplements | undefined;
}

async function prepared(
  { blobs }: RecordsParts,
  read: ReadFile,
  { input, files, supplements }: Captured,
): Promise<PreparedFile & { readonly missing: readonly MissingFile[] }> {
  const come = files.flatMap((file) => ('bytes' in file ? [file.bytes.length] : []));
  if (come.reduce((sum, size) => sum + size, 0) > MOST_BYTES || come.length > MOST_FILES)
    throw badInput('records.capture_too_large');
  const taken = [];
  // One after the other: the reader has few places, and others file too.
  for (const file of files) taken.push(await capturedFile(read, file));
  const filed = taken.map(({ file }) => file);
  const thread = threadOf(input, filed, supplements);
  const bytes = Buffer.from(JSON.stringify(thread));
  const text = [wordsOfThread(thread), ...taken.map((one) => one.text)].join('\n');
  return {
    sha256: await blobs.put(bytes),
    fileName: safeFileName(input.title, 'json'),
    ...{ mediaType: FILE_KINDS.CAPTURE.mediaType, size: bytes.length, suggestedTitle: input.title },
    ...{ text: text.replaceAll('\0', '').toWellFormed(), textIsPartial: false, missing: missingIn(filed) },
  };
}

async function rendered(
  { showMail }: Below,
  file: Download,
  { title, locale }: { title: string; locale: Caller['locale'] },
): Promise<string | null> {
  const { mediaType, bytes } = file;
  if (mediaType === FILE_KINDS.MAIL.mediaType) return renderMail(await showMail(bytes), { title, locale });
  if (mediaType !== FILE_KINDS.CAPTURE.mediaType) return null;
  // Its hash has just been compared: it is what `prepared` wrote.
  return renderThread(JSON.parse(Buffer.from(bytes).toString('utf8')) as CapturedThread, { title, locale });
}

function capturer(parts: RecordsParts, below: Below) {
  const { db, directory } = parts;
  return async (caller: Caller, input: CaptureInput, files: readonly CapturedFileInput[], origin?: CaptureOrigin) => {
    if (input.counterparty && input.kind !== 'RECEIPT') throw badInput('records.counterparty_not_a_receipt');
    // Nobody unknown to the directory gets bytes stored.
    await db.inMunicipality(caller.municipalityId, (tx) => directory.actorOf(tx, caller));
    const { missing, ...file } = await prepared(parts, below.read, {
      ...{ input, files, supplements: origin?.supplements },
    });
    // What was said is in the file, and so in its hash.
    const { source: _source, participants: _participants, messages: _messages, ...filing } = input;
    const request: Json = {
      use: 'records.capture',
      ...(JSON.parse(JSON.stringify(filing)) as object),
      ...(origin ? { digest: origin.digest } : { sha256: file.sha256 }),
    };
    const { recordId } = await db.inMunicipality(caller.municipalityId, async (tx) => {
      const actor = await directory.actorOf(tx, caller);
      const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
      return onlyOnce(tx, call, async () => {
        const filed = await below.fileFrozen(tx, { actor, input, file });
        const messages = input.messages.map(({ id }) => id);
        if (origin) await keepOrigin(tx, { ...origin, recordId: filed.recordId, messages, at: parts.clock.now() });
        return { recordId: filed.recordId };
      });
    });
    return { record: await below.readRecord(caller, recordId), missing };
  };
}

export function createCaptures(parts: RecordsParts, below: Below): Captures {
  const { db, directory } = parts;
  const capturing = capturer(parts, below);
  return {
    capture: async (caller, input, files = []) => (await capturing(caller, input, files)).record,
    captureTold: capturing,
    leftOut: (caller, recordId) => leftOut({ db, content: below.content }, caller, recordId),
    earlierCaptures: (caller, by) =>
      db.inMunicipality(caller.municipalityId, async (tx) =>
        earlierCaptures(tx, await sightOf(parts, tx, await directory.actorOf(tx, caller)), by),
      ),
    capturedAgain: (caller, recordId) => capturedAgain(parts, caller, recordId),
    pageOf: (file, title, locale) => rendered(below, file, { title, locale }),
    async page(caller, recordId) {
      const { title } = await below.readRecord(caller, recordId);
      const html = await rendered(below, await below.content(caller, recordId), { title, locale: caller.locale });
      if (html === null) throw badInput('records.no_rendition');
      return new Download(safeFileName(title, 'html'), 'text/html; charset=utf-8', Buffer.from(html));
    },
  };
}
