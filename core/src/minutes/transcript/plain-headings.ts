import { CLOCK, clockTime, halfWidthTimes } from './clock-time.ts';
import { labelled, MACHINE_LABEL, plainlyLabels } from './labels.ts';

/** A line with which an utterance begins. */
export interface Heading {
  /** Null where the line says none: the time that was said last. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly speaker: string | null;
  /** What is said on the same line. */
  readonly text: string;
}

/** How a text marks where one speaker ends and another begins. */
export interface Style {
  readonly timed: boolean;
  readonly heading: (line: string) => Heading | null;
}

const OPEN = `[[(【［（<＜〔]`;
const CLOSE = String.raw`[\])】］）>＞〕]`;
const TO = String.raw`\s*(?:-{1,2}>|[-–—~〜～→])\s*`;
const TIMES = String.raw`(-?${CLOCK}|\d{1,3}時間\d{1,2}分\d{1,2}秒|\d{1,3}分\d{1,2}秒)(?:${TO}(-?${CLOCK}))?`;
const TIME_FIRST = new RegExp(
  String.raw`^\s*(?:${OPEN}\s*${TIMES}\s*${CLOSE}|${TIMES}(?=[\s:：]|$))\s*[:：]?\s*(.*)$`,
  's',
);
const TIME_LAST = new RegExp(
  String.raw`^\s*([^\s、。!?！？][^、。!?！？]{0,39}?)\s*(?:${OPEN}\s*${TIMES}\s*${CLOSE}|[\s:：]${TIMES})\s*[:：]?\s*$`,
);
// 「○市長（山田太郎君）　本文」, as the records of councils have it.
const COUNCIL =
  /^\s*[○〇◯◎●◆◇□■△▲☆★]\s*([^\s（(]{0,30}[（(][^）)\n]{1,30}[）)]|[^\s（(、。]{1,20}(?=[\s\u3000]))[\s\u3000]*(.+)$/;

const IN_BRACKETS = new RegExp(`^${OPEN}(.*)${CLOSE}$`);
const LONGEST_LINE = 2_000;

const times = (start: string | undefined, end: string | undefined) => ({
  startMs: clockTime(start ?? '') ?? 0,
  endMs: end === undefined ? null : clockTime(end),
});

/** The digits of a time may be full-width; those of what is said are left as they are. */
function timeFirst(line: string): Heading | null {
  const [whole, a, aEnd, b, bEnd, rest = ''] = TIME_FIRST.exec(halfWidthTimes(line.slice(0, LONGEST_LINE))) ?? [];
  if (whole === undefined) return null;
  const said = line.slice(0, LONGEST_LINE).slice(whole.length - rest.length) + line.slice(LONGEST_LINE);
  return { ...times(a ?? b, aEnd ?? bEnd), speaker: null, text: said.trim() };
}

function timeLast(line: string): Heading | null {
  if (line.length > 100) return null;
  const [whole, speaker = '', a, aEnd, b, bEnd] = TIME_LAST.exec(halfWidthTimes(line)) ?? [];
  if (whole === undefined) return null;
  return { ...times(a ?? b, aEnd ?? bEnd), speaker: speaker.replace(IN_BRACKETS, '$1').trim(), text: '' };
}

function council(line: string): Heading | null {
  const [, speaker, text = ''] = COUNCIL.exec(line) ?? [];
  return speaker === undefined ? null : { startMs: null, endMs: null, speaker, text: text.trim() };
}

function label(line: string): Heading | null {
  if (MACHINE_LABEL.test(line.trim())) return { startMs: null, endMs: null, speaker: line.trim(), text: '' };
  const found = labelled(line.trimStart());
  return found ? { startMs: null, endMs: null, ...found } : null;
}

const A_LINE: Style = { timed: false, heading: (line) => ({ startMs: null, endMs: null, speaker: null, text: line }) };

const LEAST_LABELLED = 0.3;
const SEEN = 3_000;

const speakersOf = (headings: readonly Heading[]): string[] => headings.flatMap(({ speaker }) => speaker ?? []);

/** Times stand alone every few minutes, speakers at every line: as Google Meet writes them. */
const labelOrTime = (line: string): Heading | null => {
  const time = timeFirst(line);
  return time?.text === '' ? time : label(line);
};

/** The style of most of the lines; each line by itself where a text has none. */
export function styleOf(lines: readonly string[]): Style {
  const spoken = lines.filter((line) => line.trim() !== '').slice(0, SEEN);
  const seen = (heading: Style['heading']) => spoken.flatMap((line) => heading(line) ?? []);
  const [first, last] = [seen(timeFirst).length, seen(timeLast).length];
  const times = Math.max(first, last);
  const timed = times > 0 && times >= Math.min(2, Math.ceil(spoken.length / 2));
  const marked = seen(council);
  if (marked.length > Math.max(1, times) && marked.some(({ speaker }) => /[（(]/.test(speaker ?? '')))
    return { timed: false, heading: council };
  const speakers = speakersOf(seen(label));
  const labels = plainlyLabels(speakers) ? speakers.length : 0;
  if (timed && labels <= 2 * times) return { timed, heading: last > first ? timeLast : timeFirst };
  if (labels > 0 && labels >= spoken.length * LEAST_LABELLED) return { timed, heading: labelOrTime };
  return A_LINE;
}
