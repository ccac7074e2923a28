import { type Prompt, type Worded, type Wording, wordingRefused } from '@kaigi/core/wording';
import { z } from 'zod';
import type { WordingConfig } from '../config/wording.ts';
import { errorCodeIn } from '../speech/server-refusals.ts';

export interface WordingOptions extends WordingConfig {
  /** Null where the server asks for none. */
  readonly key: string | null;
  readonly deadlineSeconds?: number;
}

/** Somebody waits in front of a page for it. */
const DEADLINE_SECONDS = 100;
const LONGEST_ANSWER = 1024 * 1024;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

const bodyOf = (model: string, { system, user }: Prompt): string =>
  JSON.stringify({
    ...{ model, temperature: 0, response_format: { type: 'json_object' } },
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
  });

/** @throws RangeError where there is no end to it */
async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new RangeError('the answer is too long');
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The server's words are never passed on: they may quote what was said in the meeting. */
function refusalIn(status: number, text: string, { host, model }: { readonly host: string; readonly model: string }) {
  const reason = errorCodeIn(text);
  if (status === 429 && reason === 'insufficient_quota') return wordingRefused('minutes.wording_quota', { host });
  if (status === 429 || status === 503) return wordingRefused('minutes.wording_busy', { host });
  if (status >= 500) return wordingRefused('minutes.wording_unreachable', { host });
  if (status === 401 || status === 403) return wordingRefused('minutes.wording_not_admitted', { host, status });
  if (status === 404) return wordingRefused('minutes.wording_not_found', { host, model });
  return wordingRefused('minutes.wording_refused', { host, status, reason });
}

function contentOf(text: string): Worded {
  try {
    const content = Completion.parse(JSON.parse(text)).choices[0]?.message.content;
    if (content !== undefined) return { text: content };
  } catch {
    // Not as the interface has it: said below.
  }
  return wordingRefused('minutes.wording_answer_unreadable');
}

/** Wording by a server that speaks OpenAI's `/v1/chat/completions`: the city's own, or the tenant's. */
export function createWording(options: WordingOptions): Wording {
  const { url, model, forClosed, key, deadlineSeconds = DEADLINE_SECONDS } = options;
  const { host } = new URL(url);
  const headers = {
    ...{ accept: 'application/json', 'content-type': 'application/json' },
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  return {
    ...{ model, host, forClosed },
    async propose(prompt) {
      const signal = AbortSignal.timeout(deadlineSeconds * 1_000);
      try {
        // A key must not travel: redirections are refused.
        const asked = { method: 'POST', headers, body: bodyOf(model, prompt), redirect: 'manual', signal } as const;
        const response = await fetch(url, asked);
        const text = await textOf(response);
        return response.ok ? contentOf(text) : refusalIn(response.status, text, { host, model });
      } catch {
        return signal.aborted
          ? wordingRefused('minutes.wording_too_slow', { seconds: deadlineSeconds })
          : wordingRefused('minutes.wording_unreachable', { host });
      }
    },
  };
}
