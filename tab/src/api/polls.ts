import type {
  ChangePollInput,
  MakePollInput,
  PollActInput,
  PollAnswerInput,
  PollList,
  PollView,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

/** What is done to a poll. */
export type PollOrder =
  | { readonly to: 'make'; readonly input: MakePollInput }
  | { readonly to: 'change'; readonly id: string; readonly input: ChangePollInput }
  | { readonly to: 'act'; readonly id: string; readonly input: PollActInput }
  | { readonly to: 'answer'; readonly id: string; readonly input: PollAnswerInput };

export interface PollsClient {
  list(signal?: AbortSignal): Promise<PollList>;
  read(id: string, signal?: AbortSignal): Promise<PollView>;
  order(order: PollOrder, idempotencyKey: string): Promise<PollView>;
}

const POLLS = '/schedules/polls';
const pollPath = (id: string): string => `${POLLS}/${encodeURIComponent(id)}`;

function callOf(order: PollOrder) {
  if (order.to === 'make') return { method: 'POST' as const, path: POLLS };
  if (order.to === 'change') return { method: 'PATCH' as const, path: pollPath(order.id) };
  if (order.to === 'act') return { method: 'POST' as const, path: `${pollPath(order.id)}/acts` };
  return { method: 'PUT' as const, path: `${pollPath(order.id)}/answer` };
}

/** 日程調整 */
export const pollsClient = (transport: Transport): PollsClient => ({
  list: (signal) => json(transport({ method: 'GET', path: pathOf(POLLS), signal })),
  read: (id, signal) => json(transport({ method: 'GET', path: pathOf(pollPath(id)), signal })),
  order: (order, idempotencyKey) => {
    const { method, path } = callOf(order);
    return json(transport({ method, path: pathOf(path), body: order.input, idempotencyKey }));
  },
});
