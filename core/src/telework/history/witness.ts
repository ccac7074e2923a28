import { historyWitness } from '../../ledger/index.ts';
import { TELEWORK_FACTS } from './store.ts';

/** What `kaigi verify` asks about テレワーク・庶務. */
export const factWitness = historyWitness(TELEWORK_FACTS, {
  line: {
    ja: 'テレワーク・庶務の記録 {kind} {id} の {seq} 行目',
    en: 'line {seq} of the record {kind} {id} of telework and general affairs',
  },
  gap: {
    ja: 'テレワーク・庶務の記録 {kind} {id}：行が欠けています。',
    en: 'Record {kind} {id} of telework and general affairs: lines are missing.',
  },
  gapCode: 'telework.facts_missing',
});
