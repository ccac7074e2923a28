import { APPENDING_EACH, appendingNumbered, entryToNumber } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { invariant } from '../../shared/index.ts';
import { putRegisteredAgain } from '../search/index.ts';
import { type NumberRow, type TakenNumber, takenLeaf } from './number-row.ts';
import { COLUMNS } from './queries.ts';

/** Stands for the number in what is written before it is known. */
const mark = (): number => Math.floor(Number.MAX_SAFE_INTEGER / 2 + (Math.random() * Number.MAX_SAFE_INTEGER) / 2);

export interface Taking extends Omit<TakenNumber, 'number' | 'branch' | 'said'> {
  readonly reservedUntil: Date | null;
  readonly theirNumber: string | null;
  readonly dueOn: string | null;
  /** Also where the run has begun a later year: 前年度の番号. */
  readonly mayBeLate: boolean;
}

/** The next numbers of a run, as many as wanted, given the first of them as `called`; nothing where the run has gone on. */
const counted = ({ many, late, called }: { many: string; late: string; called: string }): string =>
  `insert into kaigi.records_number_counter as c (municipality_id, symbol, fiscal_year, next_number)
       select $1::uuid, $3::text, $4::int, 1 + ${many} where ${late}::boolean or not exists (
         select from kaigi.records_number_counter l
         where l.municipality_id = $1 and l.symbol = $3 and l.fiscal_year > $4)
       on conflict (municipality_id, symbol, fiscal_year) do update set next_number = c.next_number + ${many}
       returning c.next_number - ${many} as ${called}`;
const ROW = `insert into kaigi.records_register (municipality_id, id, symbol, fiscal_year, number, branch, origin, taken_on,
       taken_at, direction, title, counterparty, unit_id, unit_name, unit_path, registered_by, last_year_reason,
       leaf_id, state, reserved_until, their_number, due_on, first_said)`;
const VALUES = `$5, $6::date, $7, $8, $9, $10, $11, $12, $13::uuid[], $14, $15, $16,
       case when $17::timestamptz is null then 'TAKEN' else 'RESERVED' end, $17, $18, $20::date, $21::jsonb`;

const saidOf = ({ theirNumber, dueOn }: Taking) => ({ theirNumber, dueOn });

function values(tx: Tx, row: Taking): unknown[] {
  return [
    ...[tx.municipalityId, row.id, row.symbol, row.fiscalYear, row.origin, row.takenOn, row.takenAt, row.direction],
    ...[row.title, row.counterparty, row.unitId, row.unitName, row.unitPath, JSON.stringify(row.registeredBy)],
    ...[row.lastYearReason, row.leafId, row.reservedUntil, row.theirNumber, row.mayBeLate, row.dueOn],
    JSON.stringify(saidOf(row)),
  ];
}

/**
 * Takes the next number of a run, writes its row and its leaf, in one statement: nobody waits for more than one commit.
 * Null where the run has begun a later year, and that is not meant.
 */
export async function takeNext(tx: Tx, row: Taking): Promise<number | null> {
  const number = mark();
  const leaf = appendingNumbered(tx, takenLeaf({ ...row, said: saidOf(row), number, branch: 0 }), {
    mark: number,
    after: 21,
  });
  const [taken] = await tx.query<{ number: number }>(
    `with numbered as (${counted({ many: '1', late: '$19', called: 'number' })}), registered as (
       ${ROW} select $1, $2::uuid, $3, $4, numbered.number, 0, ${VALUES} from numbered
     ), witnessed as (${leaf.text})
     select number from numbered`,
    [...values(tx, row), ...leaf.values],
  );
  return taken?.number ?? null;
}

const EACH = `"id" uuid, "leafId" uuid, "nth" int, "mark" text, "kind" text, "subject" text, "entry" text, "origin" text,
  "takenOn" date, "takenAt" timestamptz, "direction" text, "title" text, "counterparty" text, "unitId" uuid,
  "unitName" text, "unitPath" uuid[], "registeredBy" jsonb, "lastYearReason" text, "reservedUntil" timestamptz,
  "theirNumber" text, "dueOn" date, said jsonb`;
/**
 * The next numbers of one run for several, in their order: one statement, so all of them or none. Null where the run has
 * begun a later year, and that is not meant. All of the same run, year and `mayBeLate`.
 */
export async function takeTogether(tx: Tx, rows: readonly Taking[]): Promise<readonly number[] | null> {
  const [one] = rows;
  invariant(one, 'somebody takes a number');
  const each = rows.map((row, nth) => {
    const number = mark();
    const taken = { ...row, said: saidOf(row) };
    return { ...taken, ...entryToNumber(takenLeaf({ ...taken, number, branch: 0 })), nth, mark: String(number) };
  });
  const [taken] = await tx.query<{ first: number }>(
    `with counted as (${counted({ many: '$5::int', late: '$2', called: 'first' })}), numbered as (
       select r.*, counted.first + r.nth as number from counted cross join jsonb_to_recordset($6::jsonb) as r(${EACH})
     ), registered as (
       ${ROW} select $1, r.id, $3, $4, r.number, 0, r.origin, r."takenOn", r."takenAt", r.direction, r.title,
         r.counterparty, r."unitId", r."unitName", r."unitPath", r."registeredBy", r."lastYearReason", r."leafId",
         case when r."reservedUntil" is null then 'TAKEN' else 'RESERVED' end, r."reservedUntil", r."theirNumber", r."dueOn",
         r.said
       from numbered r
     ), witnessed as (${APPENDING_EACH})
     select counted.first from counted`,
    [tx.municipalityId, one.mayBeLate, one.symbol, one.fiscalYear, rows.length, JSON.stringify(each)],
  );
  return taken ? rows.map((_, nth) => taken.first + nth) : null;
}

