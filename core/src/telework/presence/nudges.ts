import { type Actor, type Directory, type Person, personOf } from '../../directory/index.ts';
import { type Clock, type Database, type JobSpec, newId, onlyOnce, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, localDateOf, notAllowed, notFound, startOfDay } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { mayActAsBoss } from '../people/people.ts';
import type { NudgeAnswerInput, NudgeInput, NudgeList, NudgeView } from './contract.ts';
import { type KnowingParts, presencesOf } from './known.ts';
import { dueAt, minutesToAnswer, type Nudge, nudgeState } from './nudge-rules.ts';
import * as store from './nudge-store.ts';

export interface Nudges {
  /**
   * Asks people below who are at work to answer. Whom the caller has asked already, and who still has time, is not asked
   * again.
   * @throws not-allowed `telework.nudge_not_below`; bad-input `telework.nudge_not_at_work`
   */
  ask(caller: Caller, input: NudgeInput): Promise<NudgeList>;
  /** One tap; again is harmless. @throws not-found `telework.nudge_not_found` */
  answer(caller: Caller, nudgeId: string, input: NudgeAnswerInput): Promise<NudgeView>;
  /** Of today, by the caller and of the caller. */
  list(caller: Caller): Promise<NudgeList>;
  /** The time is over: the asker is told once. */
  tellUnanswered(municipalityId: string, nudgeId: string): Promise<'TOLD' | 'NOTHING_TO_TELL' | 'EARLY'>;
}

export interface NudgesParts extends KnowingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly wake: () => void;
}

/** Payload `municipalityId`, `nudgeId`. */
export const NUDGE_DUE = 'telework/nudge-due';

export function presentNudge(nudge: Nudge, staffId: string, now: Date): NudgeView {
  const { nudgeId, version, person, asker, askedAt, message, answeredAt, answer } = nudge;
  return {
    ...{ id: nudgeId, version, state: nudgeState(nudge, now), person, askedBy: asker },
    ...{ askedAt: askedAt.toISOString(), dueAt: nudge.dueAt.toISOString(), message },
    ...{ answeredAt: answeredAt?.toISOString() ?? null, answer },
    mayAnswer: nudge.staffId === staffId && answeredAt === null,
  };
}

interface Noting {
  readonly tx: Tx;
  readonly nudge: Nudge;
  readonly act: 'ASKED' | 'ANSWERED' | 'UNANSWERED';
  readonly actor: Person;
  readonly via: Caller['via'];
}

async function note({ clock }: NudgesParts, { tx, nudge, act, actor, via }: Noting): Promise<void> {
  const { nudgeId, version, staffId, message, answer } = nudge;
  const said = act === 'ASKED' ? { message, dueAt: nudge.dueAt.toISOString() } : act === 'ANSWERED' ? { answer } : {};
  const subject = { kind: 'nudge', id: nudgeId };
  const at = clock.now();
  await addFact(tx, { subject, seq: version, at, act, staffId, actor, fact: said, via, leafId: newId(clock) });
}

interface Asking {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly input: NudgeInput;
  readonly caller: Caller;
}

/** @throws not-allowed, bad-input */
async function whomToAsk(parts: NudgesParts, { tx, actor, input }: Asking): Promise<string[]> {
  const there = await parts.directory.organisation(tx);
  const now = parts.clock.now();
  const staffIds = [...new Set(input.staffIds)];
  if (!staffIds.every((staffId) => mayActAsBoss(there, actor, staffId))) throw notAllowed('telework.nudge_not_below');
  const waiting = await store.stillAsked(tx, { askedBy: actor.staffId, staffIds, now });
  const asked = new Set(waiting.map(({ staffId }) => staffId));
  const others = staffIds.filter((staffId) => !asked.has(staffId));
  const { of: seen } = await presencesOf(parts, tx, { staffIds: others, now });
  const away = others.find((staffId) => !seen.get(staffId)?.reachable);
  if (away === undefined) return others;
  const who = await parts.directory.actorById(tx, away);
  throw badInput('telework.nudge_not_at_work', { name: who?.name ?? '' });
}

