import { type RecognitionRefusal, recognisingTexts, refusedTo } from '@kaigi/core/recogniser';
import type { Locale } from '@kaigi/core/shared';
import { isLoopback } from '../../config/read-values.ts';
import type { SpeechConfig, SpeechModels, SpeechServer } from '../../config/speech.ts';
import { findModels } from '../../speech/model-folder.ts';
import { SHERPA } from '../../speech/sherpa.ts';
import { loadSherpa } from '../../speech/sherpa-library.ts';
import { sentenceIn } from '../context.ts';
import { type Checked, checked } from './check.ts';

const DEADLINE_MS = 5_000;

/** Which recogniser is set, and what it lacks. Nothing is listened to, no model is loaded. */
export async function checkSpeech(speech: SpeechConfig | null, key: string | null, locale: Locale): Promise<Checked[]> {
  if (speech === null) return [checked('ok', 'speech.none')];
  const reasonOf = ({ code, params }: RecognitionRefusal) => sentenceIn(locale, code, params, recognisingTexts);
  return speech.kind === 'MODELS' ? checkModels(speech, reasonOf) : checkServer(speech, key, reasonOf);
}

type ReasonOf = (refusal: RecognitionRefusal) => string;

async function checkModels({ folder }: SpeechModels, reasonOf: ReasonOf): Promise<Checked[]> {
  const failed = (refusal: RecognitionRefusal) => [
    checked('fail', 'speech.models_fail', { reason: reasonOf(refusal) }),
  ];
  if (!(await loadSherpa(SHERPA)))
    return failed(refusedTo('minutes.recogniser_package_missing', { package: SHERPA }).refusal);
  const { models, refusal } = await findModels(folder);
  if (refusal) return failed(refusal);
  const found = checked('ok', 'speech.models', { folder, kind: models.recognition.kind });
  return models.voices ? [found] : [found, checked('warn', 'speech.no_voices')];
}

async function checkServer({ url, model }: SpeechServer, key: string | null, reasonOf: ReasonOf): Promise<Checked[]> {
  const { host, hostname, protocol } = new URL(url);
  const clear = protocol === 'http:' && !isLoopback(hostname) ? [checked('warn', 'speech.in_clear', { host })] : [];
  const status = await statusOf(url, key);
  const refusal =
    status === null
      ? refusedTo('minutes.recogniser_unreachable', { host }).refusal
      : [401, 403].includes(status)
        ? refusedTo('minutes.recogniser_not_admitted', { host, status }).refusal
        : null;
  const found = refusal
    ? checked('fail', 'speech.server_fail', { host, reason: reasonOf(refusal) })
    : checked('ok', 'speech.server', { host, model });
  return [found, ...clear];
}

/** Every server of this interface lists its models; one that does not says 404, and is there. */
async function statusOf(url: string, key: string | null): Promise<number | null> {
  const list = url.replace(/\/audio\/transcriptions(?=\?|$)/, '/models');
  const headers = key === null ? {} : { authorization: `Bearer ${key}` };
  const asked = { headers, redirect: 'manual', signal: AbortSignal.timeout(DEADLINE_MS) } as const;
  return fetch(list, asked).then(
    ({ status }) => status,
    () => null,
  );
}
