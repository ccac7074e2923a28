import { assertNever, type LocalDate, type Sentence } from '../../shared/index.ts';
import type { TeleworkRule } from '../language/telework.ts';
import { type Severity, WORD_LISTS } from '../language/telework-parts.ts';
import { breaksBroken } from './breaks.ts';
import { speaks } from './conditions.ts';
import { daysTaken, lastDayToApply, officeDaysLeft, workingDaysAfter } from './days.ts';
import type { Case } from './situation.ts';
import { overlap } from './time.ts';
import type { FindingValue, TeleworkCode } from './vocabulary.ts';
import { COMMITMENT_NAMES, FIELD_NAMES, KIND_NAMES, namesOf, PERIOD_NAMES, SPAN_NAMES, wordName } from './words.ts';

/** What is wrong by a rule; `severity` where it is not the one of the row. */
export interface Broken {
  readonly code: TeleworkCode;
  readonly params?: Readonly<Record<string, FindingValue>>;
  readonly severity?: Severity;
}

type Of<R extends TeleworkRule['rule']> = Extract<TeleworkRule, { rule: R }>;

const all = <T>(wrong: boolean, broken: T): T[] => (wrong ? [broken] : []);
const given = (text: string | undefined): boolean => (text ?? '').trim() !== '';

/** What the case has of each list that an ONLY row may name. */
const valuesOf = ({ person, request }: Case): Readonly<Record<string, readonly string[]>> => ({
  employments: [person.employment],
  reasons: person.reasons,
  places: [request.place],
  networks: request.networks,
  devices: request.devices,
  information: request.information,
  kinds: [request.kind],
  spans: [request.span],
});

function only({ allowed }: Of<'ONLY'>, about: Case): Broken[] {
  const { policy } = about;
  const values = valuesOf(about);
  const fixed = { kinds: KIND_NAMES, spans: SPAN_NAMES };
  const lists = [...WORD_LISTS, 'kinds', 'spans'] as const;
  return lists.flatMap((list) => {
    const names: readonly string[] | undefined = allowed[list];
    if (names === undefined) return [];
    const named = (code: string): Sentence =>
      list === 'kinds' || list === 'spans'
        ? (fixed[list][code] ?? { ja: code, en: code })
        : wordName(policy, list, code);
    const others = (values[list] ?? []).filter((value) => !names.includes(value)).toSorted();
    return others.map((value): Broken => {
      return {
        code: 'regulations.telework_not_allowed',
        params: { value: named(value), allowed: namesOf(names.map(named)) },
      };
    });
  });
}

function registered({ changeNotice }: Of<'REGISTRATION'>, { policy, person, request }: Case): Broken[] {
  const { registration } = person;
  if (!registration) return [{ code: 'regulations.telework_not_registered' }];
  const { from, until } = registration;
  if (request.date < from || request.date > until) {
    return [{ code: 'regulations.telework_registration_over', params: { from, until } }];
  }
  const values = { places: [request.place], devices: request.devices };
  return changeNotice.flatMap((list) =>
    values[list]
      .filter((value) => !registration[list].includes(value))
      .toSorted()
      .map((value): Broken => {
        return { code: 'regulations.telework_not_as_registered', params: { value: wordName(policy, list, value) } };
      }),
  );
}

function late(
  severity: Severity | undefined,
  params: { lastDay: LocalDate; workingDays: number },
  about: Case,
): Broken {
  if (severity === undefined) return { code: 'regulations.telework_too_late', params };
  if (!given(about.request.stated.REASON)) return { code: 'regulations.telework_late_reason_missing', params };
  return { code: 'regulations.telework_late', params, severity };
}

/** After the day only what a row for it allows: the relief of a late application does not reach so far. */
function leadTime(rule: Of<'LEAD_TIME'>, about: Case): Broken[] {
  const { request, situation, policy } = about;
  const { date } = request;
  const afterwards = situation.today > date;
  if (afterwards && policy.rules.some((other) => other.rule === 'AFTERWARDS' && speaks(other, about))) return [];
  const lastDay = lastDayToApply(date, rule.workingDays, situation);
  if (situation.today <= lastDay) return [];
  return [late(afterwards ? undefined : rule.late, { lastDay, workingDays: rule.workingDays }, about)];
}

