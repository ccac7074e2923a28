import { type Database, sha256Hex } from '../../platform/index.ts';
import type { Caller, Download } from '../../shared/index.ts';
import type { CapturedFile, CapturedThread, FileNamed } from './contract.ts';
import { supplementsOf } from './store.ts';

/** Files of a captured talk whose contents are nowhere yet, each with the reason that was given then. */
export interface LeftOut {
  /** Of what the record is. */
  readonly sha256: string;
  readonly files: readonly (FileNamed & { readonly why: string })[];
}

interface Parts {
  readonly db: Pick<Database, 'inMunicipality'>;
  /** As the caller may read it. */
  readonly content: (caller: Caller, recordId: string) => Promise<Download>;
}

const sameFile = (a: FileNamed, b: FileNamed): boolean => a.messageId === b.messageId && a.url === b.url;

const notFetched = (files: readonly CapturedFile[]) =>
  files.flatMap((file) =>
    'notFetched' in file ? [{ messageId: file.messageId, name: file.name, url: file.url, why: file.notFetched }] : [],
  );

const threadIn = (bytes: Uint8Array): CapturedThread =>
  JSON.parse(Buffer.from(bytes).toString('utf8')) as CapturedThread;

export async function leftOut({ db, content }: Parts, caller: Caller, recordId: string): Promise<LeftOut> {
  const later = await db.inMunicipality(caller.municipalityId, (tx) => supplementsOf(tx, recordId));
  const came: FileNamed[] = [];
  for (const id of later) came.push(...(threadIn((await content(caller, id)).bytes).supplements?.files ?? []));
  const { bytes } = await content(caller, recordId);
  const files = notFetched(threadIn(bytes).files).filter((one) => !came.some((there) => sameFile(one, there)));
  return { sha256: sha256Hex(bytes), files };
}
