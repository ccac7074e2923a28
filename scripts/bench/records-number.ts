import { newId } from '@kaigi/core/platform';
import pg from 'pg';
import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import type { Figures, OnClose } from './approvals.ts';
import { fullRouteCase } from './cases.ts';
import { type CityHall, cityHall, ORDINARY_SIZE } from './city-hall.ts';
import { compare, median, rounded, type Side, type Turns, WORKERS } from './measure.ts';

const BATCH = 4_000;

const RECORDS = `insert into kaigi.records_record
  select copied.* from unnest($2::uuid[], $3::uuid[]) as f(id, case_id), kaigi.records_record r,
    lateral jsonb_populate_record(r, jsonb_build_object('id', f.id, 'case_id', f.case_id)) copied where r.id = $1`;
const FILES = `insert into kaigi.records_file_version
  select copied.* from unnest($2::uuid[]) as f(id), kaigi.records_file_version v,
    lateral jsonb_populate_record(v, jsonb_build_object('record_id', f.id, 'leaf_id', uuidv7())) copied
  where v.record_id = $1 and v.file_version = 1`;

/** Open documents that wait for their numbers: copies of one that the service filed. */
class Waiting {
  private readonly ids: string[] = [];
  private readonly owner: pg.Pool;
  private readonly template: string;

  constructor(owner: pg.Pool, template: string) {
    this.owner = owner;
    this.template = template;
  }

  take(): string | undefined {
    return this.ids.pop();
  }

  async fill(count: number): Promise<void> {
    while (this.ids.length < count) {
      const ids = Array.from({ length: Math.min(BATCH, count - this.ids.length) }, () => newId());
      await this.owner.query(RECORDS, [this.template, ids, ids.map(() => newId())]);
      await this.owner.query(FILES, [this.template, ids]);
      this.ids.push(...ids);
    }
  }
}

interface Sitting {
  readonly hall: CityHall;
  readonly waiting: Waiting;
  readonly decide: (recordId: string) => Promise<unknown>;
}

/** A city hall with documents of one section, all of one run of numbers. */
async function sitting(onClose: OnClose): Promise<Sitting> {
  const hall = await cityHall(ORDINARY_SIZE);
  onClose(hall.city.close);
  const { template } = await fullRouteCase(hall);
  const { rows } = await hall.owner.query<{ id: string }>('select id from kaigi.records_record where case_id = $1', [
    template.caseId,
  ]);
  const { suite, city } = hall;
  const inCharge = await city.test.db.inMunicipality(MINATO, (tx) => suite.directory.actorOf(tx, hall.as('drafter')));
  const [post] = inCharge.posts;
  if (!rows[0] || !post) throw new RangeError('the made-up city has a drafter with a document');
  const by = { staffId: inCharge.staffId, name: inCharge.name, postTitle: post.title, unitName: post.unitName };
  const decide = (recordId: string) =>
    city.test.db.inMunicipality(MINATO, (tx) =>
      suite.records.decide(tx, { recordId, inCharge: by, unitId: post.unitId, at: new Date() }),
    );
  return { hall, waiting: new Waiting(hall.owner, rows[0].id), decide };
}

/** The service: the record is frozen, the next number of the one run taken, the row written, its leaf appended. */
function serviceSide({ waiting, decide }: Sitting): Side {
  return {
    ...{ name: 'number_per_s', share: 1, prepare: (expected) => waiting.fill(expected + WORKERS) },
    async step() {
      const recordId = waiting.take();
      if (recordId === undefined) return false;
      await decide(recordId);
      return true;
    },
  };
}

// The rows that the service writes for one number, as the owner, whom row-level security does not bind.
const FREEZE = `update kaigi.records_record set state = 'FROZEN', frozen_at = $3, version = version + 1
  where municipality_id = $1 and id = $2 and state = 'OPEN'`;
const COUNT = `insert into kaigi.records_number_counter as c (municipality_id, symbol, fiscal_year, next_number)
  values ($1, $4, $5, 2) on conflict (municipality_id, symbol, fiscal_year) do update set next_number = c.next_number + 1`;
