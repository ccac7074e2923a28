import type { Sentence } from '../../shared/index.ts';
import type { Telework, TeleworkRule, TeleworkSwitch } from '../language/telework.ts';
import { type Severity, WORD_LISTS, type WordList } from '../language/telework-parts.ts';
import { speaks } from './conditions.ts';
import { workingDaysAfter } from './days.ts';
import { type Broken, brokenBy } from './rules.ts';
import { type Case, caseOf, contactOf } from './situation.ts';
import { inOrder, lengthOf } from './time.ts';
import type {
  ActiveSwitch,
  ChainStep,
  Relaxed,
  ReportDue,
  TeleworkFinding,
  TeleworkQuestion,
  TeleworkVerdict,
  Treatment,
} from './vocabulary.ts';
import { LIST_NAMES } from './words.ts';

type Eased = 'WAIVED' | Severity;
const HARDNESS: Readonly<Record<Eased | 'ALLOWED', number>> = {
  ALLOWED: 0,
  WAIVED: 0,
  WARNED: 1,
  NEEDS_SPECIAL_APPROVAL: 2,
  REFUSED: 3,
};
const milder = <A extends Eased, B extends Eased>(a: A, b: B): A | B => (HARDNESS[b] < HARDNESS[a] ? b : a);
const byRow = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** What an order relaxes on the day: the mildest of the switches that name the row. */
interface Easing {
  readonly to: Eased;
  readonly relaxed: Omit<Relaxed, 'row' | 'article'>;
}

function easingOf(row: string, about: Case): Easing | null {
  const { policy, request, situation } = about;
  const key = (one: ActiveSwitch) => `${one.switch} ${one.orderNumber} ${one.until}`;
  const easings = situation.switches
    .filter(({ from, until }) => from <= request.date && request.date <= until)
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .flatMap((active): Easing[] => {
      const named = policy.switches.find(({ id }) => id === active.switch);
      if (!named || !speaks(named, about)) return [];
      const { id, name, article: by } = named;
      const { orderNumber, until } = active;
      return easedTo(named, row).map((to) => ({ to, relaxed: { switch: id, name, orderNumber, by, until } }));
    });
  return easings.reduce<Easing | null>(
    (best, one) => (best === null || milder(best.to, one.to) !== best.to ? one : best),
    null,
  );
}

const easedTo = ({ relaxes }: TeleworkSwitch, row: string): Eased[] =>
  relaxes.filter(({ rows }) => rows.includes(row)).map(({ to }) => to);

interface Judged {
  readonly findings: readonly TeleworkFinding[];
  readonly relaxed: readonly Relaxed[];
  /** Rows by which somebody has to approve specially. */
  readonly special: readonly TeleworkRule[];
}

function judgeRule(rule: TeleworkRule, about: Case): Judged {
  const broken = speaks(rule, about) ? brokenBy(rule, about) : [];
  if (broken.length === 0) return { findings: [], relaxed: [], special: [] };
  const easing = easingOf(rule.id, about);
  const severityOf = (one: Broken): Eased => {
    const own = one.severity ?? rule.otherwise;
    return easing ? milder(own, easing.to) : own;
  };
  const eased = easing !== null && broken.some((one) => severityOf(one) !== (one.severity ?? rule.otherwise));
  const findings = broken.flatMap((one): TeleworkFinding[] => {
    const severity = severityOf(one);
    const { id: row, article, sentence } = rule;
    const said = { row, article, sentence, ask: contactOf(about.policy, rule.ask) };
    return severity === 'WAIVED' ? [] : [{ severity, code: one.code, params: one.params ?? {}, ...said }];
  });
  return {
    findings,
    relaxed: eased && easing ? [{ row: rule.id, article: rule.article, ...easing.relaxed }] : [],
    special: findings.some(({ severity }) => severity === 'NEEDS_SPECIAL_APPROVAL') ? [rule] : [],
  };
}

/** A finding that no row makes: words that the rules do not know, hours that are not said. */
function builtIn({ policy }: Case, { code, params = {} }: Broken): TeleworkFinding {
  const { article } = policy;
  return { severity: 'REFUSED', row: null, article, code, params, sentence: null, ask: contactOf(policy) };
}

