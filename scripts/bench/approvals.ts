import os from 'node:os';
import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { type ChatSides, chatSides } from './chat-sides.ts';
import { type CityHall, cityHall, ORDINARY_SIZE } from './city-hall.ts';
import { coreSide, coreWithJobsSide, decisionSide, threeStepSide, threeStepWithSubmissionSide } from './core-side.ts';
import { durableSide } from './durable-side.ts';
import { compare, load, median, percentile, rounded, type Side, say, type Turns, WORKERS } from './measure.ts';
import { rawSides } from './raw-side.ts';

export type Figures = Record<string, number | boolean | readonly number[]>;

/** What must be closed again, whatever happens; the last opened first. */
export type OnClose = (close: () => Promise<void>) => void;

const PRESSES_PER_SECOND = 20;
// Of a side's time; enough presses for a 95th percentile.
const LATENCY_SHARE = 2 / 3;

const opened = async <T extends { close(): Promise<void> }>(onClose: OnClose, opening: Promise<T>): Promise<T> => {
  const one = await opening;
  onClose(() => one.close());
  return one;
};

/** City halls on one server: one with everything running, one with nothing beside the acts, one for bare transactions. */
async function coreSides(onClose: OnClose): Promise<Side[]> {
  await globalSetup();
  onClose(globalTeardown);
  const hall = async (): Promise<CityHall> => {
    const made = await cityHall(ORDINARY_SIZE);
    onClose(made.city.close);
    return made;
  };
  const [running, alone, bare] = [await hall(), await hall(), await hall()];
  await running.suite.startJobs();
  const raw = await opened(onClose, rawSides(bare));
  const durable = await opened(onClose, durableSide(process.env.KAIGI_TEST_POSTGRES ?? ''));
  return [
    await coreSide(alone),
    raw.oneStatement,
    raw.roundTrips,
    await coreWithJobsSide(running),
    await decisionSide(running),
    await threeStepSide(alone),
    durable.side,
    await threeStepWithSubmissionSide(alone),
  ];
}

async function coreAgainstRaw(turns: Turns, onClose: OnClose): Promise<Figures> {
  const seen = await compare(await coreSides(onClose), turns);
  const of = (name: string) => median(seen.get(name) ?? []);
  const [actions, withJobs] = [of('actions_per_s'), of('actions_with_jobs_per_s')];
  const [oneStatement, roundTrips] = [of('raw_one_statement_per_s'), of('raw_roundtrips_per_s')];
  const fastest = Math.max(oneStatement, roundTrips);
  const [steps, submitted] = [of('three_step_per_s'), of('three_step_with_submission_per_s')];
  const durable = of('dbos_three_step_per_s');
  return {
    actions_per_s: rounded(actions),
    raw_per_s: rounded(fastest),
    core_vs_raw: rounded(actions / fastest, 2),
    raw_one_statement_per_s: rounded(oneStatement),
    raw_roundtrips_per_s: rounded(roundTrips),
    core_vs_raw_roundtrips: rounded(actions / roundTrips, 2),
    actions_with_jobs_per_s: rounded(withJobs),
    core_with_jobs_vs_raw: rounded(withJobs / fastest, 2),
    decisions_per_s: rounded(of('decisions_per_s')),
    three_step_per_s: rounded(steps),
    dbos_three_step_per_s: rounded(durable),
    three_step_vs_dbos: rounded(steps / durable, 2),
    three_step_with_submission_per_s: rounded(submitted),
    three_step_with_submission_vs_dbos: rounded(submitted / durable, 2),
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
  say('核：係長・課長の承認と 3 課の合議を、サービスで（ジョブなし・あり）、同じ行を書くだけの処理で');
  say('　　係長 → 課長 → 部長の決裁を、サービスで（ジョブなし）、DBOS の 3 段のワークフローで');
  const core = await coreAgainstRaw(turns, onClose);
  say('チャット：承認ボタンの応答と、同じ大きさのカードを返すだけのボット');
  const chat = await botAgainstEcho(turns, onClose);
  return {
    ...core,
    ...chat,
    workers: WORKERS,
    runs: turns.runs,
    seconds: turns.seconds,
    cores: os.availableParallelism(),
    load_before: before,
    load_after: load(),
  };
}
