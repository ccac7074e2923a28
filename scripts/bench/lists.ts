import type { Figures, OnClose } from './approvals.ts';
import { type Asking, asking, latencies, REQUESTS_PER_SECOND } from './asking.ts';
import { decidedCases } from './case-archive.ts';
import { CaseSupply, type Template } from './case-supply.ts';
import { acrossSections, fullRouteCase, walked } from './cases.ts';
import type { Office } from './city-hall.ts';
import { load, median, percentile, rounded, say, type Turns } from './measure.ts';
import { type ProductUnderLoad, startProduct } from './product-under-load.ts';
import { quieten } from './quiet.ts';
import { standInConnector } from './stand-in-connector.ts';

const CASES = 1_000_000;
const FEW_CASES = 10_000;
const OPEN_CASES = 2_000;
const LINES = 20;
// A city of ordinary size; the people who ask are asked for more often than any person asks.
const ENV = { KAIGI_SANDBOX_CITY_SIZE: '1400', KAIGI_REQUESTS_PER_MINUTE: '100000' };
// Sees every open case of the city.
const SEES_ALL = 'auditor@minato.example';

interface Filled {
  readonly open: readonly Template[];
  readonly decided: string;
  readonly people: readonly string[];
}

// How many have acted: it waits for 係長, for 課長, with the three sections of 合議, for 部長.
const WAITING_AFTER = [0, 1, 2, 5];

/** One section's open cases at every stage of the full route, and one that was decided. */
async function ofSection(office: Office, by: string): Promise<Filled> {
  const open: Template[] = [];
  for (const acted of WAITING_AFTER) {
    const { template, steps } = await fullRouteCase(office, by);
    open.push(await walked(office, steps.slice(0, acted), template));
  }
  const { template, steps } = await fullRouteCase(office, by);
  const { caseId } = await walked(office, steps, template);
  return { open, decided: caseId, people: [by, ...steps.map((step) => step.by)] };
}

async function openCases(office: Office, templates: readonly Template[]): Promise<void> {
  for (const [at, template] of templates.entries()) {
    const share = Math.floor(OPEN_CASES / templates.length) + (at < OPEN_CASES % templates.length ? 1 : 0);
    await new CaseSupply(office.owner, template).fill(share - 1);
  }
}

const PATHS = { inbox: '/cases?box=inbox', board: '/stats/board' } as const;
type List = keyof typeof PATHS;

interface Seen {
  readonly p50: number;
  readonly p95: number;
  /** On average of those who asked. */
  readonly items: number;
  readonly firstMs: number;
}

async function measured(asking: Asking, list: List, { runs, seconds }: Turns): Promise<Seen> {
  const first = await asking.reader.get(PATHS[list], asking.tokens[0] ?? '');
  const warm = await Promise.all(asking.tokens.map((token) => asking.reader.get(PATHS[list], token)));
  const items = warm.reduce((sum, one) => sum + one.items, 0) / warm.length;
  if (items === 0) throw new RangeError(`${list} is empty for everybody`);
  const all: number[][] = [];
  for (let run = 1; run <= runs; run += 1) {
    all.push(await latencies(asking, PATHS[list], seconds / runs));
    say(`  ${run}/${runs} ${list} p95: ${percentile(all.at(-1) ?? [], 0.95).toFixed(1)} ms`);
  }
  const of = (share: number) => median(all.map((one) => percentile(one, share)));
  return { p50: of(0.5), p95: of(0.95), items, firstMs: first.milliseconds };
}

async function both(asking: Asking, turns: Turns): Promise<Record<List, Seen>> {
  return { inbox: await measured(asking, 'inbox', turns), board: await measured(asking, 'board', turns) };
}

async function fill({ office, db }: ProductUnderLoad): Promise<{ decided: string[]; people: string[] }> {
  const sections = await acrossSections(office, LINES, (by) => ofSection(office, by));
  const open = sections.flatMap((section) => section.open);
  say(`${sections.length} 課の線で、決裁前の案件 ${OPEN_CASES} 件を用意しています`);
  await openCases(office, open);
  await quieten(db.owner);
  const people = new Set([SEES_ALL, ...sections.flatMap((section) => section.people)]);
  return { decided: sections.map((section) => section.decided), people: [...people] };
}

async function productUnderLoad(onClose: OnClose): Promise<ProductUnderLoad> {
  const connector = await standInConnector();
  onClose(async () => connector.close());
  const under = await startProduct(connector.url, ENV);
  onClose(under.close);
  return under;
}

/** 受信箱 and 誰のところにあるか over HTTP, with 10,000 cases in the database and with 1,000,000; 2,000 of them are open. */
export async function benchLists(turns: Turns, onClose: OnClose): Promise<Figures> {
  const under = await productUnderLoad(onClose);
  const { decided, people } = await fill(under);
  const asked = await asking(under, people, onClose);
  const grow = (from: number, to: number) =>
    decidedCases(under.db.owner, decided, { from: from + 1, to, inTheEnd: CASES - OPEN_CASES });
  const [few, many] = [FEW_CASES - OPEN_CASES, CASES - OPEN_CASES];
  await grow(0, few);
  say(`案件 ${FEW_CASES} 件（うち決裁前 ${OPEN_CASES} 件）、${people.length} 人、毎秒 ${REQUESTS_PER_SECOND} 件の要求`);
  const small = await both(asked, turns);
  const loadThen = load();
  const began = performance.now();
  await grow(few, many);
  const seconds = (performance.now() - began) / 1_000;
  say(`案件 ${CASES} 件（${seconds.toFixed(0)} 秒で用意）`);
  const large = await both(asked, turns);
  return {
    inbox_p95_ms: rounded(large.inbox.p95, 1),
    inbox_p50_ms: rounded(large.inbox.p50, 1),
    inbox_growth: rounded(large.inbox.p95 / small.inbox.p95, 2),
    board_p95_ms: rounded(large.board.p95, 1),
    board_p50_ms: rounded(large.board.p50, 1),
    board_growth: rounded(large.board.p95 / small.board.p95, 2),
    inbox_p95_with_10000_cases_ms: rounded(small.inbox.p95, 1),
    board_p95_with_10000_cases_ms: rounded(small.board.p95, 1),
    // Nothing of it is remembered yet.
    board_first_ms: rounded(small.board.firstMs, 1),
    inbox_items: rounded(large.inbox.items, 1),
    board_items: rounded(large.board.items, 1),
    people: people.length,
    cases: CASES,
    open_cases: OPEN_CASES,
    made_ready_s: rounded(seconds),
    runs: turns.runs,
    seconds: turns.seconds,
    // Growth says something only where the two are alike.
    load_with_10000_cases: loadThen,
    load_after: load(),
  };
}
