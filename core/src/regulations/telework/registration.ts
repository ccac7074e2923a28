import {
  addDays,
  addWorkingDays,
  fiscalYearOf,
  fiscalYearStart,
  type LocalDate,
  parseLocalDate,
} from '../../shared/index.ts';
import type { Telework, TeleworkRule } from '../language/telework.ts';
import type { TeleworkTest } from '../language/telework-parts.ts';
import { testsIn } from './conditions.ts';
import { judgeTelework } from './judge.ts';
import type { TeleworkPerson, TeleworkSituation, TeleworkVerdict } from './vocabulary.ts';

export interface RegistrationQuestion {
  readonly person: Omit<TeleworkPerson, 'registration'>;
  readonly places: readonly string[];
  readonly devices: readonly string[];
  readonly situation: Pick<TeleworkSituation, 'today' | 'switches' | 'closed'>;
}

export interface RegistrationVerdict extends Pick<TeleworkVerdict, 'verdict' | 'findings' | 'relaxed' | 'procedures'> {
  /** False where the rules know no registration: applications may be made at once. */
  readonly needed: boolean;
  /** 有効期限, and from when to remind of the renewal. */
  readonly until: LocalDate | null;
  readonly remindFrom: LocalDate | null;
}

type Registration = Extract<TeleworkRule, { rule: 'REGISTRATION' }>;

const OF_THE_PERSON: readonly string[] = ['employments', 'reasons', 'units'];
const OF_THE_REGISTRATION: readonly string[] = [...OF_THE_PERSON, 'places', 'devices'];

/** Whether what the tests name is known when somebody registers, before any day is asked for. */
const knownIn = (tests: TeleworkTest | TeleworkTest[] | undefined, names: readonly string[]): boolean =>
  testsIn(tests).every((test) => Object.keys(test).every((name) => names.includes(name)));

function saysSomething(rule: TeleworkRule): boolean {
  if (!knownIn(rule.when, OF_THE_REGISTRATION) || !knownIn(rule.unless, OF_THE_REGISTRATION)) return false;
  if (rule.rule === 'ONLY') return Object.keys(rule.allowed).every((name) => OF_THE_REGISTRATION.includes(name));
  return rule.rule === 'FORBIDDEN' || rule.rule === 'REASON';
}

function untilOf({ validFor }: Registration, from: LocalDate): LocalDate {
  if (validFor === 'FISCAL_YEAR') return addDays(fiscalYearStart(fiscalYearOf(from) + 1), -1);
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + validFor.months;
  const monthAt = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  // 応当日の前日 (民法 143 条 2 項); where the month has no such day, its last day.
  const same = parseLocalDate(`${monthAt(months)}-${from.slice(8)}`) ?? (`${monthAt(months + 1)}-01` as LocalDate);
  return addDays(same, -1);
}

/** Until when a registration of that day lasts, by the shortest of the rows that speak of it; null: none is needed. */
function lasting(policy: Telework, { situation }: RegistrationQuestion) {
  const rows = policy.rules.filter((rule) => rule.rule === 'REGISTRATION');
  const ends = rows.map((row) => ({ until: untilOf(row, situation.today), days: row.remindWorkingDays }));
  const [first] = ends.toSorted((a, b) => (a.until < b.until ? -1 : 1));
  if (!first) return { needed: false, until: null, remindFrom: null };
  const remindFrom = first.days === undefined ? null : addWorkingDays(first.until, -first.days, situation.closed);
  return { needed: true, until: first.until, remindFrom };
}

/** 利用者登録: may this person register these places and devices, until when, and who has to approve it? */
export function judgeRegistration(policy: Telework | null, question: RegistrationQuestion): RegistrationVerdict {
  const { person, places, devices, situation } = question;
  const asked = (rules: Telework | null, place: string) =>
    judgeTelework(rules, {
      person: { ...person, registration: null },
      request: {
        ...{ date: situation.today, kind: 'HOME', span: 'DAY', time: null, place, networks: [], devices },
        ...{ information: [], breaks: null, overtime: 'NONE', stated: {} },
      },
      situation: { ...situation, days: [], commitments: [] },
    });
  if (policy === null) {
    const { verdict, findings, relaxed, procedures } = asked(null, '');
    return { verdict, findings, relaxed, procedures, needed: false, until: null, remindFrom: null };
  }
  const procedures = policy.procedures
    .filter(({ at }) => at === 'REGISTRATION')
    .map((row) => ({ ...row, at: 'REQUEST' as const }));
  const rules = { ...policy, rules: policy.rules.filter(saysSomething), procedures };
  const all = places.map((place) => asked(rules, place));
  const worst = ['REFUSED', 'NEEDS_SPECIAL_APPROVAL', 'WARNED'] as const;
  const once = <T>(many: readonly T[]): T[] => [...new Map(many.map((one) => [JSON.stringify(one), one])).values()];
  return {
    verdict: worst.find((verdict) => all.some((one) => one.verdict === verdict)) ?? 'ALLOWED',
    findings: once(all.flatMap(({ findings }) => findings)),
    relaxed: once(all.flatMap(({ relaxed }) => relaxed)),
    procedures: all.some(({ verdict }) => verdict === 'REFUSED') ? [] : once(all.flatMap((one) => one.procedures)),
    ...lasting(policy, question),
  };
}
