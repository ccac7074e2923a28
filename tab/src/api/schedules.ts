import type { EntryChangeInput, EntryInput, EntryView, WeekView } from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface WeekWish {
  /** `null`: my own section; `all`: the whole city hall. */
  readonly unit: string | null;
  readonly below: boolean;
  readonly from: string;
  readonly days: number;
  /** Instead of a unit; none: the unit. */
  readonly people: readonly string[];
}

export interface EntryChange {
  readonly id: string;
  readonly change: EntryChangeInput;
}

export interface EntryRemoval {
  readonly id: string;
  readonly version: number;
}

/** 予定: the week, and one's own entries. */
export interface SchedulesClient {
  week(wish: WeekWish, signal?: AbortSignal): Promise<WeekView>;
  enter(entry: EntryInput, idempotencyKey: string): Promise<EntryView>;
  change(change: EntryChange, idempotencyKey: string): Promise<EntryView>;
  remove(removal: EntryRemoval): Promise<void>;
}

const ENTRIES = '/schedules/entries';
const entryPath = (id: string): string => `${ENTRIES}/${encodeURIComponent(id)}`;

export function schedulesClient(transport: Transport): SchedulesClient {
  return {
    week: ({ unit, below, from, days, people }, signal) => {
      const whom = people.length > 0 ? { people: people.join() } : { unit, below: String(below) };
      return json(transport({ method: 'GET', path: pathOf('/schedules/week', { ...whom, from, days }), signal }));
    },
    enter: (body, idempotencyKey) => json(transport({ method: 'POST', path: pathOf(ENTRIES), body, idempotencyKey })),
    change: ({ id, change }, idempotencyKey) =>
      json(transport({ method: 'PATCH', path: pathOf(entryPath(id)), body: change, idempotencyKey })),
    remove: async ({ id, version }) => {
      await transport({ method: 'DELETE', path: pathOf(entryPath(id), { version }) });
    },
  };
}
