import { type Actor, type Directory, hasRole, type Person, personOf } from '../../directory/index.ts';
import { type Clock, type Database, onlyOnce, type Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  inParts,
  type LocalDate,
  localDateOf,
  notAllowed,
  notFound,
  parseLocalDate,
} from '../../shared/index.ts';
import type { TeleworkFact } from '../history/fact.ts';
import { factsOf } from '../history/store.ts';
import { employmentsOf, REGULAR } from '../hours/hours-of.ts';
import { termsOf } from '../hours/store.ts';
import { mayLookAt } from '../people/people.ts';
import { type Account, type AccountWish, accountOf, LEAVE_ACCOUNT } from './account.ts';
import { accountsOf, type Writing, writeGrants, writeWish } from './account-store.ts';
import { figuresOf, grantsFor, inDaysOfToday } from './balance.ts';
import type { CityLeaveOf } from './city-values.ts';
import type { AdjustLeaveInput, LeaveBalanceView } from './contract.ts';
import type { Service } from './grants.ts';
import { leaveYearOf } from './leave-rules.ts';

export interface LeaveAccountsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Pick<Regulations, 'ready'>;
  readonly cityLeave: CityLeaveOf;
  readonly wake: () => void;
}

/** 年次有給休暇簿: what everybody has, and what becomes of it. */
export interface LeaveAccounts {
  /** @throws not-found `telework.leave_nobody` where the caller may not know of the person */
  balance(caller: Caller, staffId: string | null): Promise<LeaveBalanceView>;
  /**
   * 調整: a person of the personnel section puts an account right.
   * @throws not-allowed `telework.leave_adjust_personnel`; conflict `telework.leave_stale`
   * @throws bad-input `telework.leave_not_enough`, `telework.leave_adjust_days`
   */
  adjust(caller: Caller, input: AdjustLeaveInput): Promise<LeaveBalanceView>;
  /** What an application does to the account, in its own transaction. @throws bad-input `telework.leave_not_enough` … */
  wish(tx: Tx, writing: Writing, wish: AccountWish): Promise<void>;
  accountOf(tx: Tx, staffId: string): Promise<{ account: Account; service: Omit<Service, 'upTo'> }>;
  /** The rules on any day, by the person's terms. */
  rulesOf(tx: Tx, staffId: string): Promise<Service['rulesOn']>;
  /** 付与 of everybody who is due; again, or days late, is harmless. Returns for how many something was written. */
  grantEverybody(municipalityId: string): Promise<number>;
}

const HISTORY_SHOWN = 100;

type HistoryLine = LeaveBalanceView['history'][number];

interface Written {
  readonly on: string;
  readonly minutes: number;
  readonly perDay?: number | undefined;
}

const lineOf =
  (account: Account, minutesPerDay: number) =>
  ({ seq, at, act, actor, fact }: TeleworkFact): HistoryLine => {
    const named = act === 'RESERVED' ? (fact.items as unknown as Written[]) : null;
    const items = Array.isArray(fact.itemIds) ? fact.itemIds.map((id) => account.items.get(String(id))) : null;
    const days = (named ?? items)?.flatMap((one) => (one ? [one.on] : [])) ?? [String(fact.on)];
    const today = (one: Written | undefined) => (one ? inDaysOfToday(one, minutesPerDay) : 0);
    const sum = (named ?? items ?? [fact as unknown as Written]).reduce((minutes, one) => minutes + today(one), 0);
    const sign = act === 'RESERVED' || act === 'TAKEN' ? -1 : 1;
    const { staffId, name, postTitle, unitName } = actor;
    const by = { staffId, name, postTitle, unitName };
    return {
      ...{ seq, at: at.toISOString(), act: act as HistoryLine['act'], days, minutes: sign * sum, by },
      reason: typeof fact.reason === 'string' ? fact.reason : null,
    };
  };

async function serviceOf(parts: LeaveAccountsParts, tx: Tx, staffId: string): Promise<Omit<Service, 'upTo'>> {
  await parts.regulations.ready(tx);
  const { rulesFor } = parts.cityLeave(tx.municipalityId);
  const [joined, terms] = await Promise.all([parts.directory.servingSince(tx, [staffId]), termsOf(tx, [staffId])]);
  const joinedOn = joined.get(staffId) ?? null;
  return { joinedOn, today: localDateOf(parts.clock.now()), rulesOn: rulesFor({ terms, joinedOn }) };
}

async function personBy(parts: LeaveAccountsParts, tx: Tx, staffId: string): Promise<Person> {
  const actor = await parts.directory.actorById(tx, staffId);
  if (!actor) throw notFound('telework.leave_nobody');
  return personOf(actor);
}

async function viewOf(parts: LeaveAccountsParts, tx: Tx, { actor, staffId }: { actor: Actor; staffId: string }) {
  const [person, service, facts] = await Promise.all([
    personBy(parts, tx, staffId),
    serviceOf(parts, tx, staffId),
    factsOf(tx, { kind: LEAVE_ACCOUNT, id: staffId }),
  ]);
  const employments = await employmentsOf(tx, [staffId], service.today);
  const basis = parts.cityLeave(tx.municipalityId).basisOn(service.today, employments.get(staffId) ?? REGULAR);
  const account = accountOf(facts);
  const { minutesPerDay, hourStep, halfDays } = service.rulesOn(service.today);
  return {
    person,
    ...{ minutesPerDay, hourStep, halfDays, basis },
    ...figuresOf(account, service),
    history: facts.slice(-HISTORY_SHOWN).toReversed().map(lineOf(account, minutesPerDay)),
    may: { adjust: hasRole(actor, 'PERSONNEL') && actor.staffId !== staffId },
  } satisfies LeaveBalanceView;
}