const ROW = `insert into kaigi.records_register (municipality_id, id, symbol, fiscal_year, number, taken_on, taken_at, direction,
    title, counterparty, unit_id, unit_name, unit_path, registered_by, record_id, case_id, classification_code,
    classification_name, retention_years, file_version, sha256, leaf_id)`;
const VALUES = `$1, $6, $4, $5, {number}, $7, $3, $8, $9, null, $10, $11, $12::uuid[], $13, $2, null, $14, $15, $16, $17, $18, $19`;
const LEAF = `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry, appended_at)
  values ($1, $19, 'records/register', $20, $21, clock_timestamp())`;
const TOGETHER = `with frozen as (${FREEZE}),
  counted as (${COUNT} returning next_number - 1 as number),
  leaf as (${LEAF})
  ${ROW} select ${VALUES.replace('{number}', 'counted.number')} from counted`;

type Written = Readonly<Record<string, unknown>> & { readonly entry: Buffer };

/** What the service wrote for one number, to be written again about other documents. */
async function written({ hall, waiting, decide }: Sitting): Promise<Written> {
  await waiting.fill(1);
  const recordId = waiting.take() ?? '';
  await decide(recordId);
  const { rows } = await hall.owner.query<Written>(
    `select g.*, g.taken_on::text as taken_on, g.registered_by::text as registered_by, p.entry
     from kaigi.records_register g join kaigi.ledger_pending p on p.leaf_id = g.leaf_id where g.record_id = $1`,
    [recordId],
  );
  if (!rows[0]) throw new RangeError('the service has not written what the bare transactions should write');
  return rows[0];
}

function rawSide(
  bare: Sitting,
  { row, clients }: { readonly row: Written; readonly clients: readonly pg.PoolClient[] },
) {
  const side: Side = {
    ...{ name: 'raw_number_per_s', share: 1, prepare: (expected) => bare.waiting.fill(expected + WORKERS) },
    async step(worker) {
      const recordId = bare.waiting.take();
      const client = clients[worker];
      if (recordId === undefined || !client) return false;
      const values = [
        ...[MINATO, recordId, new Date(), row.symbol, row.fiscal_year, newId(), row.taken_on, row.direction, row.title],
        ...[row.unit_id, row.unit_name, row.unit_path, row.registered_by, row.classification_code],
        ...[row.classification_name, row.retention_years, row.file_version, row.sha256, newId(), recordId, row.entry],
      ];
      const { rowCount } = await client.query({ name: 'number', text: TOGETHER, values });
      if (rowCount !== 1) throw new RangeError('a bare transaction wrote nothing');
      return true;
    },
  };
  return side;
}

/** Taken without a gap: as many rows as the last number says. */
async function gapless({ owner }: CityHall): Promise<boolean> {
  const { rows } = await owner.query<{ gaps: number }>(
    `select count(*)::int as gaps from (select max(number) - count(*) as missing from kaigi.records_register
       group by municipality_id, symbol, fiscal_year) runs where missing <> 0`,
  );
  return rows[0]?.gaps === 0;
}

/** 採番: 16 writers on one run of numbers, through the service and as the fastest bare transaction of the same rows. */
export async function benchNumbers(turns: Turns, onClose: OnClose): Promise<Figures> {
  await globalSetup();
  onClose(globalTeardown);
  const [service, bare] = [await sitting(onClose), await sitting(onClose)];
  const row = await written(bare);
  const pool = new pg.Pool({ connectionString: bare.hall.city.test.url, max: WORKERS });
  onClose(() => pool.end());
  const clients = await Promise.all(Array.from({ length: WORKERS }, () => pool.connect()));
  onClose(async () => {
    for (const client of clients) client.release();
  });
  const seen = await compare([serviceSide(service), rawSide(bare, { row, clients })], turns);
  const [ours, raw] = ['number_per_s', 'raw_number_per_s'].map((name) => median(seen.get(name) ?? []));
  return {
    number_per_s: rounded(ours ?? 0),
    raw_number_per_s: rounded(raw ?? 0),
    number_vs_raw: rounded((ours ?? 0) / (raw ?? 1), 2),
    number_gapless: await gapless(service.hall),
    number_writers: WORKERS,
  };
}
