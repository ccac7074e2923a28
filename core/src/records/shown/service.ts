import { sha256Hex } from '../../platform/index.ts';
import { type Caller, type Download, escapedByName } from '../../shared/index.ts';
import type { RecordView } from '../contract.ts';
import { kindsFor, type ReadFile } from '../reading/index.ts';
import { type BuildReadingPack, type ReadingPart, readingPackBuilder } from './build.ts';
import type { ReadingPartView } from './contract.ts';

export interface Shown {
  /**
   * The document as something to read on the page; its notes say what is not shown. Opens the document, and is noted as such.
   * @throws as `content`; unavailable `records.reading_busy`, `records.inspection_busy`
   */
  reading(caller: Caller, recordId: string): Promise<ReadingPartView>;
  /** Files of whatever room as one view: all rooms share the threads, and what was read of the same bytes. */
  readonly readFiles: BuildReadingPack;
}

interface Below {
  readonly read: ReadFile;
  readonly content: (caller: Caller, recordId: string) => Promise<Download>;
  /** The record alone, without opening the document. */
  readonly readRecord: (caller: Caller, recordId: string) => Promise<RecordView>;
  readonly pageOf: (file: Download, title: string, locale: Caller['locale']) => Promise<string | null>;
}

const HEAD = /<head[\s>][\s\S]*?<\/head>/i;

const asParagraphs = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapedByName(line)}</p>`)
    .join('');

/** Of workbooks and slides their words are shown; where there are none, the file has to be opened. */
async function byItsWords(read: ReadFile, part: ReadingPart, bytes: Uint8Array): Promise<ReadingPart> {
  const { text } = await read({ bytes, accept: kindsFor('RECEIPT') });
  const html = asParagraphs(text);
  return html === '' ? part : { ...part, html, notes: ['TEXT_ONLY'] };
}

const shownOf = ({ paragraphs: _compared, ...view }: ReadingPart): ReadingPartView => view;

/** Reads what the store holds, where time and memory are limited. */
export function createShown({ read, content, readRecord, pageOf }: Below): Shown {
  const readFiles = readingPackBuilder();
  return {
    readFiles,
    async reading(caller, recordId) {
      const { title } = await readRecord(caller, recordId);
      const file = await content(caller, recordId);
      const { fileName, bytes } = file;
      const named = { key: 'document', title, fileName, sha256: sha256Hex(bytes), size: bytes.length };
      const page = await pageOf(file, title, caller.locale);
      const pack = await readFiles(page === null ? [{ ...named, bytes: async () => bytes }] : []);
      const nothing: ReadingPart = {
        ...named,
        kind: 'OTHER',
        html: null,
        pageCount: null,
        counted: null,
        notes: [],
        paragraphs: [],
      };
      const [part = nothing] = pack.parts;
      if (page !== null) {
        const { safeHtml } = await import('./safe-html.ts');
        return shownOf({ ...part, html: safeHtml(page.replace(HEAD, '')) });
      }
      const isUnread = part.html === null && part.notes.includes('OPEN_ORIGINAL') && part.kind === 'OTHER';
      return shownOf(isUnread ? await byItsWords(read, part, bytes) : part);
    },
  };
}
