import { personOf } from '../../directory/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addDays, dayOfWeek, type LocalDate } from '../../shared/index.ts';
import type { Answer } from '../applications/contract.ts';
import type { ApplicationKind, Asking, DayNote, Finding, Judged } from '../applications/kind.ts';
import type { Application } from '../applications/rules.ts';
import type { DayItem } from '../days/day.ts';
import { daysWords } from '../days/words.ts';
import type { AppointmentsOf } from '../room.ts';
import { spanOf } from '../working-time/span.ts';
import { type Around, type Judging, otherDays } from './around.ts';
import { type TeleworkRequestInput, TeleworkRequestInputSchema } from './contract.ts';
import { findingsOf, type JudgedDay, judgeEach, spanIn } from './judging.ts';
import { factsOfDays, papersOf, REQUEST_TITLES, remarkRow, requestRows, stepsOf } from './papers.ts';
import { namesOf } from './words.ts';

const HARDNESS: readonly Answer[] = ['ALLOWED', 'WARNED', 'NEEDS_SPECIAL_APPROVAL', 'REFUSED'];
const hardest = (days: readonly JudgedDay[]): Answer =>
  HARDNESS.findLast((answer) => days.some(({ verdict }) => verdict.verdict === answer)) ?? 'ALLOWED';

const WEEK = 7;
const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((dayOfWeek(date) + WEEK - 1) % WEEK));

/** 週当たりの日数: the most of any week, those that stand already among them. */
function mostPerWeek(days: readonly JudgedDay[], { booked }: Around): number {
  const asked = days.map(({ date }) => date);
  const weeks = new Set(asked.map(mondayOf));
  const all = [...new Set([...asked, ...otherDays(booked).map(({ date }) => date)])].map(mondayOf);
  return Math.max(0, ...[...weeks].map((week) => all.filter((one) => one === week).length));
}

/** The next day at the office: on duty, and not teleworked itself. */
function officeDayAfter(date: LocalDate, days: readonly JudgedDay[], { booked, schedule }: Around): LocalDate {
  const away = new Set([...days.map((one) => one.date), ...otherDays(booked).map((one) => one.date)]);
  const MOST = 60;
  for (let on = addDays(date, 1), left = MOST; left > 0; on = addDays(on, 1), left -= 1)
    if (schedule(on).kind === 'WORK' && !away.has(on)) return on;
  return addDays(date, 1);
}

function takeOutOf(input: TeleworkRequestInput, days: readonly JudgedDay[], about: Around): Judged['takeOut'] {
  const due = days.flatMap(({ date, verdict }) => {
    const back = verdict.procedures.find(({ returned }) => returned !== null)?.returned;
    return back ? [[date, back === 'SAME_DAY' ? date : officeDayAfter(date, days, about)] as const] : [];
  });
  if (due.length === 0) return null;
  const policy = days[0]?.rules.policy ?? null;
  const items = input.items.length > 0 ? input.items : [namesOf(policy, 'devices', input.devices)];
  return { items, due: Object.fromEntries(due) };
}

const further = (days: readonly JudgedDay[]): Judged['further'] => [
  ...new Map(
    days
      .flatMap(({ verdict }) => [...verdict.reports, ...verdict.treatments])
      .map(({ row, sentence, article }) => [row, { sentence, article }]),
  ).values(),
];

const relaxed = (days: readonly JudgedDay[]): Judged['relaxed'] => [
  ...new Map(
    days
      .flatMap(({ verdict }) => verdict.relaxed)
      .map(({ name, orderNumber, article, row }) => [`${row} ${orderNumber}`, { name, orderNumber, article }]),
  ).values(),
];

const askedDays = (input: TeleworkRequestInput, days: readonly JudgedDay[]): Judged['days'] =>
  days.map(({ date, verdict }) => ({
    ...{ date, kind: 'TELEWORK' as const, span: spanIn(input, verdict), answer: verdict.verdict },
    detail: {
      ...{ kind: input.kind, span: input.span, place: input.place },
      breaks: input.breaks === null ? null : input.breaks.map(({ from, to }) => ({ ...spanOf({ from, to }) })),
    },
  }));

