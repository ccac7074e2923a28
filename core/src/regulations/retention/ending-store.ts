import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { DataSet } from '../file-plan.ts';

/** The row of the schedule by which data went, as it stood then. */
interface EndingRule {
  readonly years: number;
  /** Of 1年未満. */
  readonly days: number | null;
  readonly article: string;
  readonly regulationVersion: string;
}

/** A run that is under way. */
export interface Ending {
  readonly endingId: string;
  readonly keptFrom: LocalDate;
  readonly rule: EndingRule;
  /** How many rows went so far, by what they are called. */
  readonly removed: Readonly<Record<string, number>>;
}

const COLUMNS = `e.ending_id as "endingId", e.kept_from as "keptFrom", e.rule, e.removed`;

interface Begun {
  readonly set: DataSet;
  readonly endingId: string;
  readonly keptFrom: LocalDate;
  readonly rule: EndingRule;
  readonly at: Date;
}

/** Begins a run, or takes up the one that another process left; a period that was made longer meanwhile holds. */
export async function beginEnding(tx: Tx, { set, endingId, keptFrom, rule, at }: Begun): Promise<void> {
  await tx.query(
    `insert into kaigi.data_ending as e (municipality_id, data_set, ending_id, kept_from, rule, begun_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (municipality_id, data_set)
       do update set kept_from = least(e.kept_from, excluded.kept_from)`,
    [tx.municipalityId, set, endingId, keptFrom, JSON.stringify(rule), at],
  );
}

/** The run, held until the commit; null where another process has ended it. */
export async function lockEnding(tx: Tx, set: DataSet): Promise<Ending | null> {
  const [row] = await tx.query<Ending>(
    `select ${COLUMNS} from kaigi.data_ending e where e.municipality_id = $1 and e.data_set = $2 for update`,
    [tx.municipalityId, set],
  );
  return row ?? null;
}

/** How many rows a run that is under way has let go of; none where no run is. */
export async function removedSoFar(tx: Tx, set: DataSet): Promise<Ending['removed']> {
  const [row] = await tx.query<Pick<Ending, 'removed'>>(
    'select e.removed from kaigi.data_ending e where e.municipality_id = $1 and e.data_set = $2',
    [tx.municipalityId, set],
  );
  return row?.removed ?? {};
}

export async function saveRemoved(tx: Tx, set: DataSet, removed: Ending['removed']): Promise<void> {
  await tx.query('update kaigi.data_ending set removed = $3 where municipality_id = $1 and data_set = $2', [
    ...[tx.municipalityId, set, JSON.stringify(removed)],
  ]);
}

export async function endEnding(tx: Tx, set: DataSet): Promise<void> {
  await tx.query('delete from kaigi.data_ending where municipality_id = $1 and data_set = $2', [
    ...[tx.municipalityId, set],
  ]);
}
