import { open } from 'node:fs/promises';
import { KaigiError } from '@kaigi/core/shared';
import type { DriveItem, UploadSession } from '@microsoft/microsoft-graph-types';
import type { Transport } from '../transport/transport.ts';
import { GraphRefusal, graphErrorIn } from './graph-client.ts';
import { graphBusy, isPassing } from './retry.ts';

/** The service takes multiples of 320 KiB, and less than 60 MiB at once. */
const PIECE = 16 * 320 * 1024;
const PIECE_MS = 60_000;
const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 20_000;
const FIRST_PAUSE_MS = 300;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The address opens by itself: it is spoken to without a token, and never where tokens are meant to go. */
function checked(url: string | null | undefined): string {
  const host = url && URL.canParse(url) ? new URL(url) : null;
  if (host?.protocol === 'https:' && host.hostname !== 'graph.microsoft.com') return host.href;
  throw new KaigiError('unavailable', 'graph.strange_answer');
}

const firstMissing = ({ nextExpectedRanges }: UploadSession): number => {
  const from = Number(/^(\d+)/.exec(nextExpectedRanges?.[0] ?? '')?.[1]);
  if (Number.isSafeInteger(from)) return from;
  throw new KaigiError('unavailable', 'graph.strange_answer');
};

async function bodyOf<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  if (isPassing(response.status) || response.status >= 500) throw graphBusy(response.headers.get('retry-after'));
  throw new GraphRefusal(response.status, graphErrorIn(body).code ?? 'unknown');
}

/** How long to wait before the same piece once more; null: no more. */
function waitAfter(error: unknown, attempt: number): number | null {
  const passing = error instanceof KaigiError && error.kind === 'unavailable';
  const outOfStep = error instanceof GraphRefusal && error.status === 416;
  if (attempt >= ATTEMPTS || !(passing || outOfStep)) return null;
  const asked = passing ? error.params.retryAfterSeconds : undefined;
  const wait = typeof asked === 'number' ? asked * 1_000 : FIRST_PAUSE_MS * 2 ** (attempt - 1);
  return wait > LONGEST_WAIT_MS ? null : wait;
}

/** Sends a file to the address of a session, a piece at a time; after a broken piece it asks what has come. */
export async function sendPieces(
  transport: Transport,
  session: UploadSession,
  { path, bytes }: { readonly path: string; readonly bytes: number },
): Promise<DriveItem> {
  const url = checked(session.uploadUrl);
  const file = await open(path, 'r');
  try {
    let [from, attempt] = [firstMissing(session), 1];
    for (;;) {
      const piece = Buffer.alloc(Math.min(PIECE, bytes - from));
      await file.read(piece, 0, piece.length, from);
      try {
        const answer = await sendOne(transport, url, { piece, from, bytes });
        if ('id' in answer) return answer;
        [from, attempt] = [firstMissing(answer as UploadSession), 1];
      } catch (error) {
        const wait = waitAfter(error, attempt);
        if (wait === null) throw error;
        await pause(wait);
        attempt += 1;
        from = firstMissing(await bodyOf<UploadSession>(await transport.fetch(url)));
      }
    }
  } finally {
    await file.close();
  }
}

async function sendOne(
  transport: Transport,
  url: string,
  { piece, from, bytes }: { piece: Buffer; from: number; bytes: number },
): Promise<UploadSession | DriveItem> {
  const range = `bytes ${from}-${from + piece.length - 1}/${bytes}`;
  const headers = { 'content-range': range, 'content-type': 'application/octet-stream' };
  const body = new Uint8Array(piece);
  return bodyOf(await transport.fetch(url, { method: 'PUT', headers, body, deadlineMs: PIECE_MS }));
}
