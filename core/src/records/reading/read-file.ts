import { badInput } from '../../shared/errors.ts';
import { CollectedText, MOST_CHARACTERS } from './collected.ts';
import { FILE_KINDS, type FileKind, type FileSource, type ReadInput, type Reading } from './kinds.ts';
import { isMail, readMail } from './mail.ts';
import { readOffice } from './office.ts';
import { compoundFileKind, hasMacros, isCompoundFile, isWhole } from './ole.ts';
import { LIMITS } from './package.ts';
import { firstLine } from './package-xml.ts';
import { isPdf, readPdf } from './pdf.ts';
import { checkPicture, pictureKind } from './picture.ts';
import { decodedText, isTable } from './plain-text.ts';
import { sizeOf, startOf, wholeOf } from './source.ts';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const START = 64 * 1024;

const unread = (kind: FileKind, pages: number | null = null): Reading => ({
  ...{ kind, ...FILE_KINDS[kind], pages },
  ...{ title: null, text: '', partial: false },
});

/** What Office wrote before 2007, the wrapping of what is encrypted, and mails of Outlook. */
async function readCompound(source: FileSource, taken: Taken): Promise<Reading> {
  const bytes = await wholeOf(source);
  const kind = compoundFileKind(bytes);
  if (kind === 'encrypted') throw badInput('records.encrypted');
  if (kind === 'word-97') throw badInput('records.old_word_format');
  if (kind === 'outlook' && taken.accept.includes('OUTLOOK_MAIL')) {
    if (hasMacros(bytes)) throw badInput('records.macros');
    if (!isWhole(bytes)) throw badInput('records.damaged', { reason: 'sectors' });
    return unread('OUTLOOK_MAIL');
  }
  if (kind === 'office-97' && !taken.onlyWord) throw badInput('records.old_office_format');
  throw taken.notTaken();
}

async function readZip(source: FileSource, taken: Taken): Promise<Reading> {
  const reading = await readOffice(source);
  if (!taken.accept.includes(reading.kind)) throw taken.notTaken();
  return reading;
}

function readText(bytes: Buffer, taken: Taken): Reading {
  const decoded = decodedText(bytes, MOST_CHARACTERS + 1);
  if (decoded === null) throw taken.notTaken();
  const collected = new CollectedText();
  collected.add(decoded);
  const text = collected.toString();
  const kind = isTable(decoded) ? 'CSV' : 'TEXT';
  const title = kind === 'CSV' ? null : firstLine(text);
  return { ...unread(kind), title, text, partial: collected.room.partial };
}

interface Taken {
  readonly accept: readonly FileKind[];
  readonly onlyWord: boolean;
  /** Said of what is not taken here. */
  readonly notTaken: () => Error;
}

function takenOf(accept: readonly FileKind[]): Taken {
  const onlyWord = accept.length === 1 && accept[0] === 'WORD';
  return { accept, onlyWord, notTaken: () => badInput('records.not_a_docx') };
}

/**
 * Says what a file is and what stands in it, by its bytes alone. To be run where time and memory are limited, and apart
 * from the service (`reader.ts`).
 * @throws bad-input with one code per reason; the sentences are in `text.ts`
 */
export async function readFile({ accept, ...source }: ReadInput): Promise<Reading> {
  const taken = takenOf(accept);
  const size = sizeOf(source);
  if (size === 0) throw badInput('records.empty_file');
  if (size > LIMITS.fileBytes) throw badInput('records.too_large');
  const start = await startOf(source, START);
  if (isCompoundFile(start)) return readCompound(source, taken);
  if (start.subarray(0, ZIP.length).equals(ZIP)) return readZip(source, taken);
  if (taken.onlyWord) throw taken.notTaken();
  const picture = pictureKind(start);
  if (picture) return unread(picture, checkPicture(picture, await wholeOf(source)));
  if (isPdf(start)) return readPdf(await wholeOf(source));
  if (isMail(start)) return readMail(await wholeOf(source));
  return readText(await wholeOf(source), taken);
}

/** A Word document that is in memory. @throws as `readFile` */
export const inspectDocx = (bytes: Buffer): Promise<Reading> => readFile({ bytes, accept: ['WORD'] });
