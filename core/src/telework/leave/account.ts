import { z } from 'zod';
import type { Json, LocalDate } from '../../shared/index.ts';
import { type LeaveEntry, type LeaveGranted, type LeaveTaken, type NotEnough, refuseTaking } from './ledger.ts';

/** One person's 年次有給休暇 as facts; its version lets only one of two writers be the next. */
export const LEAVE_ACCOUNT = 'leave-account';

const day = z.string().transform((text) => text as LocalDate);
const minutes = z.number().int();

const perDay = minutes.optional();

const Granted = z.object({ on: day, minutes, expiresOn: day, carryOverAtMost: minutes, perDay });
const Reserved = z.object({
  applicationId: z.string(),
  items: z.array(z.object({ itemId: z.string(), on: day, minutes, perDay })),
});
const Named = z.object({ applicationId: z.string(), itemIds: z.array(z.string()) });
const Adjusted = z.object({ on: day, minutes, expiresOn: day, reason: z.string(), perDay });

export type LeaveAct = 'GRANTED' | 'RESERVED' | 'TAKEN' | 'GIVEN_BACK' | 'ADJUSTED';

/** What of a fact the account is made from. */
export interface AccountFact {
  readonly seq: number;
  readonly act: string;
  readonly fact: Readonly<Record<string, Json>>;
}

/** A day, half day or some hours of an application, as they stand to the account. */
export interface AccountItem {
  readonly itemId: string;
  readonly applicationId: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly perDay?: number | undefined;
  readonly state: 'RESERVED' | 'TAKEN' | 'GIVEN_BACK';
  /** Of the entry that took it. */
  readonly entryId: string;
}

export interface Account {
  readonly version: number;
  readonly entries: readonly LeaveEntry[];
  readonly items: ReadonlyMap<string, AccountItem>;
}

// Put right by hand is neither carried over nor cut by it: what lapses is said with it.
const NO_CARRY_OVER = Number.MAX_SAFE_INTEGER;

const entryIdOf = (seq: number, name: string): string => `${String(seq).padStart(8, '0')} ${name}`;

interface Asked {
  readonly itemId: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly perDay?: number | undefined;
}

const takenEntry = (entryId: string, { on, minutes: taken, perDay: of }: Omit<Asked, 'itemId'>) =>
  ({ kind: 'TAKEN', entryId, key: entryId, on, minutes: taken, ...(of === undefined ? {} : { perDay: of }) }) as const;

class Building {
  readonly entries: LeaveEntry[] = [];
  readonly items = new Map<string, AccountItem>();

  grant(entryId: string, given: Omit<LeaveGranted, 'kind' | 'entryId' | 'key'>): void {
    this.entries.push({ kind: 'GRANTED', entryId, key: `granted ${given.on}`, ...given });
  }

  take(seq: number, applicationId: string, item: Asked): void {
    const entryId = entryIdOf(seq, item.itemId);
    this.items.set(item.itemId, { ...item, applicationId, state: 'RESERVED', entryId });
    this.entries.push({ ...takenEntry(entryId, item), requestId: applicationId });
  }

  giveBack(seq: number, itemId: string): void {
    const item = this.items.get(itemId);
    if (!item || item.state === 'GIVEN_BACK') return;
    this.items.set(itemId, { ...item, state: 'GIVEN_BACK' });
    const entryId = entryIdOf(seq, itemId);
    this.entries.push({ kind: 'CANCELLED', entryId, key: entryId, takenId: item.entryId });
  }

  adjust(seq: number, { on, minutes: by, expiresOn, perDay: of }: z.infer<typeof Adjusted>): void {
    const entryId = entryIdOf(seq, 'adjusted');
    const key = entryId;
    if (by > 0)
      this.entries.push({
        ...{ kind: 'GRANTED', entryId, key, on, minutes: by, expiresOn, perDay: of },
        carryOverAtMost: NO_CARRY_OVER,
      });
    else this.entries.push({ ...takenEntry(entryId, { on, minutes: -by, perDay: of }), requestId: entryId });
  }
}

/** Everything that the facts of one person come to. */
export function accountOf(facts: readonly AccountFact[]): Account {
  const made = new Building();
  for (const { seq, act, fact } of facts) {
    if (act === 'GRANTED') made.grant(entryIdOf(seq, 'granted'), Granted.parse(fact));
    else if (act === 'ADJUSTED') made.adjust(seq, Adjusted.parse(fact));
    else if (act === 'RESERVED') {
      const { applicationId, items } = Reserved.parse(fact);
      for (const item of items) made.take(seq, applicationId, item);
    } else {
      for (const itemId of Named.parse(fact).itemIds) {
        const item = made.items.get(itemId);
        if (act === 'GIVEN_BACK') made.giveBack(seq, itemId);
        else if (item?.state === 'RESERVED') made.items.set(itemId, { ...item, state: 'TAKEN' });
      }
    }
  }
  return { version: facts.at(-1)?.seq ?? 0, entries: made.entries, items: made.items };
}

export type AccountWish =
  | {
      readonly act: 'RESERVED';
      readonly applicationId: string;
      readonly items: readonly Asked[];
    }
  | { readonly act: 'TAKEN' | 'GIVEN_BACK'; readonly applicationId: string; readonly itemIds: readonly string[] }
  | {
      readonly act: 'ADJUSTED';
      readonly on: LocalDate;
      readonly minutes: number;
      readonly expiresOn: LocalDate;
      readonly reason: string;
      readonly perDay?: number;
    };

export interface NewAccountFact {
  readonly act: LeaveAct;
  readonly fact: Readonly<Record<string, Json>>;
}

type Decided = { readonly add: NewAccountFact | null; readonly refused: null } | { readonly refused: NotEnough };

const NOTHING: Decided = { add: null, refused: null };

const takenBy = (seq: number, items: readonly Asked[]): LeaveTaken[] =>
  items.map((item) => ({ ...takenEntry(entryIdOf(seq, item.itemId), item), requestId: item.itemId }));

/**
 * What a wish adds to the account; nothing where that has happened already. `ahead` are grants of days to come, which
 * days asked for behind them may count on.
 */
export function decide(account: Account, wish: AccountWish, ahead: readonly LeaveGranted[]): Decided {
  const { items: known, version } = account;
  const all = [...account.entries, ...ahead];
  if (wish.act === 'RESERVED') {
    const items = wish.items.filter(({ itemId }) => (known.get(itemId)?.state ?? 'GIVEN_BACK') === 'GIVEN_BACK');
    if (items.length === 0) return NOTHING;
    const refused = refuseTaking(all, takenBy(version + 1, items));
    if (refused) return { refused };
    const kept = items.map(({ perDay: of, ...item }) => ({ ...item, ...(of === undefined ? {} : { perDay: of }) }));
    const fact = { applicationId: wish.applicationId, items: kept };
    return { add: { act: 'RESERVED', fact }, refused: null };
  }
  if (wish.act === 'ADJUSTED') {
    const { act, ...fact } = wish;
    const { on, minutes: by } = wish;
    const refused =
      by < 0
        ? refuseTaking(all, takenBy(version + 1, [{ itemId: 'adjusted', on, minutes: -by, perDay: wish.perDay }]))
        : null;
    return refused ? { refused } : { add: { act, fact }, refused: null };
  }
  const { act, applicationId } = wish;
  const itemIds = wish.itemIds.filter((itemId) => {
    const state = known.get(itemId)?.state;
    return state === 'RESERVED' || (act === 'GIVEN_BACK' && state === 'TAKEN');
  });
  return itemIds.length === 0 ? NOTHING : { add: { act, fact: { applicationId, itemIds } }, refused: null };
}
