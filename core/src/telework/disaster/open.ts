import type { Actor, OrganisationSnapshot } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { TeleworkRules } from '../../regulations/index.ts';
import { type Caller, type LocalDate, localDateOf, type Sentence } from '../../shared/index.ts';
import type { RoomParts } from '../room.ts';
import { mayRun, type TeleworkSwitch } from './policy.ts';

export type DisasterParts = Pick<
  RoomParts,
  'db' | 'clock' | 'directory' | 'regulations' | 'approvals' | 'notifications' | 'enqueue' | 'wake' | 'texts'
>;

/** Everything that is asked before anybody sees or changes anything here. */
export interface Open {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly today: LocalDate;
  readonly rules: TeleworkRules;
  readonly switches: readonly TeleworkSwitch[];
  /** 緊急時の代決: rows of the decision rules that hold only while a switch is ordered. */
  readonly emergency: readonly EmergencyRow[];
  readonly runs: boolean;
}

export interface EmergencyRow {
  readonly id: string;
  readonly article: string;
  readonly sentence: Sentence;
  readonly whileOrdered?: readonly string[] | undefined;
}

type OpenParts = Pick<DisasterParts, 'clock' | 'directory' | 'regulations'>;

export async function openFor({ clock, directory, regulations }: OpenParts, tx: Tx, actor: Actor): Promise<Open> {
  const [there] = await Promise.all([directory.organisation(tx), regulations.ready(tx)]);
  const today = localDateOf(clock.now());
  const rules = regulations.teleworkOn({ municipalityId: tx.municipalityId, day: today });
  const switches = rules.policy?.switches ?? [];
  const { file } = regulations.packOf(tx.municipalityId, today);
  const emergency = [...file.deputies, ...file.absence, ...file.postReview].filter((row) => row.whileOrdered);
  return { tx, actor, there, today, rules, switches, emergency, runs: mayRun(actor, there, switches) };
}

/** One transaction in the caller's name. */
export const inside = <T>(parts: DisasterParts, caller: Caller, work: (open: Open) => Promise<T>): Promise<T> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) =>
    work(await openFor(parts, tx, await parts.directory.actorOf(tx, caller))),
  );

/** The same for reading only. */
export const looking = <T>(parts: DisasterParts, caller: Caller, work: (open: Open) => Promise<T>): Promise<T> =>
  parts.db.singly(caller.municipalityId, async (tx) =>
    work(await openFor(parts, tx, await parts.directory.actorOf(tx, caller))),
  );
