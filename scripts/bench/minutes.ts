import { execFileSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import webvtt from 'webvtt-parser';
import { readTranscript } from '../../core/src/minutes/transcript/read.ts';
import { invariant } from '../../core/src/shared/index.ts';
import type { Figures, OnClose } from './approvals.ts';
import { load, median, rounded, say, type Turns } from './measure.ts';
import { meetingFile } from './meeting-file.ts';
import { benchDraft, benchGold } from './minutes-draft.ts';
import { benchTyping } from './minutes-typing.ts';

const HOURS = 12;
const WARM_UPS = 5;
const TIMES_A_RUN = 5;

/** From bytes to a transcript, with everything that is looked at on the way. */
function ours(bytes: Uint8Array): number {
  return readTranscript({ name: 'meeting.vtt', bytes }).transcript?.cues.length ?? 0;
}

/** From text to cues with their trees; it is given the text, decoding is not its work. */
function theirs(text: string): number {
  return new webvtt.WebVTTParser().parse(text).cues.length;
}

function timed(parse: () => number, cues: number): number {
  const began = performance.now();
  for (let time = 0; time < TIMES_A_RUN; time += 1) invariant(parse() === cues, 'every cue is read');
  return (performance.now() - began) / TIMES_A_RUN;
}

function benchParse({ runs }: Turns): Figures {
  const bytes = meetingFile(HOURS);
  const text = new TextDecoder().decode(bytes);
  const cues = ours(bytes);
  const sides = { ours: () => ours(bytes), theirs: () => theirs(text) };
  for (let time = 0; time < WARM_UPS; time += 1) timed(sides.ours, cues) + timed(sides.theirs, cues);
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let run = 1; run <= runs; run += 1) {
    times.ours.push(timed(sides.ours, cues));
    times.theirs.push(timed(sides.theirs, cues));
    say(
      `  ${run}/${runs} kaigi: ${times.ours.at(-1)?.toFixed(1)} ms、webvtt-parser: ${times.theirs.at(-1)?.toFixed(1)} ms`,
    );
  }
  const [own, other] = [median(times.ours), median(times.theirs)];
  return {
    ...{ cues, file_mb: rounded(bytes.length / 1e6, 2) },
    parse_mb_s: rounded(bytes.length / 1e3 / own, 1),
    parse_vs_webvtt: rounded(own / other, 3),
    parse_vs_webvtt_each: times.ours.map((time, at) => rounded(time / (times.theirs[at] ?? time), 3)),
  };
}

function benchMemory(): Figures {
  const child = path.join(import.meta.dirname, 'minutes-memory.ts');
  const said = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', child], { encoding: 'utf8' });
  const { rssMb } = JSON.parse(said) as { readonly rssMb: number };
  return { rss_mb: rounded(rssMb, 1) };
}

/** 会議録: reading what was heard, and drafting minutes from it. */
export async function benchMinutes(turns: Turns, onClose: OnClose): Promise<Figures> {
  const before = load();
  say(`文字起こし：${HOURS}時間の会議を読む。webvtt-parserと交互に`);
  const parse = benchParse(turns);
  say('同じ会議を別のプロセスで発言にまとめるまでの記憶量');
  const memory = benchMemory();
  say('規則による会議録の案を、規則の作り手が見ていない会議の正解と比べる');
  const gold = benchGold();
  say('3時間の会議の案を作る');
  const draft = benchDraft(turns.runs);
  const typing = await benchTyping(onClose);
  return {
    ...parse,
    ...memory,
    ...gold,
    ...draft,
    ...typing,
    ...{ runs: turns.runs, cores: os.availableParallelism(), load_before: before, load_after: load() },
  };
}
