import { folded } from '../../shared/index.ts';
import { clockTime, instantTime } from './clock-time.ts';

export type Column = 'start' | 'end' | 'length' | 'speaker' | 'text';
export type Unit = 'MS' | 'SECONDS' | null;

const WORDS: Readonly<Record<Column, string>> = {
  start:
    '開始 開始時間 開始時刻 開始位置 開始タイム 発話開始 発言開始 開始日時 時間 時刻 日時 発話時刻 発言時刻 タイムスタンプ タイムコード 再生位置 経過時間 start starttime start_time begin begintime from in time timestamp timecode offset startoffset',
  end: '終了 終了時間 終了時刻 終了位置 終了タイム 発話終了 発言終了 終了日時 end endtime end_time finish stop to out endoffset',
  length: '長さ 発話時間 発言時間 発話長 継続時間 再生時間 所要時間 duration length dur',
  speaker:
    '話者 話者名 話者id 話者ラベル 話者番号 発言者 発言者名 発話者 発話者名 氏名 名前 参加者 参加者名 ユーザー ユーザー名 speaker speakername speaker_name speakerid speaker_id speakerlabel speaker_label name who user username participant',
  text: '発言 発言内容 発話 発話内容 内容 本文 テキスト 発言テキスト 発話テキスト 文字起こし 文字起こし結果 書き起こし 認識結果 認識テキスト 音声認識結果 原文 文章 text transcript transcription content sentence utterance message caption subtitle speech',
};

const KNOWN = new Map<string, Column>(
  (Object.keys(WORDS) as Column[]).flatMap((column) => WORDS[column].split(' ').map((word) => [word, column] as const)),
);

const UNIT = /[(（[]?(?:(ms|msec|ミリ秒|milliseconds?)|(s|sec|秒|seconds?))[)）\]]?$/;

export interface Columns {
  readonly at: Readonly<Partial<Record<Column, number>>>;
  readonly unit: Unit;
}

function named(cell: string): { readonly column: Column; readonly unit: Unit } | null {
  const word = folded(cell).replace(/^\ufeff/, '');
  const whole = KNOWN.get(word);
  if (whole) return { column: whole, unit: null };
  const [end, ms] = UNIT.exec(word) ?? [];
  const column = KNOWN.get(word.slice(0, word.length - (end?.length ?? 0)).replace(/[_-]$/, ''));
  return end === undefined || !column ? null : { column, unit: ms === undefined ? 'SECONDS' : 'MS' };
}

/** The columns that a row of headings names, the first of each; null where it is no such row. */
export function columnsNamed(row: readonly string[]): Columns | null {
  const at: Partial<Record<Column, number>> = {};
  let unit: Unit = null;
  for (const [index, cell] of row.entries()) {
    const found = named(cell);
    if (!found || at[found.column] !== undefined) continue;
    at[found.column] = index;
    if (found.column !== 'speaker' && found.column !== 'text') unit ??= found.unit;
  }
  return at.text !== undefined && Object.keys(at).length >= 2 ? { at, unit } : null;
}

const isTime = (cell: string): boolean => clockTime(cell) !== null || instantTime(cell) !== null;

/** A table without headings: times are seen by their form, speech by its length, a speaker by coming again. */
export function columnsSeen(rows: readonly (readonly string[])[]): Columns | null {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cells = (column: number) => rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
  const all = Array.from({ length: width }, (_, column) => ({ column, cells: cells(column) }));
  const times = all.filter(({ cells: found }) => found.length > 0 && found.every((cell) => isTime(cell.trim())));
  const others = all.filter(({ column }) => !times.some((one) => one.column === column));
  const letters = (found: readonly string[]) => found.reduce((sum, cell) => sum + cell.length, 0);
  const text = others.toSorted((a, b) => letters(b.cells) - letters(a.cells))[0];
  const [start, end] = times;
  if (!text || !start || letters(text.cells) === 0) return null;
  const speaker = others.find(
    ({ column, cells: found }) =>
      column !== text.column && found.length > 0 && found.some((cell) => !/^\d+(\.\d+)?$/.test(cell)),
  );
  const at = { start: start.column, ...(end ? { end: end.column } : {}), text: text.column };
  return { at: { ...at, ...(speaker ? { speaker: speaker.column } : {}) }, unit: null };
}
