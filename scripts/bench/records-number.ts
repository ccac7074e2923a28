import { newId } from '@kaigi/core/platform';
import type pg from 'pg';
import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import type { Figures, OnClose } from './approvals.ts';
import { bareClients } from './bare-clients.ts';
import { type CityHall, cityHall, ORDINARY_SIZE } from './city-hall.ts';
import { compare, median, rounded, type Side, type Turns, WORKERS } from './measure.ts';

const WISH = { series: 'SENT', title: '地域計画に関する照会について', reserve: false } as const;
const NOTHING = async () => undefined;

async function hallOf(onClose: OnClose): Promise<CityHall> {
  const hall = await cityHall(ORDINARY_SIZE);
  onClose(hall.city.close);
  return hall;
}

/** The service: who asks, which run, the next number, its row and its leaf. All of one section's run. */
function serviceSide({ suite, as }: CityHall): Side {
  const { numbers } = suite.records.book;
  return {
    ...{ name: 'number_per_s', share: 1, prepare: NOTHING },
    async step() {
      await numbers.takeOnly(as('drafter'), WISH);
      return true;
    },
  };
}

// The rows that the service writes for one number, as the owner, whom row-level security does not bind.
const TOGETHER = `with counted as (
    insert into kaigi.records_number_counter as c (municipality_id, symbol, fiscal_year, next_number) values ($1, $2, $3, 2)
    on conflict (municipality_id, symbol, fiscal_year) do update set next_number = c.next_number + 1
    returning next_number - 1 as number),
  leaf as (
    insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry, appended_at)
    values ($1, $4, 'records/register', $5, $6, clock_timestamp()))
  insert into kaigi.records_register (municipality_id, id, symbol, fiscal_year, number, taken_on, taken_at, direction, title,
    unit_id, unit_name, unit_path, registered_by, origin, leaf_id)
  select $1, $7, $2, $3, counted.number, $8, $9, 'SENT', $10, $11, $12, $13::uuid[], $14, 'BY_HAND', $4 from counted`;

type Written = Readonly<Record<string, unknown>> & { readonly entry: Buffer };

/** What the service wrote for one number, to be written again for others. */
async function written({ suite, as, owner }: CityHall): Promise<Written> {
  const { id } = await suite.records.book.numbers.takeOnly(as('drafter'), WISH);
  const { rows } = await owner.query<Written>(
    `select g.*, g.taken_on::text as taken_on, g.registered_by::text as registered_by, p.entry
     from kaigi.records_register g join kaigi.ledger_pending p on p.leaf_id = g.leaf_id where g.id = $1`,
    [id],
  );
  if (!rows[0]) throw new RangeError('the service has not written what the bare transactions should write');
  return rows[0];
}

function rawSide(row: Written, clients: readonly pg.PoolClient[]): Side {
  return {
    ...{ name: 'raw_number_per_s', share: 1, prepare: NOTHING },
    async step(worker) {
      const id = newId();
      const values = [
        ...[MINATO, row.symbol, row.fiscal_year, newId(), id, row.entry, id, row.taken_on, new Date(), row.title],
        ...[row.unit_id, row.unit_name, row.unit_path, row.registered_by],
      ];
      const answer = await clients[worker]?.query({ name: 'number', text: TOGETHER, values });
      if (answer?.rowCount !== 1) throw new RangeError('a bare transaction wrote nothing');
      return true;
    },
  };
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
  const [service, bare] = [await hallOf(onClose), await hallOf(onClose)];
  const row = await written(bare);
  const { clients, close } = await bareClients(bare.city.test.url, WORKERS);
  onClose(close);
  const seen = await compare([serviceSide(service), rawSide(row, clients)], turns);
  const [ours, raw] = ['number_per_s', 'raw_number_per_s'].map((name) => median(seen.get(name) ?? []));
  return {
    number_per_s: rounded(ours ?? 0),
    raw_number_per_s: rounded(raw ?? 0),
    number_vs_raw: rounded((ours ?? 0) / (raw ?? 1), 2),
    number_gapless: await gapless(service),
    number_writers: WORKERS,
  };
}