/** Leave and trips at the same time were looked at by the city's own row, where it has one. */
const judgedOverlaps = (days: readonly JudgedDay[]): Judged['meets'] => {
  const rows = days[0]?.rules.policy?.rules.filter((row) => row.rule === 'OVERLAP') ?? [];
  return (['LEAVE', 'TRIP'] as const).filter((kind) => rows.some((row) => row.with.includes(kind)));
};

async function judged(judging: Judging, asking: Asking, input: TeleworkRequestInput): Promise<Judged> {
  const { regulations } = judging;
  const { days: all, about } = await judgeEach(judging, asking, { input });
  const some = all.filter(({ verdict }) => verdict.verdict !== 'REFUSED');
  const days = input.leaveOut && some.length > 0 ? some : all;
  const today = await regulations.today(asking.tx);
  const policy = days[0]?.rules.policy ?? null;
  const findings = findingsOf(days);
  const dates = days.map(({ date }) => date);
  const when = daysWords(dates);
  const person = personOf(asking.actor);
  const applicant = `${person.unitName} ${person.postTitle} ${person.name}`;
  const steps = stepsOf(days);
  const form = {
    ...{ asking, today, steps, titles: REQUEST_TITLES, about: when },
    rows: [...requestRows(input, { asking, policy, days, applicant }), ...remarkRow(findings)],
    proposal: `次のとおりテレワークを行いたいので、申請します。`,
    facts: factsOfDays({ asking, today }, { days: dates.length, perWeek: mostPerWeek(days, about) }),
  };
  const answer = hardest(days);
  return {
    ...{
      answer,
      findings,
      relaxed: relaxed(days),
      further: further(days),
      title: `${REQUEST_TITLES.APPROVAL}（${when}）`,
    },
    regulationVersion: days[0]?.rules.regulationVersion ?? today.pack.version,
    steps: steps.map(({ procedure, name, article, sentence }) => ({ procedure, name, article, sentence })),
    days: askedDays(input, days),
    meets: judgedOverlaps(days),
    papers: answer === 'REFUSED' ? [] : papersOf(form),
    takeOut: answer === 'REFUSED' ? null : takeOutOf(input, days, about),
    detail: { employment: about.employment, leftOut: all.length - days.length },
  };
}

const HARD: readonly Finding['severity'][] = ['REFUSED', 'NEEDS_SPECIAL_APPROVAL'];

/** What the rules of each day say now and did not say then, as of the day on which it was applied for. */
async function again(
  judging: Judging,
  asking: Asking,
  { application, days }: { application: Application; days: readonly DayItem[] },
): Promise<DayNote[]> {
  const input = TeleworkRequestInputSchema.safeParse(application.input);
  if (!input.success || days.length === 0) return [];
  const dates = days.map(({ date }) => date);
  const madeOn = (application.judged.detail.madeOn as LocalDate | undefined) ?? asking.today;
  const now = await judgeEach(judging, asking, { input: input.data, today: madeOn, dates });
  const known = application.judged.findings;
  return findingsOf(now.days)
    .filter(({ severity, code, article }) => {
      const before = known.find((one) => one.code === code && one.article === article);
      return HARD.includes(severity) && (!before || HARDNESS.indexOf(before.severity) < HARDNESS.indexOf(severity));
    })
    .flatMap(({ sentence, dates: on }) =>
      days
        .filter(({ date }) => on.includes(date))
        .map(({ itemId }) => ({
          itemId,
          sentence: {
            ja: `申請の後に、規程又は予定が変わりました：${sentence.ja}`,
            en: `The rules or your plans have changed since the application: ${sentence.en}`,
          },
        })),
    );
}

/** 実施申請 */
export function requestKind(
  regulations: Regulations,
  appointmentsOf: AppointmentsOf = async () => [],
): ApplicationKind<TeleworkRequestInput> {
  const judging: Judging = { regulations, appointmentsOf };
  return {
    kind: 'TELEWORK',
    input: TeleworkRequestInputSchema,
    replaces: ({ replaces }) => replaces,
    async judge(asking, input) {
      const answer = await judged(judging, asking, input);
      return { ...answer, detail: { ...answer.detail, madeOn: asking.today } };
    },
    again: (asking, application, days) => again(judging, asking, { application, days }),
  };
}
