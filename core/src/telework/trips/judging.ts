import { type Actor, personOf } from '../../directory/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addDays, addYears, badInput, type LocalDate, wareki } from '../../shared/index.ts';
import type { AskedDay, Asking, Judged, Paper } from '../applications/kind.ts';
import { answerOf, findingsOf, sentenceOf } from '../matters/finding.ts';
import { type MatterAsked, matterFor, subjectOf } from '../matters/matter-for.ts';
import { isClosed } from '../sheets/is-closed.ts';
import { DAY, minutesOf, type Span } from '../working-time/span.ts';
import type { TripRequestInput } from './contract.ts';
import { tripTexts } from './text.ts';

const LONGEST_DAYS = 180;

export interface TripDay {
  readonly date: LocalDate;
  /** Null: all of it. */
  readonly span: Span | null;
}

/**
 * Each day from one moment to the other; nothing where it runs backwards or is too long. From home is from the
 * beginning of the day, home from there until its end: neither brings anybody to the office.
 */
export function tripDays({ from, to, startsAt, returnsTo }: TripRequestInput): TripDay[] {
  const days: TripDay[] = [];
  for (let date = from.date as LocalDate; date <= to.date && days.length <= LONGEST_DAYS; date = addDays(date, 1)) {
    const start = date === from.date && startsAt === 'OFFICE' ? minutesOf(from.time) : 0;
    const end = date === to.date && returnsTo === 'OFFICE' ? minutesOf(to.time) : DAY;
    days.push({ date, span: start === 0 && end === DAY ? null : { from: start, to: end } });
  }
  const backwards = from.date === to.date && minutesOf(to.time) <= minutesOf(from.time);
  return backwards || days.length > LONGEST_DAYS ? [] : days;
}

export const nightsOf = ({ from, to }: TripRequestInput): number =>
  Math.round((Date.parse(`${to.date}T00:00:00Z`) - Date.parse(`${from.date}T00:00:00Z`)) / (DAY * 60_000));

const AREAS = {
  CITY: { ja: '市内', words: ['CITY', 'inside', 'DOMESTIC'] },
  DOMESTIC: { ja: '国内', words: ['DOMESTIC', 'outside'] },
  OVERSEAS: { ja: '外国', words: ['OVERSEAS', 'outside'] },
} as const;

export function tripMatter(
  pack: ReturnType<Regulations['packOf']>,
  actor: Actor,
  input: TripRequestInput,
): MatterAsked {
  const { area, amountYen } = input;
  const { words } = AREAS[area];
  return matterFor(pack, area === 'OVERSEAS' ? ['OVERSEAS_TRIP', 'TRIP'] : ['DOMESTIC_TRIP', 'TRIP'], {
    ...subjectOf(actor),
    nights: nightsOf(input),
    ...{ tripKind: words, place: words, abroad: area === 'OVERSEAS' },
    ...(amountYen === null ? {} : { amountYen }),
  });
}

const titleOf = ({ destination, from }: TripRequestInput): string =>
  `旅行命令の申請（${destination}、${wareki(from.date as LocalDate)}）`;

const nightsText = (nights: number): string => (nights === 0 ? '日帰り' : `${nights}泊${nights + 1}日`);

function paperOf(actor: Actor, input: TripRequestInput, matter: MatterAsked): Paper {
  const { unitName, postTitle, name } = personOf(actor);
  const { from, to, startsAt, returnsTo, amountYen, area } = input;
  const ways = `${startsAt === 'HOME' ? '直行' : '登庁後に出発'}・${returnsTo === 'HOME' ? '直帰' : '帰庁'}`;
  const when = `${wareki(from.date as LocalDate)} ${from.time}から${wareki(to.date as LocalDate)} ${to.time}まで（${nightsText(nightsOf(input))}）`;
  const rows: [string, string][] = [
    ['所属', unitName],
    ['職・氏名', `${postTitle}　${name}`],
    ['用務先', `${input.destination}（${AREAS[area].ja}）`],
    ['用務', input.purpose],
    ['期間', when],
    ['出発・帰着', ways],
    ['旅費の見込み', amountYen === null ? '' : `${amountYen.toLocaleString('ja-JP')}円`],
    ['連絡先', input.contact],
    ['備考', input.reason],
  ];
  return {
    procedure: 'APPROVAL',
    name: { ja: '旅行命令の申請', en: 'Application for a travel order' },
    ...{ matter, title: titleOf(input), adds: [], confidentiality: 'C2' },
    proposalText: '次のとおり旅行（出張）を命じられたく、申請します。',
    rows: rows.filter(([, value]) => value !== ''),
  };
}

const asked = ({ date, span }: TripDay, input: TripRequestInput, answer: AskedDay['answer']): AskedDay => ({
  ...{ date, kind: 'TRIP', span, answer },
  detail: {
    destination: input.destination,
    returnsTo: input.returnsTo,
    until: input.to.time,
    last: date === input.to.date,
  },
});

/** 出張の申請. @throws bad-input `telework.trip_times` */
export async function judgeTrip(regulations: Regulations, asking: Asking, input: TripRequestInput): Promise<Judged> {
  const { tx, today, actor } = asking;
  const days = tripDays(input);
  if (days.length === 0) throw badInput('telework.trip_times', { most: LONGEST_DAYS });
  const [begins] = days;
  const late = begins !== undefined && begins.date <= today;
  const closed: LocalDate[] = [];
  for (const month of new Set(days.map(({ date }) => date.slice(0, 7))))
    if (await isClosed(tx, actor.staffId, month))
      closed.push(...days.map(({ date }) => date).filter((date) => date.startsWith(month)));
  const findings = findingsOf(tripTexts, [
    closed.length > 0 && { severity: 'REFUSED', code: 'telework.trip_month_closed', dates: closed },
    days.some(({ date }) => date > addYears(today, 1)) && { severity: 'REFUSED', code: 'telework.trip_too_far' },
    late && input.reason === '' && { severity: 'REFUSED', code: 'telework.trip_late_reason' },
    late && input.reason !== '' && { severity: 'WARNED', code: 'telework.trip_late' },
  ]);
  const pack = regulations.packOf(tx.municipalityId, today);
  const answer = answerOf(findings);
  const report = { sentence: sentenceOf(tripTexts, 'telework.trip_report_after'), article: '' };
  return {
    ...{ answer, regulationVersion: pack.version, findings, title: titleOf(input) },
    ...{ relaxed: [], steps: [], further: [report], takeOut: null, meets: [] },
    days: days.map((day) => asked(day, input, answer)),
    papers: [paperOf(actor, input, tripMatter(pack, actor, input))],
    detail: { destination: input.destination },
  };
}