async function askOnce(parts: NudgesParts, asking: Asking): Promise<string[]> {
  const { tx, actor, input, caller } = asking;
  const { clock, directory, regulations } = parts;
  const staffIds = await whomToAsk(parts, asking);
  const askedAt = clock.now();
  const when = { municipalityId: tx.municipalityId, day: localDateOf(askedAt) };
  const due = dueAt(askedAt, minutesToAnswer(regulations.teleworkOn(when)));
  const asker = personOf(actor);
  const nudges: Nudge[] = [];
  for (const staffId of staffIds) {
    const them = await directory.actorById(tx, staffId);
    if (!them) continue;
    nudges.push({
      ...{ nudgeId: newId(clock), staffId, person: personOf(them), askedBy: actor.staffId, asker },
      ...{ message: input.message, askedAt, dueAt: due, answeredAt: null, answer: '', toldAt: null, version: 1 },
    });
  }
  await store.insertNudges(tx, nudges);
  for (const nudge of nudges) await note(parts, { tx, nudge, act: 'ASKED', actor: asker, via: caller.via });
  return nudges.map(({ nudgeId }) => nudgeId);
}

async function ask(parts: NudgesParts, caller: Caller, input: NudgeInput): Promise<NudgeList> {
  const { db, directory, regulations, clock } = parts;
  const answer = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor] = await Promise.all([directory.actorOf(tx, caller), regulations.ready(tx)]);
    const request = { use: 'telework.nudge', ...input };
    await onlyOnce(tx, { staffId: actor.staffId, key: caller.idempotencyKey, request }, () =>
      askOnce(parts, { tx, actor, input, caller }),
    );
    return listed(tx, actor.staffId, clock.now());
  });
  parts.wake();
  return answer;
}

async function listed(tx: Tx, staffId: string, now: Date): Promise<NudgeList> {
  const since = startOfDay(localDateOf(now));
  const nudges = await store.nudgesOf(tx, staffId, since);
  return { items: nudges.map((nudge) => presentNudge(nudge, staffId, now)) };
}

interface Answering {
  readonly nudgeId: string;
  readonly input: NudgeAnswerInput;
}

async function answer(parts: NudgesParts, caller: Caller, { nudgeId, input }: Answering): Promise<NudgeView> {
  const { db, directory, clock } = parts;
  const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const nudge = await store.lockNudge(tx, nudgeId);
    if (nudge?.staffId !== actor.staffId) throw notFound('telework.nudge_not_found');
    if (nudge.answeredAt !== null) return presentNudge(nudge, actor.staffId, clock.now());
    const next = { ...nudge, answeredAt: clock.now(), answer: input.message, version: nudge.version + 1 };
    await store.changeNudge(tx, next);
    await note(parts, { tx, nudge: next, act: 'ANSWERED', actor: personOf(actor), via: caller.via });
    return presentNudge(next, actor.staffId, clock.now());
  });
  parts.wake();
  return view;
}

/** What the clock did, nobody did: the asker's question ran out. */
function tellUnanswered(parts: NudgesParts, municipalityId: string, nudgeId: string) {
  const { db, clock } = parts;
  return db.inMunicipality(municipalityId, async (tx) => {
    const nudge = await store.lockNudge(tx, nudgeId);
    const now = clock.now();
    if (!nudge || nudge.answeredAt !== null || nudge.toldAt !== null) return 'NOTHING_TO_TELL' as const;
    if (now < nudge.dueAt) return 'EARLY' as const;
    const next = { ...nudge, toldAt: now, version: nudge.version + 1 };
    await store.changeNudge(tx, next);
    await note(parts, { tx, nudge: next, act: 'UNANSWERED', actor: nudge.asker, via: 'rules' });
    return 'TOLD' as const;
  });
}

export function createNudges(parts: NudgesParts): Nudges {
  const { db, directory, clock } = parts;
  return {
    ask: (caller, input) => ask(parts, caller, input),
    answer: (caller, nudgeId, input) => answer(parts, caller, { nudgeId, input }),
    list: (caller) =>
      db.singly(caller.municipalityId, async (tx) => {
        const { staffId } = await directory.actorOf(tx, caller);
        return listed(tx, staffId, clock.now());
      }),
    tellUnanswered: (municipalityId, nudgeId) => tellUnanswered(parts, municipalityId, nudgeId),
  };
}
