import { type Directory, type Person, personOf, servedBetween } from '../../directory/index.ts';
import type { Clock, Tx } from '../../platform/index.ts';
import { badInput, type LocalDate, localDateOf } from '../../shared/index.ts';
import { personFact } from '../rows.ts';

export interface NamedParts {
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorById'>;
}

const EVER = '0001-01-01' as LocalDate;

/** Those named for a record, as they are shown; who has left stands there with the post that they held last. */
export async function namedReaders(
  { clock, directory }: NamedParts,
  tx: Tx,
  staffIds: readonly string[],
): Promise<Person[]> {
  const actors = await Promise.all(staffIds.map((staffId) => directory.actorById(tx, staffId)));
  const there = new Map(actors.flatMap((actor) => (actor ? [[actor.staffId, personOf(actor)] as const] : [])));
  const left = staffIds.filter((staffId) => !there.has(staffId));
  if (left.length > 0) {
    const served = await servedBetween(tx, { from: EVER, to: localDateOf(clock.now()), staffIds: left });
    for (const person of served) there.set(person.staffId, personFact(person));
  }
  return staffIds.map((staffId) => there.get(staffId) ?? { staffId, name: '', postTitle: '', unitName: '' });
}

interface Naming {
  readonly before: readonly string[];
  readonly staffIds: readonly string[];
}

/** Whom a record is to have as readers: whoever is new to it is of the staff today. @throws bad-input `records.unknown_reader` */
export async function readersOf(
  { directory }: NamedParts,
  tx: Tx,
  { before, staffIds }: Naming,
): Promise<readonly string[]> {
  const wanted = [...new Set(staffIds)].sort();
  const fresh = wanted.filter((staffId) => !before.includes(staffId));
  const actors = await Promise.all(fresh.map((staffId) => directory.actorById(tx, staffId)));
  if (actors.includes(null)) throw badInput('records.unknown_reader');
  return wanted;
}
