import { parseArgs } from 'node:util';
import { benchApprovals, type Figures, type OnClose } from './bench/approvals.ts';
import { benchLists } from './bench/lists.ts';
import { say, type Turns } from './bench/measure.ts';
import { benchMinutes } from './bench/minutes.ts';
import { benchRecords, RECORDS_PARTS } from './bench/records.ts';
import { benchRehearsal } from './bench/rehearsal.ts';
import { benchRoutes } from './bench/routes.ts';
import { benchSchedules } from './bench/schedules.ts';
import { readSize, SIZE_USAGE, type Size } from './bench/size.ts';
import { benchTelework } from './bench/telework.ts';

const BENCHES: Readonly<Record<string, (turns: Turns, onClose: OnClose, size: Size) => Promise<Figures>>> = {
  approvals: benchApprovals,
  lists: benchLists,
  minutes: benchMinutes,
  records: benchRecords,
  rehearsal: benchRehearsal,
  routes: benchRoutes,
  schedules: benchSchedules,
  telework: benchTelework,
};
const USAGE = `使い方：npm run bench -- <名前> [--json] [--seconds 30] [--runs 5]${SIZE_USAGE}`;
// A million cases take minutes to be there.
const WITHIN_MS = 20 * 60_000;
// All parts of it one after the other, among them 200,000 documents to be found.
const RECORDS_WITHIN_MS = 60 * 60_000;

interface Asked {
  readonly name: string;
  readonly json: boolean;
  readonly turns: Turns;
  readonly size: Size;
}

/** What was asked for, or the sentence that says what is wrong with it. */
function readArguments(args: readonly string[]): Asked | string {
  const text = { type: 'string' } as const;
  const options = {
    json: { type: 'boolean' },
    seconds: text,
    runs: text,
    people: text,
    weeks: text,
    documents: text,
    only: text,
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return USAGE;
  }
  const { values, positionals } = parsed;
  const [name = ''] = positionals;
  const [seconds, runs] = [Number(values.seconds ?? 30), Number(values.runs ?? 5)];
  const known = Object.keys(BENCHES).join('、');
  if (name === '') return `計測の名前を指定してください。あるもの：${known}\n${USAGE}`;
  if (!Object.hasOwn(BENCHES, name)) return `「${name}」という計測はありません。あるもの：${known}\n${USAGE}`;
  if (!(seconds >= 1 && seconds <= 60)) return `--seconds は 1 から 60 までの数にしてください。\n${USAGE}`;
  if (!(Number.isInteger(runs) && runs >= 1 && runs <= 9))
    return `--runs は 1 から 9 までの整数にしてください。\n${USAGE}`;
  const size = readSize(name, values, RECORDS_PARTS);
  if (typeof size === 'string') return `${size}\n${USAGE}`;
  return { name, json: values.json === true, turns: { seconds, runs }, size };
}

const closers: (() => Promise<void>)[] = [];

async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) {
    await close().catch((error: unknown) => say(`後片付けに失敗しました：${String(error)}`));
  }
}

let leaving = false;

async function leave(code: number, why: string): Promise<never> {
  leaving = true;
  say(why);
  await closeAll();
  process.exit(code);
}

async function measure({ name, json, turns, size }: Asked): Promise<void> {
  const bench = BENCHES[name];
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void leave(130, '中止しました。'));
  setTimeout(
    () => void leave(1, '計測が時間内に終わりませんでした。'),
    name === 'records' ? RECORDS_WITHIN_MS : WITHIN_MS,
  ).unref();
  try {
    const figures = (await bench?.(turns, (close) => closers.push(close), size)) ?? {};
    if (json) console.log(JSON.stringify({ bench: name, figures }));
    else for (const [figure, value] of Object.entries(figures)) console.log(`${figure.padEnd(28)} ${String(value)}`);
  } catch (error) {
    // The database was taken away under a statement that would have gone on for minutes.
    if (!leaving) throw error;
    await new Promise(() => undefined);
  } finally {
    await closeAll();
  }
}

const asked = readArguments(process.argv.slice(2));
if (typeof asked === 'string') {
  console.error(asked);
  process.exitCode = 2;
} else {
  await measure(asked);
}
