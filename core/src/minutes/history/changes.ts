import { type Locale, say } from '../../shared/index.ts';
import type { HistoryChange } from './contract.ts';
import type { Happened } from './queries.ts';
import { historyTexts } from './text.ts';
import * as words from './words.ts';

/** What is said of ids in the words of a change. */
export interface Names {
  readonly locale: Locale;
  /** Attendees and 議題, by their ids. */
  readonly nameOf: (id: string) => string | undefined;
  /** 会議体 and grounds. */
  readonly ruleOf: (id: string) => string;
}

export const spoken = (code: string, locale: Locale, params = {}): string | undefined =>
  say(historyTexts, `minutes.history_${code}`, locale, params);
const what = (part: string, { locale }: Names): string => spoken(`what_${part}`, locale) ?? part;

const PARTS = [
  ...(['title', 'bodyId', 'heldOn', 'startsAt', 'endsAt', 'place', 'isOpen', 'closedGround'] as const),
  ...(['closedReason', 'agenda', 'attendees', 'observers', 'papers'] as const),
];

/** The parts of a meeting as texts; null where a part is empty. */
function partsOf({ heldOn, isOpen, content }: words.MeetingWords, { locale, ruleOf }: Names) {
  const { title, bodyId, startsAt, endsAt, place, closedGround, closedReason, observers } = content;
  const lines = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('\n'));
  const attendees = content.attendees.map(({ name, attended }) =>
    attended ? name : (spoken('absent', locale, { name }) ?? name),
  );
  return {
    ...{ title, heldOn, startsAt, endsAt, place: place || null, closedReason: closedReason || null },
    bodyId: bodyId === null ? null : ruleOf(bodyId),
    isOpen: spoken(isOpen ? 'yes_open' : 'no_open', locale) ?? String(isOpen),
    closedGround: closedGround === null ? null : ruleOf(closedGround),
    agenda: lines(content.agenda.map((item) => item.title)),
    attendees: lines(attendees),
    observers: observers === null ? null : String(observers),
    papers: lines(content.papers),
  };
}

/** Why it was cancelled, sent back, held. */
function reasonIn({ change }: Happened, names: Names): HistoryChange[] | null {
  const { data } = words.ReasonWords.safeParse(change);
  return data ? [{ what: what('reason', names), before: null, after: data.reason || null }] : null;
}

/** A suggestion with its reason, or what was said to an answer, a ruling, a signature. */
function courseChanges({ change }: Happened, names: Names): HistoryChange[] | null {
  const { data: suggested } = words.SuggestedWords.safeParse(change);
  const { data: said } = words.RemarkWords.safeParse(change);
  const line = (part: string, text: string | undefined): HistoryChange[] =>
    text ? [{ what: what(part, names), before: null, after: text }] : [];
  if (suggested) {
    const { before, after, reason } = suggested;
    return [{ what: what('suggestion', names), before, after }, ...line('reason', reason)];
  }
  if (!said) return null;
  const { absence, comment, note, paper } = said;
  return [...line('absence', absence), ...line('comment', comment), ...line('note', note), ...line('paper', paper)];
}

function meetingChanges(happened: Happened, names: Names): HistoryChange[] | null {
  const { change, earlier } = happened;
  const reason = reasonIn(happened, names);
  if (reason) return reason;
  const now = words.MeetingWords.safeParse(change).data;
  if (!now) return null;
  const before = words.MeetingWords.safeParse(earlier).data;
  const [was, is] = [before && partsOf(before, names), partsOf(now, names)];
  return PARTS.filter((part) => (was?.[part] ?? null) !== is[part]).map((part) => ({
    ...{ what: what(part, names), before: was?.[part] ?? null, after: is[part] },
  }));
}

/** Before and after of the same thing side by side; what several steps did to it is one change. */
function paired<T>(
  { before, after }: { readonly before: readonly T[]; readonly after: readonly T[] },
  idOf: (one: T) => string,
): { readonly before: T | null; readonly after: T | null }[] {
  const first = new Map(before.toReversed().map((one) => [idOf(one), one]));
  const last = new Map(after.map((one) => [idOf(one), one]));
  return [...new Set([...before, ...after].map(idOf))].map((id) => ({
    ...{ before: first.get(id) ?? null, after: last.get(id) ?? null },
  }));
}

function fileIn({ change }: Happened, names: Names): HistoryChange[] | null {
  const { data } = words.FileWords.safeParse(change);
  return data ? [{ what: what('fileName', names), before: null, after: data.fileName }] : null;
}

function recordingChanges(happened: Happened, names: Names): HistoryChange[] | null {
  const { data } = words.AlignedWords.safeParse(happened.change);
  return data
    ? [{ what: `${what('fromMs', names)}（${data.fileName}）`, before: data.before, after: data.after }]
    : fileIn(happened, names);
}

function lineChanges(happened: Happened, names: Names): HistoryChange[] | null {
  if (happened.act === 'TAKEN_IN') return fileIn(happened, names);
  const { data } = words.LinesWords.safeParse(happened.change);
  if (!data) return null;
  const gone = new Set(data.removed);
  const said = (one: words.LineWords | null): string | null => {
    const who = one?.attendeeId ? names.nameOf(one.attendeeId) : undefined;
    return one && (who === undefined ? one.text : `${who}：${one.text}`);
  };
  const left = data.after.filter(({ lineId }) => !gone.has(lineId));
  return paired({ before: data.before, after: left }, ({ lineId }) => lineId).map(({ before, after }) => ({
    ...{ what: what('line', names), before: said(before), after: said(after) },
  }));
}

function sentenceChanges({ change }: Happened, names: Names): HistoryChange[] | null {
  const { data } = words.SentencesWords.safeParse(change);
  if (!data) return null;
  return paired(data, ({ sentenceId }) => sentenceId).map(({ before, after }) => ({
    what: what((after ?? before)?.part ?? 'SUMMARY', names),
    ...{ before: before?.text ?? null, after: after?.text ?? null },
  }));
}

function redactionChanges({ change }: Happened, names: Names): HistoryChange[] | null {
  const { data } = words.RedactionsWords.safeParse(change);
  if (!data) return null;
  const said = (one: words.RedactionWords): { readonly what: string; readonly text: string } => {
    if (one.kind === 'WORDS') return { what: what('WORDS', names), text: one.words };
    if (one.kind === 'PERSON')
      return { what: what('PERSON', names), text: names.nameOf(one.attendeeId) ?? one.attendeeId };
    return { what: what('CLOSED_ITEM', names), text: names.nameOf(one.itemId) ?? one.itemId };
  };
  return [
    ...data.removed.map(said).map(({ what: part, text }) => ({ what: part, before: text, after: null })),
    ...data.added.map(said).map(({ what: part, text }) => ({ what: part, before: null, after: text })),
  ];
}

const CHANGES: Readonly<Record<string, (happened: Happened, names: Names) => HistoryChange[] | null>> = {
  meeting: meetingChanges,
  transcript: lineChanges,
  minutes: sentenceChanges,
  publication: redactionChanges,
  recording: recordingChanges,
  keeping: reasonIn,
  round: courseChanges,
  signing: courseChanges,
};

/** What was there before and after; null where these words are none that this page knows how to show. */
export const changesIn = (happened: Happened, names: Names): HistoryChange[] | null =>
  Object.hasOwn(CHANGES, happened.of) ? (CHANGES[happened.of]?.(happened, names) ?? null) : null;
