import { type Blobs, sizeOfGiven, storeGiven } from '../platform/index.ts';
import { badInput, type GivenFile } from '../shared/index.ts';
import type { FileRef, RecordKind } from './contract.ts';
import { kindsFor, LIMITS, type ReadFile } from './reading/index.ts';
import { safeFileName } from './rules.ts';

/** A file that was looked over and whose bytes are stored durably; only such a file can be filed. */
export interface PreparedFile extends FileRef {
  readonly suggestedTitle: string | null;
  /**
   * The words in it, as a reader sees them and not yet folded; empty where nobody can read any. Null where the same bytes
   * were filed before and not read again: whoever keeps words knows them by the hash.
   */
  readonly text: string | null;
  /** Whether there is more text than is kept. */
  readonly textIsPartial: boolean;
}

/** Without a kind a Word document, as 起案文書 are. */
export type PrepareFile = (given: GivenFile | null, kind?: RecordKind) => Promise<PreparedFile>;

const MACRO_FILE_NAME = /\.(?:docm|dotm|xlsm|xltm|xlam|pptm|potm|ppsm|ppam)\s*$/i;

const sourceOf = (file: GivenFile) => ('bytes' in file ? { bytes: file.bytes } : { path: file.path, size: file.size });

/**
 * Before any transaction: the bytes stand before a row names them, and bytes that no row names do no harm.
 * The name and the media type that the sender gives are not believed.
 */
export function filePreparer({ blobs, read }: { blobs: Blobs; read: ReadFile }): PrepareFile {
  return async (given, kind = 'DRAFT_DOCUMENT') => {
    if (!given) throw badInput('records.file_missing');
    const size = sizeOfGiven(given);
    if (size === 0) throw badInput('records.empty_file');
    if (size > LIMITS.fileBytes) throw badInput('records.too_large');
    if (MACRO_FILE_NAME.test(given.fileName.normalize('NFKC'))) throw badInput('records.macros');
    // The disk works while it is read; what is refused is thrown away all the same.
    const settling = 'settle' in given ? given.settle() : Promise.resolve();
    const [reading] = await Promise.all([read({ ...sourceOf(given), accept: kindsFor(kind) }), settling]);
    const { mediaType, extension, title, text, partial } = reading;
    return {
      sha256: await storeGiven(blobs, given),
      fileName: safeFileName(given.fileName, extension),
      ...{ mediaType, size, suggestedTitle: title, text, textIsPartial: partial },
    };
  };
}
