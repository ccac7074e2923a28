import { dayOfWeek, type LocalDate, localDateOf, localTimeOf, parseLocalDate, wareki } from '../../shared/index.ts';
import type { AttendeeView } from '../meetings/contract.ts';
import type { PaperForm } from './contract.ts';
import { type LevelEntry, levelOf } from './levels.ts';
import { calledOnPaper, type Minuted, type MinutedMeeting } from './minuted.ts';
import { OUTCOME_TAGS } from './tags.ts';

/** What the tags of a template are filled with; its shape is that of `TAGS`. */
export interface PaperData {
  readonly [tag: string]: string | boolean | readonly PaperData[];
}

/** What a publication copy says of itself. */
export interface CopyNote {
  readonly grounds: readonly { readonly mark: string; readonly ground: string }[];
}

const NONE = 'なし';
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];

function dayWords(day: string): string {
  const date = parseLocalDate(day);
  return date ? `${wareki(date)}（${WEEKDAYS[dayOfWeek(date)] ?? ''}）` : day;
}

/** 「午後1時30分」, in Japan. */
function timeWords(instant: string | null): string {
  if (instant === null) return '';
  const [hour = 0, minute = 0] = localTimeOf(new Date(instant)).split(':').map(Number);
  const said = `${hour < 12 ? '午前' : '午後'}${hour % 12}時`;
  return minute === 0 ? said : `${said}${minute}分`;
}

const dayOf = (instant: string | null): LocalDate | null => (instant === null ? null : localDateOf(new Date(instant)));

export function whenOf({
  heldOn,
  startsAt,
  endsAt,
}: Pick<MinutedMeeting, 'heldOn' | 'startsAt' | 'endsAt'>): PaperData {
  const [day, from, to] = [dayWords(heldOn), timeWords(startsAt), timeWords(endsAt)];
  const [first, last] = [dayOf(startsAt), dayOf(endsAt)];
  if (first && last && first < last) {
    const days = { first: dayWords(first), last: dayWords(last) };
    return {
      // 書面会議 is of the day on which it ended; what ends after midnight, of that on which it began.
      ...{ 開催日: heldOn === first ? day : `${days.first}から${days.last}まで`, 開始時刻: from, 終了時刻: to },
      開催日時: `${days.first}　${from}から${days.last}　${to}まで`,
    };
  }
  const times = to === '' ? from : `${from}から${to}まで`;
  return { 開催日: day, 開始時刻: from, 終了時刻: to, 開催日時: times === '' ? day : `${day}　${times}` };
}

const inLines = (parts: readonly string[]): string => (parts.length === 0 ? NONE : parts.join('\n'));
const called = ({ unitName, ...attendee }: AttendeeView): string =>
  [unitName, calledOnPaper(attendee)].filter((part) => part !== '').join('　');

function peopleOf({ attendees }: MinutedMeeting): PaperData {
  const there = attendees.filter(({ attended }) => attended);
  const isStaff = ({ role }: AttendeeView) => role === 'STAFF' || role === 'RECORDER';
  const groups = {
    出席者: there.filter((one) => !isStaff(one)),
    欠席者: attendees.filter(({ attended }) => !attended),
    職員: there.filter(isStaff),
    署名委員: there.filter(({ role }) => role === 'SIGNER'),
  };
  const each = Object.entries(groups).map(([tag, people]) => [
    tag,
    people.map(({ name, postTitle, unitName }) => ({ 氏名: name, 職名: postTitle, 所属: unitName })),
  ]);
  return {
    ...(Object.fromEntries(each) as PaperData),
    出席者一覧: inLines(groups.出席者.map(called)),
    欠席者一覧: inLines(groups.欠席者.map(called)),
    職員一覧: inLines(groups.職員.map(called)),
  };
}

const numbered = (titles: readonly string[], tag: string): PaperData[] =>
  titles.map((title, nth) => ({ 番号: String(nth + 1), [tag]: title }));

const fiveBoxes = (entries: readonly LevelEntry[]): PaperData =>
  Object.fromEntries(
    Object.entries(OUTCOME_TAGS).map(([code, tag]) => [
      tag,
      entries.some(({ outcome }) => outcome === code) ? '■' : '□',
    ]),
  );

const dueWords = (due: LevelEntry['due']): string => {
  if (due === null) return '';
  const day = due.on === null ? null : parseLocalDate(due.on);
  return day === null ? due.words : wareki(day);
};

const ASKED: Partial<Record<LevelEntry['part'], string>> = { QUESTION: '問', ANSWER: '答' };

