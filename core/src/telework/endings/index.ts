import { BY_THE_RULES } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { type DataEnded, type EndingParts, type EndingSet, endingJobs } from '../../regulations/index.ts';
import { addFact } from '../history/store.ts';
import { PRESENCE_TRACES, removeTraces, TELEWORK_TRACES, type Traces } from './store.ts';

/** The subject of the facts that data went: one for each run. */
const DATA_ENDING = 'data-ending';

/** How many of which went, of which days, by which row of the schedule. Nobody is named. */
const tellWith =
  ({ clock }: Pick<EndingParts, 'clock'>) =>
  async (tx: Tx, { set, endingId, keptFrom, rule, removed, count, at }: DataEnded): Promise<void> => {
    await addFact(tx, {
      ...{ subject: { kind: DATA_ENDING, id: endingId }, seq: 1, at, act: 'ENDED', staffId: null },
      ...{ actor: BY_THE_RULES, fact: { set, count, removed: { ...removed }, keptFrom, rule: { ...rule } } },
      ...{ via: 'rules', leafId: newId(clock) },
    });
  };

const dataOf = (traces: readonly Traces[]): EndingSet['data'] =>
  traces.map((one) => ({
    name: one.name,
    remove: (tx, before, limit) => removeTraces(tx, one, { before, limit }),
  }));

/** What telework leaves behind, and until when by the schedule of the city (O-17). */
export function teleworkEndings({ clock }: Pick<EndingParts, 'clock'>): readonly EndingSet[] {
  const tell = tellWith({ clock });
  return [
    { set: 'PRESENCE', data: dataOf(PRESENCE_TRACES), tell },
    { set: 'TELEWORK', data: dataOf(TELEWORK_TRACES), tell },
  ];
}

/** Every night: whatever has been kept long enough goes. */
export const dataEndings = (parts: EndingParts) => endingJobs(parts, 'telework', teleworkEndings(parts));
