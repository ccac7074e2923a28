import type { Person } from '../../directory/index.ts';
import { type Clock, newId, type Tx } from '../../platform/index.ts';
import { invariant, type Json, type Via } from '../../shared/index.ts';
import type { DayItem } from '../days/day.ts';
import { daysOf, lockDays, saveDays } from '../days/store.ts';
import { addFact } from '../history/store.ts';
import type { ApplicationAct } from './contract.ts';
import type { Following } from './kind.ts';
import { type Application, FROM } from './rules.ts';
import { type KeptApplication, lockApplication, readApplication, updateApplication } from './store.ts';
import { saveTakeOuts } from './take-outs.ts';

export const APPLICATION = 'application';

/** What is to happen to an application. */
export interface Step {
  readonly act: Exclude<ApplicationAct, 'MADE'>;
  readonly state: Application['state'];
  readonly actor: Person;
  readonly via: Via;
  readonly fact: Readonly<Record<string, Json>>;
  /** The items that change with it. */
  readonly changed?: readonly DayItem[];
  readonly problem?: Application['problem'];
}

export interface ActParts {
  readonly clock: Clock;
  readonly kinds: ReadonlyMap<string, Following>;
}

export interface Opened {
  readonly application: KeptApplication;
  readonly days: readonly DayItem[];
}

/** The application with its days, while nobody else acts on it or on the days of the person. */
export async function openApplication(tx: Tx, applicationId: string): Promise<Opened | null> {
  const found = await readApplication(tx, applicationId);
  if (!found) return null;
  // Always in this order: first the person, then the application.
  await lockDays(tx, found.staffId);
  await lockApplication(tx, applicationId);
  const [application, days] = [await readApplication(tx, applicationId), await daysOf(tx, [applicationId])];
  invariant(application, 'an application is never taken away');
  return { application, days };
}

export const mayFollow = ({ state }: Application, act: Step['act']): boolean => FROM[act].includes(state);

/** Writes the act with everything that follows from it; the application must have been opened in this transaction. */
export async function take(
  { clock, kinds }: ActParts,
  tx: Tx,
  { opened, step }: { opened: Opened; step: Step },
): Promise<Opened> {
  const { application, days } = opened;
  const { act, state, actor, via, fact, changed = [] } = step;
  invariant(mayFollow(application, act), `${act} follows ${application.state}`);
  const at = clock.now();
  const { applicationId, staffId } = application;
  const seq = application.version + 1;
  const subject = { kind: APPLICATION, id: applicationId };
  const added = await addFact(tx, { subject, seq, at, act, staffId, actor, fact, via, leafId: newId(clock) });
  invariant(added, 'an opened application is nobody else’s to write');
  const next = {
    ...application,
    ...{ state, version: seq, problem: step.problem ?? null },
  };
  await updateApplication(tx, next);
  await saveDays(tx, changed);
  if (act === 'APPROVED') await saveTakeOuts(tx, next, changed);
  const now = days.map((one) => changed.find(({ itemId }) => itemId === one.itemId) ?? one);
  await kinds.get(application.kind)?.follow?.({ tx, act, at, application: next, days: now, changed });
  return { application: next, days: now };
}
