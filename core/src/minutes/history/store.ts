import { type Doer, type History, historyIn, type Subject } from '../../ledger/index.ts';
import { type Clock, newId, sha256Hex, type Tx } from '../../platform/index.ts';
import { canonicalJson, type Json, type Via } from '../../shared/index.ts';
import type { historyTexts } from './text.ts';

/** Payload: `meetingId`, `of`, `version`, `act`. */
export const MINUTES_CHANGED = 'minutes/changed';

/** Histories of one meeting, each with versions of its own: who edits lines is not in the way of who adds a paper. */
export type Of = 'meeting' | 'transcript' | 'minutes' | 'publication' | 'recording' | 'round' | 'signing' | 'keeping';
export const MINUTES_FACTS = { table: 'kaigi.minutes_fact', leafKind: 'minutes/fact' };

/** The words of a change; they may be disposed of, the fact stays. */
export type Change = Readonly<Record<string, Json>>;

/** Stands in the history for the words: it says nothing, and no other words fit it. */
export const digestOf = (salt: string, change: Change): string =>
  sha256Hex(Buffer.from(canonicalJson({ salt, change })));

/** What is done to meetings: each has its sentence in the history. */
export type MeetingAct = {
  [Code in keyof typeof historyTexts]: Code extends `minutes.history_${Of}_${infer Act}` ? Act : never;
}[keyof typeof historyTexts];

const ofMeetings = historyIn(MINUTES_FACTS, ({ subject, seq, act }) => [
  { topic: MINUTES_CHANGED, payload: { meetingId: subject.id, of: subject.kind, version: seq, act } },
]);

const ofGlossary = historyIn(MINUTES_FACTS, () => []);

export interface NextFact {
  readonly of: Of;
  readonly meetingId: string;
  readonly seq: number;
  readonly act: MeetingAct;
  readonly actor: Doer;
  readonly via: Via;
  /** What may stay for ever: counts, ids, days. */
  readonly fact: Readonly<Record<string, Json>>;
  /** What was said and who: null where the act has no words. */
  readonly change: Change | null;
}

/** How many facts a history of a meeting has: 0 before there are any. */
export async function versionOf(tx: Tx, of: Of, meetingId: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `select coalesce(max(f.seq), 0)::int as version from kaigi.minutes_fact f
     where f.municipality_id = $1 and f.subject_kind = $2 and f.subject_id = $3`,
    [tx.municipalityId, of, meetingId],
  );
  return row?.version ?? 0;
}

type Glossary = Omit<NextFact, 'of' | 'meetingId' | 'act'> & { readonly act: string };
type Sealed = Glossary & { readonly subject: Subject };

async function addSealed(tx: Tx, clock: Clock, history: History, next: Sealed): Promise<boolean> {
  const { subject, seq, act, actor, via, fact, change } = next;
  const salt = newId(clock);
  const sealed = change === null ? fact : { ...fact, digest: digestOf(salt, change) };
  const added = await history.addFact(tx, {
    ...{ subject, seq, at: clock.now(), act, staffId: null, actor, fact: sealed, via, leafId: newId(clock) },
  });
  if (added && change !== null)
    await tx.query(
      `insert into kaigi.minutes_change (municipality_id, subject_kind, subject_id, seq, salt, change)
       values ($1, $2, $3, $4, $5, $6)`,
      [tx.municipalityId, subject.kind, subject.id, seq, salt, JSON.stringify(change)],
    );
  return added;
}

/** Adds the next fact of a meeting, its words beside it; false where somebody else has added that one meanwhile. */
export const addFact = (tx: Tx, clock: Clock, { of, meetingId, ...next }: NextFact): Promise<boolean> =>
  addSealed(tx, clock, ofMeetings, { ...next, subject: { kind: of, id: meetingId } });

/** The same of the city's 用語集, for which no open page waits. */
export const addGlossaryFact = (tx: Tx, clock: Clock, next: Glossary): Promise<boolean> =>
  addSealed(tx, clock, ofGlossary, { ...next, subject: { kind: 'glossary', id: tx.municipalityId } });

const COURSE: readonly Of[] = ['meeting', 'round', 'signing'];

/** Goes up with every step of a meeting on its way to being final. */
export async function courseVersionOf(tx: Tx, meetingId: string): Promise<number> {
  const [row] = await tx.query<{ facts: number }>(
    `select count(*)::int as facts from kaigi.minutes_fact f
     where f.municipality_id = $1 and f.subject_kind = any($2) and f.subject_id = $3`,
    [tx.municipalityId, COURSE, meetingId],
  );
  return row?.facts ?? 0;
}

/** One fact of a meeting, with who did it. */
export async function factAt(
  tx: Tx,
  { of, meetingId, seq }: Pick<NextFact, 'of' | 'meetingId' | 'seq'>,
): Promise<Pick<NextFact, 'act' | 'fact' | 'actor'> | null> {
  const [row] = await tx.query<Pick<NextFact, 'act' | 'fact' | 'actor'>>(
    `select f.act, f.fact, f.actor from kaigi.minutes_fact f
     where f.municipality_id = $1 and f.subject_kind = $2 and f.subject_id = $3 and f.seq = $4`,
    [tx.municipalityId, of, meetingId, seq],
  );
  return row ?? null;
}

/** Why the meeting was last taken back to writing, in words; null where they were disposed of, or it never was. */
export async function reasonOfReturn(tx: Tx, meetingId: string): Promise<string | null> {
  const [row] = await tx.query<{ reason: string | null }>(
    `select c.change ->> 'reason' as reason from kaigi.minutes_fact f
     left join kaigi.minutes_change c using (municipality_id, subject_kind, subject_id, seq)
     where f.municipality_id = $1 and f.subject_kind = 'meeting' and f.subject_id = $2
       and f.act in ('REOPENED', 'SIGNING_REFUSED') order by f.seq desc limit 1`,
    [tx.municipalityId, meetingId],
  );
  return row?.reason ?? null;
}
