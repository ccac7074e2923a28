import { readFile } from 'node:fs/promises';
import { KaigiError } from '@kaigi/core/shared';

const DEADLINE_MS = 15_000;
const MAX_BYTES = 30 * 1024 * 1024;

/** The bytes of a municipality's list of posts, from a file or an address; `{tenantId}` names the municipality. */
export async function loadPostsCsv(place: string, municipalityId: string): Promise<Uint8Array> {
  const where = place.replaceAll('{tenantId}', municipalityId);
  try {
    const bytes = /^https?:\/\//i.test(where) ? await download(where) : await readFile(where);
    if (bytes.byteLength > MAX_BYTES) throw new RangeError('too large');
    return bytes;
  } catch (error) {
    throw Object.assign(new KaigiError('unavailable', 'people.csv_unreadable', { where }), { cause: error });
  }
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { signal: AbortSignal.timeout(DEADLINE_MS) });
  if (!response.ok) throw new RangeError(`status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
