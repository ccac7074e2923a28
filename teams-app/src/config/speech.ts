import { entranceOf } from './entrance.ts';
import type { Env, Variable } from './env.ts';
import type { Values } from './read-values.ts';

/** A recogniser on this machine: sound never leaves it. */
export interface SpeechModels {
  readonly kind: 'MODELS';
  readonly folder: string;
  /** What its process may use. */
  readonly memoryMb: number;
}

/** A server that speaks OpenAI's interface: the city's own, or the tenant's. */
export interface SpeechServer {
  readonly kind: 'SERVER';
  /** The whole address of its transcriptions. */
  readonly url: string;
  readonly model: string;
  /** What it takes in one recording. */
  readonly mostMb: number;
}

export type SpeechConfig = SpeechModels | SpeechServer;

const MEMORY_MB = { from: 512, to: 65_536, usual: 6_144 };
// OpenAI's own limit; a server of the city may take more.
const RECORDING_MB = { from: 1, to: 2_000, usual: 25 };

const ENTRANCE = '/audio/transcriptions';

export function readSpeech(env: Env, values: Values): SpeechConfig | null {
  const { KAIGI_SPEECH_MODELS: folder, KAIGI_SPEECH_MODEL: model, KAIGI_SPEECH_KEY: key } = env;
  const megabytes = (name: Variable, { usual, ...range }: typeof MEMORY_MB) =>
    values.integer(name, { ...range, code: 'not_a_size' }) ?? usual;
  const only = (names: readonly Variable[], needed: Variable) => {
    for (const name of names) if (env[name] !== undefined) values.problem('of_use_only_with', { name, needed });
  };
  const address = values.url('KAIGI_SPEECH_URL', ['https:', 'http:']);
  const memoryMb = megabytes('KAIGI_SPEECH_MEMORY_MB', MEMORY_MB);
  const mostMb = megabytes('KAIGI_SPEECH_MOST_MB', RECORDING_MB);
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) values.problem('not_a_key', { name: 'KAIGI_SPEECH_KEY' });
  if (folder === undefined) only(['KAIGI_SPEECH_MEMORY_MB'], 'KAIGI_SPEECH_MODELS');
  if (env.KAIGI_SPEECH_URL === undefined) {
    only(['KAIGI_SPEECH_KEY', 'KAIGI_SPEECH_MODEL', 'KAIGI_SPEECH_MOST_MB'], 'KAIGI_SPEECH_URL');
    return folder === undefined ? null : { kind: 'MODELS', folder, memoryMb };
  }
  if (folder !== undefined) values.problem('speech_twice');
  if (model === undefined) values.problem('speech_without_model');
  return address === null || model === undefined
    ? null
    : { kind: 'SERVER', url: entranceOf(address, ENTRANCE), model, mostMb };
}
