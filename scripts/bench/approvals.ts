import os from 'node:os';
import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { type TestCity, testCity } from '../../core/src/testing/test-city.ts';
import { type ChatSides, chatSides } from './chat-sides.ts';
import { coreAloneSide, coreSide, decisionSide } from './core-side.ts';
import { compare, load, median, percentile, rounded, say, type Turns, WORKERS } from './measure.ts';
import { rawSides } from './raw-side.ts';

export type Figures = Record<string, number | boolean | readonly number[]>;

/** What must be closed again, whatever happens; the last opened first. */
export type OnClose = (close: () => Promise<void>) => void;

const PRESSES_PER_SECOND = 20;
// Of a side's time; enough presses for a 95th percentile.
const LATENCY_SHARE = 2 / 3;

/** Three city halls on one server: with everything running, with nothing beside the acts, and for bare transactions. */
async function coreAgainstRaw(turns: Turns, onClose: OnClose): Promise<Figures> {
  await globalSetup();
  onClose(globalTeardown);
  const city = async (): Promise<TestCity> => {
    const made = await testCity();
    onClose(made.close);
    return made;
  };
  const [running, alone, bare] = [await city(), await city(), await city()];
  await running.suite.startJobs();
  const raw = await rawSides(bare);
  onClose(raw.close);
  const sides = [
    await coreSide(running),
    raw.oneStatement,
    raw.roundTrips,
    await coreAloneSide(alone),
    await decisionSide(running),
  ];
  const seen = await compare(sides, turns);
  const of = (name: string) => median(seen.get(name) ?? []);
  const [oneStatement, roundTrips] = [of('raw_one_statement_per_s'), of('raw_roundtrips_per_s')];
  const fastest = Math.max(oneStatement, roundTrips);
  return {
    actions_per_s: rounded(of('actions_per_s')),
    raw_per_s: rounded(fastest),
    core_vs_raw: rounded(of('actions_per_s') / fastest, 2),
    raw_one_statement_per_s: rounded(oneStatement),
    raw_roundtrips_per_s: rounded(roundTrips),
    core_vs_raw_roundtrips: rounded(of('actions_per_s') / roundTrips, 2),
    actions_without_jobs_per_s: rounded(of('actions_alone_per_s')),
    decisions_per_s: rounded(of('decisions_per_s')),
  };
}

async function latencyOf(chat: ChatSides, { runs, seconds }: Turns): Promise<Figures> {
  const all: number[][] = [];
  for (let run = 1; run <= runs; run += 1) {
    const latencies = await chat.latencies(PRESSES_PER_SECOND, (seconds / runs) * LATENCY_SHARE);
    all.push(latencies);
    say(`  ${run}/${runs} p95: ${percentile(latencies, 0.95).toFixed(1)} ms`);
  }
  const shares = { p50_ms: 0.5, p95_ms: 0.95, p99_ms: 0.99 };
  const medians = Object.entries(shares).map(([name, share]) => [
    name,
    rounded(median(all.map((one) => percentile(one, share))), 1),
  ]);
  return Object.fromEntries(medians) as Figures;
}

async function botAgainstEcho(turns: Turns, onClose: OnClose): Promise<Figures> {
  const chat = await chatSides();
  onClose(chat.close);
  const seen = await compare([chat.bot, chat.echo], turns);
  const [bot, echo] = ['bot_per_s', 'echo_per_s'].map((name) => median(seen.get(name) ?? []));
  return {
    bot_per_s: rounded(bot ?? 0),
    echo_per_s: rounded(echo ?? 0),
    bot_vs_echo: rounded((bot ?? 0) / (echo ?? 1), 2),
    ...(await latencyOf(chat, turns)),
    start_s: rounded(chat.startSeconds, 2),
    answer_bytes: chat.answerBytes,
  };
}

/** 回議: acts through the service and through chat, each beside the least that could be done. */
export async function benchApprovals(turns: Turns, onClose: OnClose): Promise<Figures> {
  const before = load();
  say('核：承認の確定（サービス・ジョブ・記録の並べ手を動かしたまま）と、同じ行を書くだけの処理');
  const core = await coreAgainstRaw(turns, onClose);
  say('チャット：承認ボタンの応答と、同じ大きさのカードを返すだけのボット');
  const chat = await botAgainstEcho(turns, onClose);
  return {
    ...core,
    ...chat,
    workers: WORKERS,
    runs: turns.runs,
    seconds: turns.seconds,
    jobs_and_sequencer_running: true,
    cores: os.availableParallelism(),
    load_before: before,
    load_after: load(),
  };
}