function afterwards(rule: Of<'AFTERWARDS'>, { request, situation }: Case): Broken[] {
  const { date, stated } = request;
  if (situation.today <= date) return [];
  const lastDay = workingDaysAfter(date, rule.workingDays, situation);
  const params = { lastDay, workingDays: rule.workingDays };
  if (situation.today > lastDay) return [{ code: 'regulations.telework_afterwards_too_late', params }];
  if (!given(stated.REASON)) return [{ code: 'regulations.telework_late_reason_missing', params }];
  return [{ code: 'regulations.telework_afterwards', params, severity: rule.late }];
}

function cap(rule: Of<'CAP'>, about: Case): Broken[] {
  const count = daysTaken(about, rule);
  const params = { period: PERIOD_NAMES[rule.per], limit: rule.atMost, count };
  return all(count > rule.atMost, { code: 'regulations.telework_cap', params });
}

function overlapping(rule: Of<'OVERLAP'>, { request, situation, planned }: Case): Broken[] {
  const { time } = planned;
  const kinds = situation.commitments
    .filter(({ date, kind }) => date === request.date && rule.with.includes(kind))
    .filter(({ from, to }) => {
      if (time === null || from === undefined || to === undefined) return true;
      return overlap(time, { from, to });
    })
    .map(({ kind }) => kind);
  return [...new Set(kinds)].toSorted().map((kind): Broken => {
    return { code: 'regulations.telework_overlap', params: { what: COMMITMENT_NAMES[kind] } };
  });
}

function hours({ from, to }: Of<'HOURS'>, { planned: { time } }: Case): Broken[] {
  const outside = time !== null && (time.from < from || time.to > to);
  return all(outside, { code: 'regulations.telework_outside_hours', params: { from, to } });
}

function reasons(rule: Of<'REASON'>, { policy, person }: Case): Broken[] {
  const allowed = namesOf(rule.reasons.map((code) => wordName(policy, 'reasons', code)));
  const has = rule.reasons.some((code) => person.reasons.includes(code));
  return all(!has, { code: 'regulations.telework_reason_missing', params: { allowed } });
}

/** What of the case breaks the rule, which is known to speak of it. */
export function brokenBy(rule: TeleworkRule, about: Case): Broken[] {
  const { stated } = about.request;
  switch (rule.rule) {
    case 'FORBIDDEN':
      return [{ code: 'regulations.telework_forbidden', params: { rule: rule.sentence } }];
    case 'ONLY':
      return only(rule, about);
    case 'REASON':
      return reasons(rule, about);
    case 'REGISTRATION':
      return registered(rule, about);
    case 'LEAD_TIME':
      return leadTime(rule, about);
    case 'AFTERWARDS':
      return afterwards(rule, about);
    case 'CAP':
      return cap(rule, about);
    case 'OFFICE_DAYS': {
      const left = officeDaysLeft(about, rule.partDays);
      const params = { atLeast: rule.atLeast, left };
      return all(left < rule.atLeast, { code: 'regulations.telework_office_days', params });
    }
    case 'OVERLAP':
      return overlapping(rule, about);
    case 'HOURS':
      return hours(rule, about);
    case 'BREAKS':
      return breaksBroken(rule, about);
    case 'REACHABLE':
      return all(!given(stated.CONTACT), {
        code: 'regulations.telework_contact_missing',
        params: { minutes: rule.minutes },
      });
    case 'STATED':
      return rule.fields
        .filter((field) => !given(stated[field]))
        .map((field) => ({ code: 'regulations.telework_not_stated', params: { field: FIELD_NAMES[field] } }));
    default:
      return assertNever(rule);
  }
}
