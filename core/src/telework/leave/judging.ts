import type { Regulations } from '../../regulations/index.ts';
import { addYears, badInput, type LocalDate, type Sentence } from '../../shared/index.ts';
import type { AskedDay, Asking, Finding, Judged } from '../applications/kind.ts';
import { bookedDays } from '../days/store.ts';
import { answerOf, type Found, findingsOf, sentenceOf } from '../matters/finding.ts';
import { matterFor, subjectOf } from '../matters/matter-for.ts';
import { scheduleFor } from '../matters/schedule-for.ts';
import { isClosed } from '../sheets/is-closed.ts';
import { type AskedLeave, askedLeave, datesOf, type LeaveDay } from './asked-days.ts';
import { availableOn, grantsFor } from './balance.ts';
import type { LeaveAccounts } from './balance-service.ts';
import { accountMinutes, alreadyTaken, daysFindings, inDaysOf, kindFindings, specialFindings } from './checks.ts';
import type { CityLeaveOf } from './city-values.ts';
import { ANNUAL, type KindOfLeave, kindsOf } from './kinds.ts';
import type { LeaveRules } from './leave-rules.ts';
import { refuseTaking } from './ledger.ts';
import { amountText, leavePaper, leaveTitle } from './paper.ts';
import { relationTexts } from './relations.ts';
import type { LeaveRequestInput } from './request-contract.ts';
import { leaveTexts } from './text.ts';

export interface JudgingParts {
  readonly regulations: Regulations;
  readonly cityLeave: CityLeaveOf;
  readonly accounts: Pick<LeaveAccounts, 'accountOf' | 'rulesOf'>;
}

interface Question {
  readonly asking: Asking;
  readonly input: LeaveRequestInput;
  readonly kind: KindOfLeave;
  readonly asked: AskedLeave;
  readonly rules: LeaveRules;
}

async function closedMonths({ asking: { tx, actor }, asked: { days } }: Question): Promise<Found | false> {
  const dates: LocalDate[] = [];
  for (const month of new Set(days.map(({ date }) => date.slice(0, 7))))
    if (await isClosed(tx, actor.staffId, month))
      dates.push(...days.map(({ date }) => date).filter((date) => date.startsWith(month)));
  return dates.length > 0 && { severity: 'REFUSED', code: 'telework.leave_month_closed', dates };
}

/** Whether the account has it, and what will be left of it. */
async function byAccount(parts: JudgingParts, { asking, asked, rules }: Question) {
  const { account, service } = await parts.accounts.accountOf(asking.tx, asking.actor.staffId);
  const { due, ahead } = grantsFor(
    account,
    service,
    asked.days.map(({ date }) => date),
  );
  const entries = [...account.entries, ...due, ...ahead];
  const { minutesPerDay: perDay } = rules;
  const wished = asked.days.map((day, at) => {
    const entryId = `~${String(at).padStart(4, '0')}`;
    const minutes = accountMinutes(day, rules);
    return { kind: 'TAKEN', entryId, key: entryId, on: day.date, minutes, perDay, requestId: '' } as const;
  });
  const refused = refuseTaking(entries, wished);
  const left = availableOn(asking.today, refused ? entries : [...entries, ...wished], perDay);
  const params = { left: amountText(left, rules.minutesPerDay) };
  const found: Found | false = refused !== null && {
    ...{ severity: 'REFUSED', code: refused.code, dates: [refused.on] },
    params: { on: refused.on, missing: refused.missing },
    article: parts.cityLeave(asking.tx.municipalityId).articleOn(asking.today, 'days'),
  };
  return {
    found,
    left,
    further: sentenceOf(leaveTexts, refused ? 'telework.leave_available' : 'telework.leave_left_after', params),
  };
}

async function bySpecial(question: Question): Promise<Found[]> {
  const { asking, input, kind, asked, rules } = question;
  const { special } = kind;
  const [first] = asked.days;
  if (!special || !first) return [];
  const { tx, actor } = asking;
  const span = { from: addYears(first.date, -1), to: addYears(first.date, 1) };
  const booked = await bookedDays(tx, { staffIds: [actor.staffId], ...span });
  const occasionOn = input.occasionOn;
  const already = alreadyTaken(booked, { special, occasionOn, first: first.date, rules });
  const counted = asked.days.reduce((sum, day) => sum + inDaysOf(day, rules), 0);
  const days = special.calendarDays && !('dates' in input.when) ? asked.calendarDays : counted;
  return specialFindings(special, { days, already, relation: input.relation, hasEvidence: input.evidence !== 'NONE' });
}

