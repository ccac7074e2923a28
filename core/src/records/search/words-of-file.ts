import { type Blobs, type Report, silentReport } from '../../platform/index.ts';
import { KaigiError } from '../../shared/index.ts';
import { kindsFor, type ReadFile } from '../reading/index.ts';

/** What a stored file says, or why it is asked another time: nobody could be asked, or reading it broke off. */
export type WordsOfFile = { readonly text: string } | { readonly later: 'ASK_AGAIN' | 'BROKE_OFF' };

interface Reading {
  readonly blobs: Pick<Blobs, 'get'>;
  readonly read: ReadFile;
  readonly report?: Report | undefined;
}

const NOTHING: WordsOfFile = { text: '' };

/** Nothing where the file is gone, broken or encrypted. It takes up to half a minute: nothing may be locked meanwhile. */
export async function wordsOfFile(
  { blobs, read, report = silentReport }: Reading,
  sha256: string,
): Promise<WordsOfFile> {
  let bytes: Uint8Array | null;
  try {
    bytes = await blobs.get(sha256);
  } catch (error) {
    report.failed('records/words-later', error, { sha256 });
    return { later: 'ASK_AGAIN' };
  }
  if (!bytes) return NOTHING;
  try {
    return { text: (await read({ bytes, accept: kindsFor('RECEIPT') })).text };
  } catch (error) {
    if (error instanceof KaigiError && error.kind !== 'unavailable') return NOTHING;
    report.failed('records/words', error, { sha256 });
    const isBusy = error instanceof KaigiError && error.code === 'records.inspection_busy';
    return { later: isBusy ? 'ASK_AGAIN' : 'BROKE_OFF' };
  }
}
