import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { Form } from './multipart.ts';

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

export interface Post {
  readonly url: string;
  readonly key: string | null;
  readonly form: Form;
  readonly signal: AbortSignal;
}

/** Hours of speech with the times of every word are some megabytes. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/**
 * Sends a form and reads the answer. Not by `fetch`: it waits five minutes for an answer, and a recognizer listens for longer.
 * Redirections are not followed, for a key must not travel.
 * @throws when nobody answers, the answer is cut, or the signal is aborted
 */
export function post({ url, key, form, signal }: Post): Promise<Answer> {
  const { protocol } = new URL(url);
  const headers = {
    accept: 'application/json',
    'content-type': form.contentType,
    'content-length': form.length,
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  return new Promise((resolve, reject) => {
    const send = protocol === 'https:' ? requestSecure : requestPlain;
    const request = send(url, { method: 'POST', headers, signal, agent: false }, async (response) => {
      try {
        const chunks: Buffer[] = [];
        let length = 0;
        for await (const chunk of response) {
          chunks.push(chunk as Buffer);
          length += (chunk as Buffer).length;
          if (length > LONGEST_ANSWER) throw new RangeError('the answer is too long');
        }
        const retryAfter = response.headers['retry-after'] ?? null;
        resolve({ status: response.statusCode ?? 0, retryAfter, text: Buffer.concat(chunks).toString('utf8') });
      } catch (error) {
        reject(error);
      } finally {
        request.destroy();
      }
    });
    // A server may refuse before it has read everything, and hang up: then its answer counts, not the broken pipe.
    request.once('error', reject);
    pipeline(form.body(), request).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
        reject(error);
    });
  });
}
