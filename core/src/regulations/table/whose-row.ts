import type { Sentence } from '../../shared/index.ts';
import type { NumberTest } from '../language/parts.ts';
import type { AbsenceRow, LimitRow } from '../language/schema.ts';
import { classNames, daysWithin, nameOf, type Reader, say, word } from './words-of-rows.ts';

export const DUTIES: Readonly<Record<string, Sentence>> = {
  REVIEW: { ja: '経由・回議', en: 'review' },
  CONSULT: { ja: '合議', en: 'consultation' },
  EXAMINE: { ja: '審査', en: 'examination' },
  PROVISIONAL: { ja: '仮決裁', en: 'provisional decision' },
  DECISION: { ja: '決裁', en: 'decision' },
  READING: { ja: '引継・報告', en: 'information' },
};

export interface Posts {
  readonly classes?: readonly string[] | undefined;
  readonly posts?: readonly string[] | undefined;
  readonly duties?: readonly string[] | undefined;
  readonly vacant?: boolean | undefined;
  readonly whileOrdered?: readonly string[] | undefined;
  readonly instructed?: boolean | undefined;
  readonly absentDays?: NumberTest | undefined;
}

const switchNames = (reader: Reader, codes: readonly string[]): string => {
  const switches = reader.pack.file.telework?.switches ?? [];
  return codes.map((code) => say(reader, switches.find(({ id }) => id === code)?.name) || code).join('・');
};

/** Whose row it is, and in what: 部長・総務課長（決裁、欠員のとき）. */
export function ofWhom(reader: Reader, row: Posts): string {
  const { classes, posts, duties, vacant, whileOrdered, instructed, absentDays } = row;
  const whose = [classNames(reader, classes), ...(posts ?? []).map((code) => nameOf(reader, 'posts', code))];
  const narrowed = [
    ...(duties ?? []).map((duty) => say(reader, DUTIES[duty])),
    vacant === undefined
      ? ''
      : vacant
        ? word(reader, '欠員のとき', 'while vacant')
        : word(reader, '欠員でないとき', 'while filled'),
    whileOrdered === undefined
      ? ''
      : `${switchNames(reader, whileOrdered)}${word(reader, 'の命令の間だけ', ' ordered')}`,
    absentDays === undefined ? '' : word(reader, '不在が', 'absent ') + daysWithin(reader, absentDays),
    instructed === undefined
      ? ''
      : instructed
        ? word(reader, 'あらかじめ指示を受けたもの', 'instructed beforehand')
        : word(reader, '指示を受けていないもの', 'not instructed'),
  ].filter(Boolean);
  const named = whose.filter(Boolean).join('・');
  return narrowed.length === 0
    ? named
    : `${named || word(reader, 'すべての職', 'all posts')}（${narrowed.join('、')}）`;
}

/** 代決の制限: never, or by what it is lifted. */
export function lifting(reader: Reader, { lifted }: Pick<LimitRow, 'lifted'>): string {
  if (!lifted) return word(reader, '代決できない', 'never');
  const by = {
    INSTRUCTED: word(reader, 'あらかじめ指示を受けた', 'instructed beforehand'),
    URGENT: word(reader, '至急の', 'urgent'),
  };
  const joined = lifted.by
    .map((one) => by[one])
    .join(lifted.need === 'ALL' ? word(reader, '、かつ、', ' and ') : word(reader, '、又は、', ' or '));
  return word(reader, `${joined}ものを除き代決できない`, `only what is ${joined}`);
}

const EVIDENCE: Readonly<Record<AbsenceRow['sources'][number], Sentence>> = {
  MANUAL: { ja: '不在の登録', en: 'entered by hand' },
  GRAPH_AUTOMATIC_REPLY: { ja: '自動応答', en: 'automatic replies' },
  GRAPH_CALENDAR: { ja: '予定表', en: 'calendar' },
  GRAPH_PRESENCE: { ja: '在席表示', en: 'presence' },
  LEAVE: { ja: '休暇', en: 'leave' },
  TRIP: { ja: '出張', en: 'travel' },
};

export const evidence = (reader: Reader, { sources }: Pick<AbsenceRow, 'sources'>): string =>
  `${word(reader, '証拠', 'evidence')}：${sources.map((source) => say(reader, EVIDENCE[source])).join('・')}`;
