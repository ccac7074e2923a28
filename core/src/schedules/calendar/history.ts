import { historyIn, historyWitness } from '../../ledger/index.ts';
import { CALENDAR_CHANGED } from './announce.ts';

const SCHEDULES_FACTS = { table: 'kaigi.schedules_fact', leafKind: 'schedules/fact' };

const IN_CALENDARS: ReadonlySet<string> = new Set(['entry', 'yearly', 'window']);

/** Subjects: `entry`, `yearly` and `window` (MADE, CHANGED, REMOVED, TAKEN_OVER), `explanation` (ASKED, MOVED, CANCELLED), `papers` (AGENDA, LAID, WITHDRAWN), `private-view` (SEEN). */
export const { addFact } = historyIn(SCHEDULES_FACTS, ({ subject, staffId }) =>
  IN_CALENDARS.has(subject.kind)
    ? [{ topic: CALENDAR_CHANGED, payload: staffId === null ? {} : { ownerId: staffId } }]
    : [],
);

/** What `kaigi verify` asks about 予定. */
export const schedulesWitness = historyWitness(SCHEDULES_FACTS, {
  line: { ja: '予定の記録 {kind} {id} の {seq} 行目', en: 'line {seq} of the record {kind} {id} of schedules' },
  gap: {
    ja: '予定の記録 {kind} {id}：行が欠けています。',
    en: 'Record {kind} {id} of schedules: lines are missing.',
  },
  gapCode: 'schedules.facts_missing',
});
