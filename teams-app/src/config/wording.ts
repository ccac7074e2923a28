import { entranceOf } from './entrance.ts';
import type { Env, Variable } from './env.ts';
import type { Values } from './read-values.ts';

/** A language model that speaks OpenAI's interface: the city's own, or the tenant's. */
export interface WordingConfig {
  /** The whole address of its chat completions. */
  readonly url: string;
  readonly model: string;
  /** Whether the words of closed meetings may be sent there too. */
  readonly forClosed: boolean;
}

export function readWording(env: Env, values: Values): WordingConfig | null {
  const { KAIGI_WORDING_MODEL: model, KAIGI_WORDING_KEY: key } = env;
  const address = values.url('KAIGI_WORDING_URL', ['https:', 'http:']);
  const forClosed = values.flag('KAIGI_WORDING_CLOSED') ?? false;
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) values.problem('not_a_key', { name: 'KAIGI_WORDING_KEY' });
  if (env.KAIGI_WORDING_URL === undefined) {
    const others: readonly Variable[] = ['KAIGI_WORDING_KEY', 'KAIGI_WORDING_MODEL', 'KAIGI_WORDING_CLOSED'];
    const needed = 'KAIGI_WORDING_URL';
    for (const name of others) if (env[name] !== undefined) values.problem('of_use_only_with', { name, needed });
    return null;
  }
  if (model === undefined) values.problem('wording_without_model');
  if (address === null || model === undefined) return null;
  return { url: entranceOf(address, '/chat/completions'), model, forClosed };
}
