import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One thing said: by whom, from when to when, in milliseconds since the transcript began. */
export interface Said {
  /** A sign-in name without its domain, or a label that belongs to no person: a room, somebody who hides. */
  readonly speaker: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A made-up meeting as it is written in `scripts/`. */
export interface Script {
  readonly name: string;
  readonly subject: string;
  /** Sign-in names without their domain. */
  readonly organizer: string;
  readonly people: readonly string[];
  readonly rooms: readonly string[];
  /** How many are there whose name is not shown. */
  readonly hidden: number;
  /** Before the sandbox's start; 0: it is still going on then. */
  readonly daysAgo: number;
  /** In Japan. */
  readonly startMinute: number;
  readonly said: readonly Said[];
}

const MS_PER_LETTER = 150;
const SHORTEST_MS = 900;
const PAUSE_MS = 650;
const OVERLAP_MS = 1_400;
/** Speech begins a little after somebody has switched the transcript on. */
const FIRST_MS = 3_480;

/** Teams cuts at every full stop. `＜` before a speaker: began while the one before was still speaking. */
function saidOf(lines: readonly string[]): Said[] {
  const said: Said[] = [];
  for (const line of lines) {
    const [who = '', text = ''] = line.replace('＜', '').split('：', 2);
    for (const [index, sentence] of text.split(/(?<=。)/).entries()) {
      const before = said.at(-1)?.to ?? FIRST_MS - PAUSE_MS;
      const from = before + (line.startsWith('＜') && index === 0 ? -OVERLAP_MS : PAUSE_MS);
      const to = from + Math.max(SHORTEST_MS, sentence.length * MS_PER_LETTER);
      said.push({ speaker: who.trim(), from: Math.max(from, 0), to, text: sentence });
    }
  }
  return said;
}

function readScript(name: string, text: string): Script {
  const [head = '', body = ''] = text.split('\n\n', 2);
  const fields = new Map(head.split('\n').map((line) => line.split(': ', 2) as [string, string]));
  const list = (key: string) => (fields.get(key) ?? '').split(',').flatMap((one) => one.trim() || []);
  const [hour = 0, minute = 0] = (fields.get('開始') ?? '').split(':').map(Number);
  return {
    ...{ name, subject: fields.get('件名') ?? '', organizer: fields.get('主催') ?? '' },
    ...{ people: list('出席'), rooms: list('会議室'), hidden: Number(fields.get('非表示') ?? 0) },
    ...{ daysAgo: Number(fields.get('何日前') ?? 0), startMinute: hour * 60 + minute },
    said: saidOf(body.split('\n').filter((line) => line.includes('：'))),
  };
}

/** Every made-up meeting, as it was written. */
export function readScripts(): Script[] {
  const folder = join(import.meta.dirname, 'scripts');
  return readdirSync(folder)
    .sort()
    .map((file) => readScript(file.replace(/\.txt$/, ''), readFileSync(join(folder, file), 'utf8')));
}