const written = ({ part, text, isAddition, ...entry }: LevelEntry): PaperData => {
  const outcome = entry.outcome ? OUTCOME_TAGS[entry.outcome] : '';
  const due = dueWords(entry.due);
  return {
    ...{ 文: text, 追記: isAddition ? '（追記）' : '', 区分: ASKED[part] ?? '' },
    ...{ 結果: outcome, 結果あり: outcome !== '', 期限: due, 期限あり: due !== '' },
    ...{ 担当: entry.owner ?? '', 担当あり: entry.owner !== null },
    ...{ 発言者: entry.speaker ?? '', 発言者あり: entry.speaker !== null },
  };
};
const spoken = ({ speaker, text }: LevelEntry): PaperData => ({ 発言者: speaker ?? '', 発言内容: text });

interface Discussed {
  readonly title: string | null;
  readonly entries: readonly LevelEntry[];
}

// What stands in for a 概要 that nobody wrote is a decision or a key point: as 概要 it is no second decision.
const asSummary = (entry: LevelEntry): LevelEntry => ({ ...entry, part: 'SUMMARY', outcome: null });

/** What was said and what was made of it, side by side for each 議題. */
function discussedIn(minuted: Minuted, form: PaperForm): Discussed[] {
  const isSpeech = form === 'VERBATIM' || form === 'CLEAN';
  const summary = levelOf(minuted, 'SUMMARY').map((one) => ({ ...one, entries: one.entries.map(asSummary) }));
  const speech = levelOf(minuted, form === 'CLEAN' ? 'CLEAN' : 'VERBATIM');
  const sections = [...levelOf(minuted, 'KEY_POINTS'), ...summary, ...speech];
  const items = minuted.sentences.filter(({ part }) => part === 'ITEM').map(({ id, text }) => ({ id, title: text }));
  const all = [{ id: null, title: null }, ...items].map(({ id, title }) => ({
    title,
    entries: sections.filter(({ itemId }) => itemId === id).flatMap(({ entries }) => entries),
  }));
  // What was said before the first 議題 opens the meeting: a paper that is not of speech has nothing to say of it.
  const counts = ({ part }: LevelEntry) => isSpeech || part !== 'REMARK';
  return all.filter(({ title, entries }) => title !== null || entries.some(counts));
}

function discussion(discussed: readonly Discussed[]): PaperData[] {
  let number = 0;
  return discussed.map(({ title, entries }) => {
    if (title !== null) number += 1;
    const of = (...parts: readonly LevelEntry['part'][]) => entries.filter(({ part }) => parts.includes(part));
    const lists = {
      ...{ 概要: of('SUMMARY').map(written), 要点: of('KEY_POINT').map(written) },
      ...{ 質疑: of('QUESTION', 'ANSWER').map(written), 決定: of('DECISION').map(written) },
      ...{ 対応: of('ACTION').map(written), 発言: of('REMARK').map(spoken) },
    };
    const present = Object.entries(lists).map(([tag, rows]) => [`${tag}あり`, rows.length > 0]);
    const heading = { 番号: title === null ? '' : String(number), 議題名: title ?? '', 議題あり: title !== null };
    return { ...heading, ...fiveBoxes(entries), ...lists, ...(Object.fromEntries(present) as PaperData) };
  });
}

const everywhere = (discussed: readonly Discussed[], part: LevelEntry['part']): PaperData[] =>
  discussed.flatMap(({ title, entries }) =>
    entries.filter((entry) => entry.part === part).map((entry) => ({ ...written(entry), 議題名: title ?? '' })),
  );

export function paperData(minuted: Minuted, form: PaperForm, copy: CopyNote | null = null): PaperData {
  const { meeting } = minuted;
  const discussed = discussedIn(minuted, form);
  const entries = discussed.flatMap((section) => section.entries);
  const titles = meeting.agenda.length > 0 ? meeting.agenda.map(({ title }) => title) : titlesOf(discussed);
  return {
    ...{ 会議名: meeting.title, 会議体: meeting.bodyName, 開催場所: meeting.place, 所管課: meeting.unitName },
    ...{
      公開区分: meeting.isOpen ? '公開' : '非公開',
      傍聴者数: meeting.observers === null ? '' : `${meeting.observers}人`,
    },
    非公開理由: [meeting.closedGround ?? '', meeting.closedReason].filter((part) => part !== '').join('　'),
    ...whenOf(meeting),
    ...peopleOf(meeting),
    ...fiveBoxes(entries),
    議題: numbered(titles, '議題名'),
    議題一覧: inLines(titles.map((title, nth) => `${nth + 1}　${title}`)),
    資料: numbered(meeting.papers, '資料名'),
    資料一覧: inLines(meeting.papers),
    審議: discussion(discussed),
    発言: entries.filter(({ part }) => part === 'REMARK').map(spoken),
    ...{ 決定事項: everywhere(discussed, 'DECISION'), 対応事項: everywhere(discussed, 'ACTION') },
    公表用: copy !== null,
    非公開とした部分: (copy?.grounds ?? []).map(({ mark, ground }) => ({ 記号: mark, 根拠: ground })),
  };
}

const titlesOf = (discussed: readonly Discussed[]): string[] => discussed.flatMap(({ title }) => title ?? []);
