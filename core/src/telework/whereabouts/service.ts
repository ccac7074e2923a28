import { type Actor, type Directory, type Person, personOf } from '../../directory/index.ts';
import { type Clock, type Database, newId, onlyOnce, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, conflict } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import type { WhereaboutsAnswer, WhereaboutsInput, WhereaboutsKind } from './contract.ts';
import { presentWhereabouts, understood } from './present.ts';
import { expiryOf, type Period, periodProblem, type Whereabouts } from './rules.ts';
import * as store from './store.ts';
import { readSaid } from './words.ts';

export interface WhereaboutsService {
  /**
   * Says where the caller is; what was said before gives way to it.
   * @throws bad-input `telework.whereabouts_*`: what is asked back
   * @throws conflict `telework.whereabouts_not_out`
   */
  say(caller: Caller, input: WhereaboutsInput): Promise<WhereaboutsAnswer>;
  /** What the caller said that holds or is to come. */
  mine(caller: Caller): Promise<WhereaboutsAnswer>;
}

export interface WhereaboutsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly wake: () => void;
}

type Wish =
  | { readonly kind: WhereaboutsKind; readonly period: Period; readonly place: string }
  | { readonly kind: 'BACK' }
  | { readonly kind: 'BACK_AT'; readonly until: Date };

/** @throws bad-input what is asked back */
function wishOf({ said, kind, from, until, place }: WhereaboutsInput, now: Date): Wish {
  if (said === null) {
    if (kind === 'BACK') return { kind };
    const period = { from: from === null ? now : new Date(from), until: until === null ? null : new Date(until) };
    return { kind: kind ?? 'OUT', period, place };
  }
  const read = readSaid(said, now);
  if (read.kind === 'UNCLEAR') throw badInput(`telework.whereabouts_${read.why}`, { ...read.params });
  if (read.kind === 'BACK' || read.kind === 'BACK_AT') return read;
  return { kind: read.kind, period: { from: read.from ?? now, until: read.until }, place: read.place };
}

interface Saying {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly now: Date;
}

const factBody = ({ kind, from, until, expiresAt, place }: Whereabouts) => ({
  ...{ kind, from: from.toISOString(), until: until?.toISOString() ?? null },
  ...{ expiresAt: expiresAt.toISOString(), place },
});

async function note(
  { clock }: WhereaboutsParts,
  { tx, caller, now }: Saying,
  { one, act, actor }: { one: Whereabouts; act: 'SAID' | 'BACK' | 'REPLACED'; actor: Person },
): Promise<void> {
  const subject = { kind: 'whereabouts', id: one.whereaboutsId };
  await addFact(tx, {
    ...{ subject, seq: act === 'SAID' ? 1 : 2, at: now, act, staffId: one.staffId, actor },
    ...{ fact: act === 'SAID' ? factBody(one) : {}, via: caller.via, leafId: newId(clock) },
  });
}

async function end(parts: WhereaboutsParts, saying: Saying, by: 'BACK' | 'REPLACED'): Promise<Whereabouts[]> {
  const { tx, actor, now } = saying;
  const open = await store.openWhereabouts(tx, [actor.staffId], now);
  const ids = open.map(({ whereaboutsId }) => whereaboutsId);
  if (ids.length > 0) await store.endWhereabouts(tx, ids, { at: now, by });
  for (const one of open) await note(parts, saying, { one, act: by, actor: personOf(actor) });
  return open;
}

async function begin(
  parts: WhereaboutsParts,
  saying: Saying,
  { kind, period, place }: Exclude<Wish, { kind: 'BACK' | 'BACK_AT' }>,
): Promise<Whereabouts> {
  const { tx, actor, now } = saying;
  const problem = periodProblem(period, now);
  if (problem) throw badInput(problem);
  await end(parts, saying, 'REPLACED');
  const one: Whereabouts = {
    ...{ whereaboutsId: newId(parts.clock), staffId: actor.staffId, person: personOf(actor), kind },
    ...{ ...period, expiresAt: expiryOf(kind, period), place, saidAt: now, endedAt: null, endedBy: null },
  };
  await store.insertWhereabouts(tx, one);
  await note(parts, saying, { one, act: 'SAID', actor: one.person });
  return one;
}

async function sayOnce(parts: WhereaboutsParts, saying: Saying, input: WhereaboutsInput): Promise<WhereaboutsAnswer> {
  const { tx, actor, caller, now } = saying;
  const { locale } = caller;
  await store.lockWhereabouts(tx, actor.staffId);
  const wish = wishOf(input, now);
  if (wish.kind === 'BACK') {
    if ((await end(parts, saying, 'BACK')).length === 0) throw conflict('telework.whereabouts_not_out');
    return { understood: understood({ kind: 'BACK' }, { now, locale }), items: [] };
  }
  if (wish.kind !== 'BACK_AT') {
    const one = await begin(parts, saying, wish);
    return { understood: understood(one, { now, locale }), items: [presentWhereabouts(one, now)] };
  }
  const [last] = (await store.openWhereabouts(tx, [actor.staffId], now)).slice(-1);
  if (!last) throw conflict('telework.whereabouts_not_out');
  const period = { from: last.from, until: wish.until };
  const one = await begin(parts, saying, { kind: 'OUT', period, place: last.place });
  return { understood: understood(one, { now, locale }), items: [presentWhereabouts(one, now)] };
}

export function createWhereabouts(parts: WhereaboutsParts): WhereaboutsService {
  const { db, clock, directory, wake } = parts;
  return {
    async say(caller, input) {
      const answer = await db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        const saying = { tx, actor, caller, now: clock.now() };
        const request = { use: 'telework.whereabouts', ...input };
        return onlyOnce(tx, { staffId: actor.staffId, key: caller.idempotencyKey, request }, () =>
          sayOnce(parts, saying, input),
        );
      });
      wake();
      return answer;
    },
    mine: (caller) =>
      db.singly(caller.municipalityId, async (tx) => {
        const { staffId } = await directory.actorOf(tx, caller);
        const now = clock.now();
        const open = await store.openWhereabouts(tx, [staffId], now);
        const [last] = open.slice(-1);
        const sentence = understood(last ?? { kind: 'NONE' }, { now, locale: caller.locale });
        return { understood: sentence, items: open.map((one) => presentWhereabouts(one, now)) };
      }),
  };
}
