import { sha256Hex, silentReport } from '../platform/index.ts';
import { Download, KaigiError } from '../shared/index.ts';
import type { RecordsParts } from './parts.ts';
import type { RecordInFull } from './queries.ts';

/** What was filed, byte for byte. @throws unavailable `records.content_altered`, `records.content_missing` */
export async function checkedContent({ blobs, report = silentReport }: RecordsParts, { file, record }: RecordInFull) {
  const bytes = await blobs.get(file.sha256);
  if (bytes && sha256Hex(bytes) === file.sha256) return new Download(file.fileName, file.mediaType, bytes);
  const error = new KaigiError('unavailable', bytes ? 'records.content_altered' : 'records.content_missing');
  const { id: recordId, fileVersion } = record;
  report.failed('records/file', error, { recordId, fileVersion, sha256: file.sha256 });
  throw error;
}
