import type { NudgeList, NudgeView, PresenceBoard, WhereaboutsAnswer } from '@kaigi/core/contract';
import { json } from './answers.ts';
import { queryOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface PresenceClient {
  /** `null`: my own section; `all`: the whole city hall. */
  board(unit: string | null, signal?: AbortSignal): Promise<PresenceBoard>;
  mine(signal?: AbortSignal): Promise<WhereaboutsAnswer>;
  say(said: string, idempotencyKey: string): Promise<WhereaboutsAnswer>;
  nudges(signal?: AbortSignal): Promise<NudgeList>;
  nudge(staffId: string, idempotencyKey: string): Promise<NudgeList>;
  answer(nudgeId: string, idempotencyKey: string): Promise<NudgeView>;
}

const TELEWORK = '/api/v1/telework';

export function presenceClient(transport: Transport): PresenceClient {
  const get = <T>(path: string, signal?: AbortSignal): Promise<T> =>
    json(transport({ method: 'GET', path: `${TELEWORK}${path}`, signal }));
  const post = <T>(path: string, body: unknown, idempotencyKey: string): Promise<T> =>
    json(transport({ method: 'POST', path: `${TELEWORK}${path}`, body, idempotencyKey }));
  return {
    board: (unit, signal) => get(`/presence${queryOf({ unit })}`, signal),
    mine: (signal) => get('/whereabouts', signal),
    say: (said, key) => post('/whereabouts', { said }, key),
    nudges: (signal) => get('/nudges', signal),
    nudge: (staffId, key) => post('/nudges', { staffIds: [staffId] }, key),
    answer: (nudgeId, key) => post(`/nudges/${encodeURIComponent(nudgeId)}/answer`, {}, key),
  };
}
