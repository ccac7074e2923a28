import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { type Hints, heardIn, type Recogniser, type Recognition, refusedTo } from '@kaigi/core/recogniser';
import type { SpeechServer } from '../config/speech.ts';
import { isPassing, retryAfterMs } from '../graph/retry.ts';
import { formOf } from './multipart.ts';
import { type Answer, post } from './post.ts';
import { errorCodeIn, refusalIn } from './server-refusals.ts';

export interface ServerOptions extends Pick<SpeechServer, 'url' | 'model' | 'mostMb'> {
  /** Null where the server asks for none. */
  readonly key: string | null;
  readonly deadlineMinutes?: number;
  /** Before the second try, where the server does not say. */
  readonly firstPauseMs?: number;
}

const MB = 1024 * 1024;
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 2_000;
/** Longer than this is not waited for: whoever asked comes again. */
const LONGEST_PAUSE_MS = 60_000;
const DEADLINE_MINUTES = 120;

const TELLS_VOICES_APART = /diari[sz]/i;

/** What is told the server beside the sound. Those that tell voices apart take no prompt, and are told to cut by themselves. */
function fieldsOf(model: string, { language, prompt }: Hints): Record<string, string> {
  const always = { model, language };
  if (TELLS_VOICES_APART.test(model)) return { ...always, response_format: 'diarized_json', chunking_strategy: 'auto' };
  return { ...always, response_format: 'verbose_json', ...(prompt === '' ? {} : { prompt }) };
}

/** The server goes by the ending; what the meeting is called is none of its business. */
const nameSent = (name: string): string => `recording${/\.[a-z0-9]{2,4}$/i.exec(name)?.[0].toLowerCase() ?? ''}`;

/** How long to wait before the next try; null where there is none. */
function pauseBefore(attempt: number, answer: Answer | null, firstPauseMs: number): number | null {
  if (attempt >= ATTEMPTS || (answer && !isPassing(answer.status))) return null;
  if (answer && errorCodeIn(answer.text) === 'insufficient_quota') return null;
  const asked = answer ? retryAfterMs(answer.retryAfter, new Date()) : null;
  const pause = asked ?? firstPauseMs * 2 ** (attempt - 1);
  return pause > LONGEST_PAUSE_MS ? null : pause;
}

/** The last answer of a few tries; null where nobody answered. */
async function answered(ask: () => Promise<Answer>, signal: AbortSignal, firstPauseMs: number): Promise<Answer | null> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask().catch(() => null);
    signal.throwIfAborted();
    const pause = pauseBefore(attempt, answer, firstPauseMs);
    if (pause === null) return answer;
    await setTimeout(pause, undefined, { signal });
  }
}

function recognitionIn(answer: Answer | null, { host, model }: { host: string; model: string }): Recognition {
  if (!answer) return refusedTo('minutes.recogniser_unreachable', { host });
  const refusal = refusalIn(answer, { host, model });
  if (refusal) return { refusal };
  const heard = heardIn(answer.text);
  if (heard === 'unreadable') return refusedTo('minutes.recogniser_answer_unreadable');
  return heard === 'untimed' ? refusedTo('minutes.recogniser_untimed', { model }) : { heard };
}

/** Recognition by a server that speaks OpenAI's `/v1/audio/transcriptions`: the city's own, or the tenant's. */
export function createServer(options: ServerOptions): Recogniser {
  const { url, model, mostMb, key, deadlineMinutes = DEADLINE_MINUTES, firstPauseMs = FIRST_PAUSE_MS } = options;
  const { host } = new URL(url);
  return {
    name: model,
    async recognise({ name, path }, hints, signal) {
      signal.throwIfAborted();
      const { size } = await stat(path);
      if (size === 0) return refusedTo('minutes.recording_empty', { name });
      const megabytes = Math.ceil(size / MB);
      if (megabytes > mostMb) return refusedTo('minutes.recording_too_large', { name, megabytes, most: mostMb });
      const boundary = `kaigi-${crypto.randomUUID()}`;
      const form = await formOf(fieldsOf(model, hints), { path, name: nameSent(name) }, boundary);
      const deadline = AbortSignal.timeout(deadlineMinutes * 60_000);
      const both = AbortSignal.any([signal, deadline]);
      try {
        const answer = await answered(() => post({ url, key, form, signal: both }), both, firstPauseMs);
        return recognitionIn(answer, { host, model });
      } catch (error) {
        signal.throwIfAborted();
        if (deadline.aborted) return refusedTo('minutes.recogniser_too_slow', { minutes: deadlineMinutes });
        throw error;
      }
    },
  };
}
