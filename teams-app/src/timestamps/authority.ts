import { readFile } from 'node:fs/promises';
import { certificatesIn, type TimestampAuthority } from '@kaigi/core';
import { badInput } from '@kaigi/core/shared';
import type { TimestampConfig } from '../config/timestamps.ts';

const DEADLINE_MS = 20_000;
const LONGEST_ANSWER = 1024 * 1024;

async function answerOf(response: Response): Promise<Uint8Array> {
  if (!response.ok) throw new Error(`the authority answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new RangeError('the answer is too long');
  }
  return Buffer.concat(chunks);
}

/** RFC 3161 over HTTP (its section 3.4). @throws bad-input `timestamps.no_certificates` */
export async function openAuthority({ url, caFile, policy }: TimestampConfig): Promise<TimestampAuthority> {
  const pem = await readFile(caFile, 'utf8').catch(() => '');
  const roots = certificatesOf(pem);
  if (roots.length === 0) throw badInput('timestamps.no_certificates', { file: caFile });
  return {
    ...{ url, roots, policy },
    async ask(request) {
      const headers = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' };
      const signal = AbortSignal.timeout(DEADLINE_MS);
      const body = new Uint8Array(request);
      // What it says is signed; where it sends us on to is not.
      return answerOf(await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' }));
    },
  };
}

function certificatesOf(pem: string): TimestampAuthority['roots'] {
  try {
    return certificatesIn(pem);
  } catch {
    return [];
  }
}