const askedDay =
  ({ kind, input, rules }: Question, findings: readonly Finding[]) =>
  (day: LeaveDay): AskedDay => ({
    date: day.date,
    kind: 'LEAVE',
    span: day.span,
    detail: {
      kind: kind.code,
      part: day.part,
      days: inDaysOf(day, rules),
      minutes: kind.code === ANNUAL ? accountMinutes(day, rules) : day.duty,
      perDay: rules.minutesPerDay,
      ...(input.occasionOn === null ? {} : { occasion: input.occasionOn }),
    },
    answer: answerOf(findings.filter(({ dates }) => dates.length === 0 || dates.includes(day.date))),
  });

function papersOf(parts: JudgingParts, question: Question, leftAfter: number | null): Judged['papers'] {
  const { asking, input, kind, asked, rules } = question;
  if (asked.days.length === 0) return [];
  const days = asked.days.reduce((sum, day) => sum + inDaysOf(day, rules), 0);
  const pack = parts.regulations.packOf(asking.tx.municipalityId, asking.today);
  // Tables of decisions count by halves of a day.
  const known = { ...subjectOf(asking.actor), days: Math.ceil(days * 2) / 2, kind: kind.words };
  const { minutesPerDay } = rules;
  const total =
    kind.code === ANNUAL ? asked.days.reduce((sum, day) => sum + accountMinutes(day, rules), 0) : days * minutesPerDay;
  const relation = input.relation === null ? null : (relationTexts[input.relation]?.ja ?? input.relation);
  const matter = matterFor(pack, kind.matters, known);
  const paper = {
    ...{ kind, input, matter, minutesPerDay, leftAfter, relation },
    actor: asking.actor,
    days: asked.days,
  };
  return [leavePaper({ ...paper, total: Math.round(total) })];
}

/** What the city's rules say of a wish for leave. Nothing is made, nothing is taken. */
export async function judgeLeave(parts: JudgingParts, asking: Asking, input: LeaveRequestInput): Promise<Judged> {
  const { tx, today, actor } = asking;
  const { specialOn } = parts.cityLeave(tx.municipalityId);
  const kind = kindsOf(specialOn(today)).find(({ code }) => code === input.kind);
  if (!kind) throw badInput('telework.leave_kind_unknown', { kind: input.kind });
  if (input.span === 'HOURS' && input.time === null) throw badInput('telework.leave_time_missing');
  const dates = datesOf(input.when);
  if (dates.length === 0) throw badInput('telework.leave_no_days');
  const span = { staffId: actor.staffId, from: dates[0] ?? today, to: dates.at(-1) ?? today, today };
  const asked = askedLeave(input, await scheduleFor(parts.regulations, tx, span));
  const question: Question = {
    asking,
    input,
    kind,
    asked,
    rules: (await parts.accounts.rulesOf(tx, actor.staffId))(dates[0] ?? today),
  };
  const account = kind.code === ANNUAL ? await byAccount(parts, question) : null;
  const found = [
    ...daysFindings(asked, { input, today }),
    ...kindFindings(kind, input),
    await closedMonths(question),
    account?.found ?? null,
    ...(await bySpecial(question)),
  ];
  const findings = findingsOf(leaveTexts, found);
  const further: { sentence: Sentence; article: string }[] = account
    ? [{ sentence: account.further, article: '' }]
    : [];
  return {
    answer: answerOf(findings),
    regulationVersion: parts.regulations.packOf(tx.municipalityId, today).version,
    ...{ findings, relaxed: [], steps: [], further, takeOut: null, meets: [] },
    title: leaveTitle(
      kind,
      asked.days.map(({ date }) => date),
    ),
    days: asked.days.map(askedDay(question, findings)),
    papers: papersOf(parts, question, account?.left ?? null),
    detail: { leave: kind.code },
  };
}