async function balance(parts: LeaveAccountsParts, caller: Caller, staffId: string | null): Promise<LeaveBalanceView> {
  return parts.db.singly(caller.municipalityId, async (tx) => {
    const [actor, there] = await Promise.all([parts.directory.actorOf(tx, caller), parts.directory.organisation(tx)]);
    const of = staffId ?? actor.staffId;
    if (!mayLookAt(there, actor, of)) throw notFound('telework.leave_nobody');
    return viewOf(parts, tx, { actor, staffId: of });
  });
}

async function wish(parts: LeaveAccountsParts, tx: Tx, { writing, asked }: { writing: Writing; asked: AccountWish }) {
  const { account, service } = await accountFor(parts, tx, writing.staffId);
  const days = asked.act === 'RESERVED' ? asked.items.map(({ on }) => on) : [];
  const granting = grantsFor(account, service, days);
  await writeWish(tx, { ...writing, clock: parts.clock }, { wish: asked, granting });
}

async function accountFor(parts: LeaveAccountsParts, tx: Tx, staffId: string) {
  const [service, accounts] = await Promise.all([serviceOf(parts, tx, staffId), accountsOf(tx, [staffId])]);
  return { account: accounts.get(staffId) ?? accountOf([]), service };
}

type Days = Pick<Service, 'rulesOn' | 'today'>;

function adjustmentOf({ on, expiresOn, minutes, reason }: AdjustLeaveInput, { rulesOn, today }: Days): AccountWish {
  const from = parseLocalDate(on);
  if (!from) throw badInput('telework.leave_adjust_days');
  const rules = rulesOn(from);
  const begun = leaveYearOf(from, rules);
  const until =
    expiresOn === null ? (`${Number(begun.slice(0, 4)) + 2}${begun.slice(4)}` as LocalDate) : parseLocalDate(expiresOn);
  if (!until || until <= from) throw badInput('telework.leave_adjust_days');
  // Typed by somebody who has today's days before them.
  const { minutesPerDay: perDay } = rulesOn(today);
  return { act: 'ADJUSTED', on: from, expiresOn: until, minutes, reason, perDay };
}

async function adjust(parts: LeaveAccountsParts, caller: Caller, input: AdjustLeaveInput): Promise<LeaveBalanceView> {
  const { db, directory } = parts;
  const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const { staffId, version } = input;
    // Not one's own: what one has is never one's own word.
    if (!hasRole(actor, 'PERSONNEL') || actor.staffId === staffId) throw notAllowed('telework.leave_adjust_personnel');
    await personBy(parts, tx, staffId);
    const call = {
      staffId: actor.staffId,
      key: caller.idempotencyKey,
      request: { use: 'telework.leave-adjust', ...input },
    };
    return onlyOnce(tx, call, async () => {
      const { account, service } = await accountFor(parts, tx, staffId);
      if (account.version !== version)
        throw conflict('telework.leave_stale', {}, await viewOf(parts, tx, { actor, staffId }));
      const writing = { staffId, actor: personOf(actor), via: caller.via };
      await wish(parts, tx, { writing, asked: adjustmentOf(input, service) });
      return viewOf(parts, tx, { actor, staffId });
    });
  });
  parts.wake();
  return view;
}

const CHUNK = 100;

/** In small transactions: a process that dies half-way leaves the rest to the next run. */
async function grantEverybody(parts: LeaveAccountsParts, municipalityId: string): Promise<number> {
  const { db, clock, directory, cityLeave } = parts;
  const { rulesFor } = cityLeave(municipalityId);
  const serving = await db.singly(municipalityId, async (tx) => {
    await parts.regulations.ready(tx);
    return [...(await directory.servingSince(tx, null))];
  });
  const today = localDateOf(clock.now());
  let granted = 0;
  for (const some of inParts(serving, CHUNK)) {
    granted += await db.inMunicipality(municipalityId, async (tx) => {
      const staffIds = some.map(([staffId]) => staffId);
      const [accounts, all] = await Promise.all([accountsOf(tx, staffIds), termsOf(tx, staffIds)]);
      const termsByStaff = Map.groupBy(all, ({ staffId }) => staffId);
      let written = 0;
      for (const [staffId, joinedOn] of some) {
        const account = accounts.get(staffId) ?? accountOf([]);
        const rulesOn = rulesFor({ terms: termsByStaff.get(staffId) ?? [], joinedOn });
        const { due } = grantsFor(account, { joinedOn, today, rulesOn });
        if (due.length === 0) continue;
        const writing = { staffId, via: 'rules', actor: { staffId, name: '', postTitle: '', unitName: '' } } as const;
        await writeGrants(tx, { ...writing, clock }, due);
        written += 1;
      }
      return written;
    });
  }
  return granted;
}

export function createLeaveAccounts(parts: LeaveAccountsParts): LeaveAccounts {
  return {
    balance: (caller, staffId) => balance(parts, caller, staffId),
    adjust: (caller, input) => adjust(parts, caller, input),
    wish: (tx, writing, asked) => wish(parts, tx, { writing, asked }),
    accountOf: (tx, staffId) => accountFor(parts, tx, staffId),
    rulesOf: async (tx, staffId) => (await serviceOf(parts, tx, staffId)).rulesOn,
    grantEverybody: (municipalityId) => grantEverybody(parts, municipalityId),
  };
}
