import { type Actor, personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addYears, badInput, type LocalDate, lastOfMonth, wareki } from '../../shared/index.ts';
import type { Asking, Judged, Paper } from '../applications/kind.ts';
import { bookedDays } from '../days/store.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { answerOf, type Found, findingsOf, sentenceOf } from '../matters/finding.ts';
import { type MatterAsked, matterFor, subjectOf } from '../matters/matter-for.ts';
import { scheduleFor } from '../matters/schedule-for.ts';
import { isClosed } from '../sheets/is-closed.ts';
import { monthOf } from '../sheets/month.ts';
import type { LimitFinding, MonthMinutes } from '../working-time/limits.ts';
import { clock } from '../working-time/span.ts';
import { workingTimeTexts } from '../working-time/text.ts';
import type { OvertimeRequestInput } from './contract.ts';
import { overtimeTexts } from './text.ts';
import {
  type AskedOvertime,
  askedOvertime,
  limitParams,
  limitsLookFrom,
  limitsOn,
  monthHours,
  monthsOf,
  withOrder,
} from './times.ts';

export const texts = { ...workingTimeTexts, ...overtimeTexts };

export interface Ordering {
  readonly tx: Tx;
  readonly today: LocalDate;
  readonly staffId: string;
  readonly date: LocalDate;
  readonly times: { readonly from: string | null; readonly to: string };
}

export interface Weighed {
  readonly asked: AskedOvertime;
  readonly months: readonly MonthMinutes[];
  readonly limits: readonly LimitFinding[];
}

/** The order against the day's hours of duty and the limits, what was asked for so far counted in. */
export async function weigh(regulations: Regulations, { tx, today, staffId, date, times }: Ordering): Promise<Weighed> {
  const schedule = await scheduleFor(regulations, tx, { staffId, from: date, to: date, today });
  const asked = askedOvertime(times, schedule(date));
  if (typeof asked === 'string') throw badInput(asked);
  const month = { from: limitsLookFrom(date), to: lastOfMonth(date) };
  const booked = await bookedDays(tx, { staffIds: [staffId], ...month });
  const months = withOrder(monthsOf(booked), date, asked);
  const { rules } = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: date });
  return { asked, months, limits: limitsOn(date, months, rules.limits) };
}

const limitFound = (one: LimitFinding): Found => ({
  severity: one.level === 'EXCEEDED' ? 'NEEDS_SPECIAL_APPROVAL' : 'WARNED',
  code: one.code,
  params: limitParams(one),
});

export function overtimeMatter(
  regulations: Regulations,
  { tx, today, actor, date }: { tx: Tx; today: LocalDate; actor: Actor; date: LocalDate },
  months: readonly MonthMinutes[],
): MatterAsked {
  const pack = regulations.packOf(tx.municipalityId, today);
  return matterFor(pack, ['OVERTIME'], { ...subjectOf(actor), monthHours: monthHours(date, months) });
}

const hoursText = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60}時間` : `${Math.floor(minutes / 60)}時間${minutes % 60}分`;

interface PaperOf {
  readonly actor: Actor;
  readonly input: OvertimeRequestInput;
  readonly matter: MatterAsked;
  readonly weighed: Weighed;
}

const titleOf = (date: LocalDate): string => `時間外勤務命令の申請（${wareki(date)}）`;

function paperOf({ actor, input, matter, weighed: { asked, months, limits } }: PaperOf): Paper {
  const { unitName, postTitle, name } = personOf(actor);
  const date = input.date as LocalDate;
  const said = limits.map((one) => sentenceOf(texts, one.code, limitParams(one)).ja);
  return {
    procedure: 'APPROVAL',
    name: { ja: '時間外勤務命令の申請', en: 'Application for an overtime order' },
    matter,
    title: titleOf(date),
    proposalText: '次のとおり時間外勤務を命じられたく、申請します。',
    rows: [
      ['所属', unitName],
      ['職・氏名', `${postTitle}　${name}`],
      ['年月日', wareki(date)],
      ['時間', `${clock(asked.span.from)}〜${clock(asked.span.to)}（${hoursText(asked.minutes)}）`],
      ['用務', input.reason],
      ['当月の累計', `${monthHours(date, months)}時間（今回を含む。）`],
      ...(said.length === 0 ? [] : [['上限について', said.join('\n')] as const]),
    ],
    adds: [],
    confidentiality: 'C2',
  };
}

/** 事前命令を求める: limits are said, nothing is capped; what is over may still be told. */
export async function judgeOvertime(
  regulations: Regulations,
  asking: Asking,
  input: OvertimeRequestInput,
): Promise<Judged> {
  const { tx, today, actor } = asking;
  const date = input.date as LocalDate;
  const { staffId } = actor;
  const weighed = await weigh(regulations, { tx, today, staffId, date, times: input });
  const { asked, months, limits } = weighed;
  const findings = findingsOf(texts, [
    (await isClosed(tx, staffId, monthOf(date))) && { severity: 'REFUSED', code: 'telework.overtime_month_closed' },
    date > addYears(today, 1) && { severity: 'REFUSED', code: 'telework.overtime_too_far' },
    date < today && { severity: 'WARNED', code: 'telework.overtime_afterwards' },
    ...limits.map(limitFound),
  ]);
  const answer = answerOf(findings);
  const matter = overtimeMatter(regulations, { tx, today, actor, date }, months);
  const detail = { minutes: asked.minutes, on: asked.on, confirmed: false };
  return {
    answer,
    regulationVersion: regulations.packOf(tx.municipalityId, today).version,
    ...{ findings, relaxed: [], steps: [], takeOut: null, meets: [] },
    further: [
      { sentence: sentenceOf(texts, 'telework.overtime_month', { hours: monthHours(date, months) }), article: '' },
    ],
    title: titleOf(date),
    days: [{ date, kind: 'OVERTIME', span: asked.span, detail, answer }],
    papers: [paperOf({ actor, input, matter, weighed })],
    detail: {},
  };
}
