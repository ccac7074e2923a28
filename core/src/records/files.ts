import type { Blobs } from '../platform/index.ts';
import { badInput, type UploadedFile } from '../shared/index.ts';
import type { FileRef } from './contract.ts';
import { type InspectFile, LIMITS } from './reading/index.ts';
import { safeFileName } from './rules.ts';

const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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

export type PrepareFile = (uploaded: UploadedFile | null) => Promise<PreparedFile>;

const MACRO_FILE_NAME = /\.(?:docm|dotm)\s*$/i;

/**
 * Before any transaction: the bytes stand before a row names them, and bytes that no row names do no harm.
 * The name and the media type that the sender gives are not believed.
 */
export function filePreparer({ blobs, inspect }: { blobs: Blobs; inspect: InspectFile }): PrepareFile {
  return async (uploaded) => {
    if (!uploaded) throw badInput('records.file_missing');
    const { bytes, fileName } = uploaded;
    if (bytes.length === 0) throw badInput('records.empty_file');
    if (bytes.length > LIMITS.fileBytes) throw badInput('records.too_large');
    if (MACRO_FILE_NAME.test(fileName.normalize('NFKC'))) throw badInput('records.macros');
    const { title, text, partial } = await inspect(bytes);
    const sha256 = await blobs.put(bytes);
    return {
      sha256,
      fileName: safeFileName(fileName),
      mediaType: DOCX_MEDIA_TYPE,
      size: bytes.length,
      suggestedTitle: title,
      text,
      textIsPartial: partial,
    };
  };
}