/** Takes the next 枝番 of a number, whose row is locked by the caller. */
export async function takeBranch(tx: Tx, row: Taking, of: number): Promise<number> {
  const branch = mark();
  const leaf = appendingNumbered(tx, takenLeaf({ ...row, said: saidOf(row), number: of, branch }), {
    mark: branch,
    after: 21,
  });
  const [taken] = await tx.query<{ number: number }>(
    `with numbered as (
       select greatest(max(g.branch), 1) + 1 as number from kaigi.records_register g
       where g.municipality_id = $1::uuid and g.symbol = $3::text and g.fiscal_year = $4::int and g.number = ${of}
         and $19::boolean is not null
     ), registered as (
       ${ROW} select $1, $2::uuid, $3, $4, ${of}, numbered.number, ${VALUES} from numbered
     ), witnessed as (${leaf.text})
     select number from numbered`,
    [...values(tx, row), ...leaf.values],
  );
  invariant(taken, 'a number has a next branch');
  return taken.number;
}

/** Waits for whoever works on the number, and keeps others waiting. */
export async function lockNumber(tx: Tx, id: string): Promise<NumberRow | null> {
  const [row] = await tx.query<NumberRow>(
    `select ${COLUMNS} from kaigi.records_register g where g.municipality_id = $1 and g.id = $2 for no key update`,
    [tx.municipalityId, id],
  );
  return row ?? null;
}

type Changeable =
  | 'state'
  | 'recordId'
  | 'classificationCode'
  | 'classificationName'
  | 'retentionYears'
  | 'fileVersion'
  | 'sha256'
  | 'confirmedAt'
  | 'laterTitle'
  | 'laterCounterparty'
  | 'voidReason'
  | 'theirNumber'
  | 'dueOn'
  | 'handling'
  | 'issuedOn'
  | 'completedOn'
  | 'note';
export type NumberChange = Partial<Pick<NumberRow, Changeable>>;

/** Writes the row as it is now; it was locked. */
export async function saveNumber(tx: Tx, before: NumberRow, change: NumberChange): Promise<NumberRow> {
  const row = { ...before, ...change, version: before.version + 1 };
  await tx.query(
    `update kaigi.records_register set state = $3, record_id = $4, classification_code = $5, classification_name = $6,
       retention_years = $7, file_version = $8, sha256 = $9, confirmed_at = $10, later_title = $11,
       later_counterparty = $12, void_reason = $13, their_number = $14, due_on = $15, handling = $16, issued_on = $17,
       completed_on = $18, note = $19, version = $20
     where municipality_id = $1 and id = $2`,
    [
      ...[tx.municipalityId, row.id, row.state, row.recordId, row.classificationCode, row.classificationName],
      ...[row.retentionYears, row.fileVersion, row.sha256, row.confirmedAt, row.laterTitle, row.laterCounterparty],
      ...[row.voidReason, row.theirNumber, row.dueOn, row.handling, row.issuedOn, row.completedOn, row.note],
      row.version,
    ],
  );
  if (row.recordId !== null) await putRegisteredAgain(tx, row.recordId);
  return row;
}

/** Numbers whose reservation is over, locked; who works on one meanwhile has it. */
export async function lapsed(tx: Tx, at: Date, limit: number): Promise<NumberRow[]> {
  return tx.query<NumberRow>(
    `select ${COLUMNS} from kaigi.records_register g
     where g.municipality_id = $1 and g.state = 'RESERVED' and g.reserved_until <= $2
     order by g.reserved_until, g.id limit $3 for no key update skip locked`,
    [tx.municipalityId, at, limit],
  );
}

export interface NeedAnswer {
  readonly recordId: string;
  readonly answers: Readonly<Record<string, boolean>>;
  readonly outcome: string;
  readonly ruleId: string;
  readonly article: string;
  readonly regulationVersion: string;
  readonly answeredBy: object;
  readonly answeredAt: Date;
}

/** 「番号は要る?」 as it was answered for a document. */
export async function insertNeed(tx: Tx, row: NeedAnswer): Promise<void> {
  await tx.query(
    `insert into kaigi.records_number_need (municipality_id, record_id, answers, outcome, rule_id, article,
       regulation_version, answered_by, answered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[tx.municipalityId, row.recordId, JSON.stringify(row.answers), row.outcome, row.ruleId, row.article],
      ...[row.regulationVersion, JSON.stringify(row.answeredBy), row.answeredAt],
    ],
  );
}