function unreadable(about: Case): TeleworkFinding[] {
  const { policy, person, request, planned } = about;
  const used: Readonly<Record<WordList, readonly string[]>> = {
    ...{ employments: [person.employment], reasons: person.reasons, places: [request.place] },
    ...{ networks: request.networks, devices: request.devices, information: request.information },
  };
  const unknown = WORD_LISTS.flatMap((list) => {
    const known = policy.words[list].map(({ code }) => code);
    const words = [...new Set(used[list])].filter((word) => !known.includes(word)).toSorted();
    return words.map((word): Broken => {
      return { code: 'regulations.telework_unknown_word', params: { word, list: LIST_NAMES[list] } };
    });
  });
  const { time } = planned;
  const untimed: Broken[] =
    time === null
      ? [{ code: 'regulations.telework_time_missing' }]
      : lengthOf(time) > 0
        ? []
        : [{ code: 'regulations.telework_time_empty', params: { from: time.from, to: time.to } }];
  return [...unknown, ...untimed].map((one) => builtIn(about, one));
}

const SPECIAL: Sentence = { ja: '特別の承認', en: 'special approval' };

function specialSteps(rules: readonly TeleworkRule[]): ChainStep[] {
  return rules.flatMap(({ id: row, article, sentence, by }): ChainStep[] => {
    const step = { row, article, sentence, name: SPECIAL, by: by ?? { superior: true as const } };
    return [{ ...step, procedure: 'SPECIAL_APPROVAL', matter: null, returned: null }];
  });
}

/** The steps of the chain that a case needs, in order, without those that an order waives. */
export function chain(about: Case, at: 'REGISTRATION' | 'REQUEST'): ChainStep[] {
  return about.policy.procedures
    .filter((row) => row.at === at && speaks(row, about) && easingOf(row.id, about)?.to !== 'WAIVED')
    .toSorted((a, b) => a.place - b.place || byRow(a, b))
    .map(({ id: row, article, sentence, procedure, name, by, matter, returned }) => {
      return { row, article, sentence, procedure, name, by, matter: matter ?? null, returned: returned ?? null };
    });
}

function reports(about: Case): ReportDue[] {
  const { policy, request, situation } = about;
  return policy.reports
    .filter((row) => speaks(row, about) && easingOf(row.id, about)?.to !== 'WAIVED')
    .toSorted(byRow)
    .map(({ id: row, article, sentence, due, to, workingDays }) => {
      const lastDay = workingDays === undefined ? null : workingDaysAfter(request.date, workingDays, situation);
      return { row, article, sentence, due, to, lastDay };
    });
}

const treatments = (about: Case): Treatment[] =>
  about.policy.treatments
    .filter((row) => speaks(row, about))
    .toSorted(byRow)
    .map(({ id: row, article, sentence, topic, holds }) => ({ row, article, sentence, topic, holds }));

const NOTHING = { relaxed: [], procedures: [], reports: [], treatments: [], time: null, breaks: [] };

const noPolicy: TeleworkVerdict = {
  ...NOTHING,
  verdict: 'REFUSED',
  findings: [
    {
      ...{ severity: 'REFUSED', row: null, article: null, code: 'regulations.telework_no_policy', params: {} },
      ...{ sentence: null, ask: contactOf(null) },
    },
  ],
};

/** Hardest first, then by row: the order in which the rows stand is of no account. */
function inOrderOf(findings: readonly TeleworkFinding[]): TeleworkFinding[] {
  const key = ({ row, code, params }: TeleworkFinding) => `${row ?? ''} ${code} ${JSON.stringify(params)}`;
  return findings.toSorted((a, b) => HARDNESS[b.severity] - HARDNESS[a.severity] || (key(a) < key(b) ? -1 : 1));
}

/** May this person telework like this on this day, by which articles not, and what is to be done besides? */
export function judgeTelework(policy: Telework | null, question: TeleworkQuestion): TeleworkVerdict {
  if (policy === null) return noPolicy;
  const about = caseOf(policy, question);
  const wrong = unreadable(about);
  if (wrong.length > 0) return { ...NOTHING, verdict: 'REFUSED', findings: inOrderOf(wrong) };
  const judged = policy.rules.toSorted(byRow).map((rule) => judgeRule(rule, about));
  const findings = inOrderOf(judged.flatMap((one) => one.findings));
  const verdict = findings[0]?.severity ?? 'ALLOWED';
  const refused = verdict === 'REFUSED';
  const special = specialSteps(judged.flatMap((one) => one.special));
  return {
    verdict,
    findings,
    relaxed: judged.flatMap((one) => one.relaxed),
    procedures: refused ? [] : [...special, ...chain(about, 'REQUEST')],
    reports: refused ? [] : reports(about),
    treatments: treatments(about),
    time: about.planned.time,
    breaks: question.request.breaks === null ? about.planned.usual : inOrder(question.request.breaks),
  };
}
