import type { Env, Variable } from './env.ts';
import type { Values } from './read-values.ts';

/** A time-stamping authority (RFC 3161) for the log's checkpoints. */
export interface TimestampConfig {
  readonly url: string;
  /** A PEM file of the certificates that its answers must lead to. */
  readonly caFile: string;
  readonly policy: string | null;
}

const NAMES: readonly Variable[] = ['KAIGI_TIMESTAMP_CA', 'KAIGI_TIMESTAMP_POLICY'];

export function readTimestamps(env: Env, values: Values): TimestampConfig | null {
  const { KAIGI_TIMESTAMP_CA: caFile, KAIGI_TIMESTAMP_POLICY: policy } = env;
  // Authorities answer over plain http too: what they say is signed.
  const url = values.url('KAIGI_TIMESTAMP_URL', ['https:', 'http:']);
  if (env.KAIGI_TIMESTAMP_URL === undefined) {
    const needed = 'KAIGI_TIMESTAMP_URL';
    for (const name of NAMES) if (env[name] !== undefined) values.problem('of_use_only_with', { name, needed });
    return null;
  }
  if (policy !== undefined && !/^[012](\.\d{1,12}){2,20}$/.test(policy))
    values.problem('not_a_policy', { value: policy });
  if (caFile === undefined) values.problem('timestamps_without_ca');
  return url === null || caFile === undefined ? null : { url, caFile, policy: policy ?? null };
}
