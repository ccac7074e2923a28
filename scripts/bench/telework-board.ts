import type pg from 'pg';
import { MINATO } from '../../core/src/testing/test-city.ts';
import type { OnClose } from './approvals.ts';
import { asking, latencies } from './asking.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import { startProduct } from './product-under-load.ts';
import { quieten } from './quiet.ts';
import { standInConnector } from './stand-in-connector.ts';

// A city of ordinary size; the people who ask are asked for more often than any person asks.
const ENV = { KAIGI_SANDBOX_CITY_SIZE: '1400', KAIGI_REQUESTS_PER_MINUTE: '100000' };
const EVERYBODY = '/telework/presence?unit=all';
const READERS = ['department-head', 'section-head', 'drafter', 'personnel', 'mayor'];

// In the middle of a day, whatever the time is here: started, away for lunch and back, one in seven out, every other at home.
const PUNCHED = `
  insert into kaigi.telework_punch (municipality_id, staff_id, at, fact_id, key, kind, server_at, actor, fact, via, leaf_id)
  select s.municipality_id, s.staff_id, tap.at, gen_random_uuid(), gen_random_uuid()::text, 'TAPPED', tap.at,
    jsonb_build_object('staffId', s.staff_id, 'name', s.name, 'postTitle', '', 'unitName', ''),
    json_build_object('punch', tap.punch, 'clientAt', null, 'source', 'CARD', 'reportedLate', false, 'clockDoubted', false),
    'teams', gen_random_uuid()
  from kaigi.directory_staff s
  cross join (values ('START', now() - interval '4 hours'), ('PAUSE', now() - interval '2 hours'), ('RESUME', now() - interval '1 hour')) as tap(punch, at)
  where s.municipality_id = $1`;

const AT_HOME = `
  insert into kaigi.telework_day (municipality_id, item_id, application_id, staff_id, date, kind, state, from_minute, to_minute, detail)
  select s.municipality_id, gen_random_uuid(), gen_random_uuid(), s.staff_id, (now() at time zone 'Asia/Tokyo')::date, 'TELEWORK',
    'APPROVED', null, null, '{"kind": "HOME"}'
  from kaigi.directory_staff s where s.municipality_id = $1 and abs(hashtext(s.staff_id::text)) % 2 = 0`;

const OUT = `
  insert into kaigi.telework_whereabouts (municipality_id, whereabouts_id, staff_id, kind, person, from_at, until_at, expires_at, place, said_at)
  select s.municipality_id, gen_random_uuid(), s.staff_id, 'OUT', '{}', now() - interval '1 hour', now() + interval '2 hours',
    now() + interval '2 hours', '県庁', now() - interval '1 hour'
  from kaigi.directory_staff s where s.municipality_id = $1 and abs(hashtext(s.staff_id::text)) % 7 = 0`;

async function fill(owner: pg.Pool): Promise<void> {
  for (const text of [PUNCHED, AT_HOME, OUT]) await owner.query(text, [MINATO]);
  await owner.query('analyze kaigi.telework_punch, kaigi.telework_day, kaigi.telework_whereabouts');
}

/** 在席 of everybody of a city of 1,400 in the middle of a day, over HTTP. */
export async function benchBoard({ runs, seconds }: Turns, onClose: OnClose): Promise<Record<string, number>> {
  const connector = await standInConnector();
  onClose(async () => connector.close());
  const under = await startProduct(connector.url, ENV);
  onClose(under.close);
  await fill(under.db.owner);
  await quieten(under.db.owner);
  const asked = await asking(under, READERS, onClose);
  const first = await asked.reader.get(EVERYBODY, asked.tokens[0] ?? '');
  await latencies(asked, EVERYBODY, 2);
  const all: number[][] = [];
  for (let run = 1; run <= runs; run += 1) {
    all.push(await latencies(asked, EVERYBODY, seconds / runs));
    say(`  ${run}/${runs} board p95: ${percentile(all.at(-1) ?? [], 0.95).toFixed(1)} ms`);
  }
  const of = (share: number) => rounded(median(all.map((one) => percentile(one, share))), 1);
  return {
    ...{ board_people: first.items, board_p50_ms: of(0.5), board_p95_ms: of(0.95) },
    board_first_ms: rounded(first.milliseconds, 1),
  };
}
