import type { Finding, Witnessed } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Json, Sentence } from '../../shared/index.ts';
import type { DayItem } from '../days/day.ts';
import { daysOf } from '../days/store.ts';
import type { TeleworkFact } from '../history/fact.ts';
import { factsOfAll } from '../history/store.ts';
import { APPLICATION } from './acts.ts';
import { type MadeDay, madeDays } from './made-fact.ts';
import { sealOf } from './seal.ts';
import { applicationsAfter, type KeptApplication } from './store.ts';

const KIND = 'telework/application';
const PAGE = 200;

/** How each day must stand by what happened, from its making on. */
function statesBy(facts: readonly TeleworkFact[]): Map<string, DayItem['state']> {
  const made = new Map<string, DayItem['state']>();
  const set = (ids: Json | undefined, state: DayItem['state']): void => {
    for (const id of Array.isArray(ids) ? ids : []) made.set(String(id), state);
  };
  for (const { act, fact } of facts) {
    if (act === 'MADE') for (const { itemId } of madeDays(fact)) made.set(itemId, 'ASKED');
    if (act === 'CORRECTED') {
      set(fact.gone, 'CANCELLED');
      for (const { itemId } of madeDays(fact)) made.set(itemId, 'ASKED');
    }
    if (act === 'APPROVED') set(fact.itemIds, 'APPROVED');
    if (act === 'REPLACED') set(fact.itemIds, 'CANCELLED');
    if (act === 'DAY_CANCELLED') set([fact.itemId ?? ''], 'CANCELLED');
    if (act === 'REFUSED' || act === 'WITHDRAWN')
      for (const [id, state] of made) if (state === 'ASKED') made.set(id, 'REFUSED');
  }
  return made;
}

/** Orders of overtime are confirmed for what was worked, by facts of their own: time and state are theirs to say. */
function sameSoFar({ kind, span, state }: DayItem, { from, to }: MadeDay, told: DayItem['state'] | undefined): boolean {
  if (kind === 'OVERTIME') return true;
  return state === told && (span?.from ?? null) === from && (span?.to ?? null) === to;
}

function daysAgree(days: readonly DayItem[], facts: readonly TeleworkFact[]): boolean {
  const made = facts.flatMap(({ fact }) => madeDays(fact));
  const states = statesBy(facts);
  if (days.length !== made.length) return false;
  return made.every((asked) => {
    const day = days.find(({ itemId }) => itemId === asked.itemId);
    if (day?.date !== asked.date || day.kind !== asked.kind) return false;
    return sameSoFar(day, asked, states.get(asked.itemId));
  });
}

const NOT_SO = {
  'telework.application_altered': {
    ja: '申請 {id} の内容が、申請されたときの内容と違います。',
    en: 'What application {id} asks for is not what was asked for.',
  },
  'telework.application_days_altered': {
    ja: '申請 {id} の日が、記録されたとおりではありません。',
    en: 'The days of application {id} are not as recorded.',
  },
} as const;

function finding(code: keyof typeof NOT_SO, id: string): Finding {
  const { ja, en } = NOT_SO[code];
  const sentence: Sentence = { ja: ja.replace('{id}', id), en: en.replace('{id}', id) };
  return { kind: KIND, subject: id, code, sentence };
}

function* wrongWith(
  one: KeptApplication,
  days: readonly DayItem[],
  facts: readonly TeleworkFact[],
): Generator<Finding> {
  const made = facts.findLast(({ act }) => act === 'MADE' || act === 'CORRECTED');
  const same = made?.fact.seal === sealOf(one.salt, one.input) && facts.at(-1)?.seq === one.version;
  if (!same || made?.staffId !== one.staffId) yield finding('telework.application_altered', one.applicationId);
  if (!daysAgree(days, facts)) yield finding('telework.application_days_altered', one.applicationId);
}

async function* check(tx: Tx): AsyncGenerator<Finding> {
  for (let after: string | null = null; ; ) {
    const page: KeptApplication[] = await applicationsAfter(tx, after, PAGE);
    const ids = page.map(({ applicationId }) => applicationId);
    const [days, facts] = [await daysOf(tx, ids), await factsOfAll(tx, APPLICATION, ids)];
    const byId = Map.groupBy(days, ({ applicationId }) => applicationId);
    for (const one of page)
      yield* wrongWith(one, byId.get(one.applicationId) ?? [], facts.get(one.applicationId) ?? []);
    after = ids.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

/** What is kept beside the facts to be found sooner must say what they say. The facts themselves are in the log. */
export const applicationWitness: Witnessed = { kind: KIND, entries: async () => [], check };
