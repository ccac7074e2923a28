import { editsIn } from '../editing/clean-read.ts';
import { applyEdits } from '../editing/edit.ts';
import type { SentencePart, SentenceView } from '../sentences/contract.ts';
import { calledOnPaper, itemRanges, type Minuted, type MinutedLine, UNKNOWN_SPEAKER } from './minuted.ts';

/** 逐語, 整文, 要点, 概要, 決定事項一覧: the same meeting told in five lengths. */
export type Level = 'VERBATIM' | 'CLEAN' | 'KEY_POINTS' | 'SUMMARY' | 'DECISIONS';

/** One remark or one sentence of a level, with the lines it comes from. */
export interface LevelEntry {
  readonly part: SentencePart | 'REMARK';
  readonly text: string;
  /** Lines of the transcript: never none, unless it is a 追記. */
  readonly sources: readonly string[];
  readonly isAddition: boolean;
  readonly speaker: string | null;
  readonly outcome: SentenceView['outcome'];
  readonly owner: string | null;
  readonly due: SentenceView['due'];
}

/** What a level says of one 議題; without a title what belongs to none. */
export interface LevelSection {
  readonly itemId: string | null;
  readonly title: string | null;
  readonly entries: readonly LevelEntry[];
}

const HAS_WORDS = /[\p{L}\p{N}■]/u;

/** Fillers and slips gone, as far as an editor may without asking; what the speaker meant stays. */
const cleaned = (text: string): string => applyEdits(text, editsIn(text)).text.trim();

interface Remark {
  readonly attendeeId: string | null;
  readonly texts: string[];
  readonly sources: string[];
}

/** Lines of one speaker in a row are one remark. Of two whom nobody knows nobody knows whether they are one. */
function remarksOf(lines: readonly MinutedLine[], written: (text: string) => string): Remark[] {
  const remarks: Remark[] = [];
  for (const { id, attendeeId, text } of lines) {
    const said = written(text);
    if (!HAS_WORDS.test(said)) continue;
    const last = remarks.at(-1);
    if (last && attendeeId !== null && last.attendeeId === attendeeId) {
      last.texts.push(said);
      last.sources.push(id);
    } else remarks.push({ attendeeId, texts: [said], sources: [id] });
  }
  return remarks;
}

function speechOf(minuted: Minuted, written: (text: string) => string): LevelSection[] {
  const { lines, meeting } = minuted;
  const names = new Map(meeting.attendees.map((attendee) => [attendee.id, calledOnPaper(attendee)]));
  const ranges = itemRanges(minuted);
  const opening = { itemId: null, title: null, from: 0, to: ranges[0]?.from ?? lines.length };
  const parts = [opening, ...ranges.map(({ item, from, to }) => ({ itemId: item.id, title: item.text, from, to }))];
  const sections = parts.map(({ itemId, title, from, to }) => ({
    ...{ itemId, title },
    entries: remarksOf(lines.slice(from, to), written).map(({ attendeeId, texts, sources }) => ({
      ...{ part: 'REMARK' as const, text: texts.join('\n'), sources, isAddition: false },
      ...{ outcome: null, owner: null, due: null },
      speaker: names.get(attendeeId ?? '') ?? UNKNOWN_SPEAKER,
    })),
  }));
  return sections.filter(({ title, entries }) => title !== null || entries.length > 0);
}

const entryOf = ({ part, text, sources, speaker, outcome, owner, due }: SentenceView): LevelEntry => ({
  ...{ part, text, sources, speaker, outcome, due },
  // Whatever it is called: what rests on nothing that was said is an addition.
  isAddition: sources.length === 0,
  owner: owner?.name ?? null,
});

type Chosen = (sentences: readonly SentenceView[]) => readonly SentenceView[];

const ofParts =
  (...parts: readonly SentencePart[]): Chosen =>
  (sentences) =>
    sentences.filter(({ part }) => parts.includes(part));

/** What was written as 概要; else what was decided; else the sentence that says most. */
const inShort: Chosen = (sentences) => {
  const written = ofParts('SUMMARY')(sentences);
  if (written.length > 0) return written;
  const decided = ofParts('DECISION')(sentences);
  return decided.length > 0 ? decided : ofParts('KEY_POINT')(sentences).slice(0, 1);
};

function sentencesOf({ sentences }: Minuted, chosen: Chosen): LevelSection[] {
  const items = sentences.filter(({ part }) => part === 'ITEM');
  const known = new Set(items.map(({ id }) => id));
  const rest = sentences.filter(({ part }) => part !== 'ITEM');
  const within = (itemId: string | null) =>
    chosen(rest.filter((one) => (one.itemId !== null && known.has(one.itemId) ? one.itemId : null) === itemId));
  const opening = { itemId: null, title: null, entries: within(null).map(entryOf) };
  const titled = items.map(({ id, text }) => ({ itemId: id, title: text, entries: within(id).map(entryOf) }));
  return opening.entries.length > 0 ? [opening, ...titled] : titled;
}

const LEVELS: Readonly<Record<Level, (minuted: Minuted) => LevelSection[]>> = {
  VERBATIM: (minuted) => speechOf(minuted, (text) => text.trim()),
  CLEAN: (minuted) => speechOf(minuted, cleaned),
  KEY_POINTS: (minuted) => sentencesOf(minuted, ofParts('KEY_POINT', 'QUESTION', 'ANSWER', 'DECISION', 'ACTION')),
  SUMMARY: (minuted) => sentencesOf(minuted, inShort),
  DECISIONS: (minuted) =>
    sentencesOf(minuted, ofParts('DECISION', 'ACTION')).filter(({ entries }) => entries.length > 0),
};

/** A level of the minutes, made anew from what stands there now: nothing of it is kept apart, so none falls behind. */
export const levelOf = (minuted: Minuted, level: Level): LevelSection[] => LEVELS[level](minuted);
