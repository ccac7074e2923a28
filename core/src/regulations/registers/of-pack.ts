import type { LocalDate } from '../../shared/index.ts';
import type { RegistersBlock } from '../language/registers.ts';
import type { PackFile } from '../language/schema.ts';
import { NATIONAL_POSTAGE } from './national-postage.ts';
import { STANDARD_NEED } from './standard-need.ts';
import type { HandSeries, NeedVerdict, PostageTable, RegisterRules } from './vocabulary.ts';

type Read = Pick<PackFile, 'registers' | 'numbering' | 'series'>;

const LAST_YEAR = {
  until: '05-31',
  sentence: {
    ja: '前年度の番号は、出納整理期間（5月31日まで）に、理由を添えて付けられます。',
    en: 'Last year’s numbers may be taken with a reason until 31 May, while last year’s accounts are being closed.',
  },
};
const RESERVATION_HOURS = 72;

/** 令達 of the decision table and those named for hand alone, each symbol once. */
function handSeries({ series, registers }: Read): HandSeries[] {
  const decided = series.flatMap(({ id, symbol, article }) =>
    symbol === undefined ? [] : [{ id, symbol, article, name: { ja: symbol, en: symbol } }],
  );
  const all = [...decided, ...(registers?.series ?? [])];
  return all.filter(({ symbol }, at) => all.findIndex((other) => other.symbol === symbol) === at);
}

function postageTables(postage: RegistersBlock['postage']): readonly PostageTable[] {
  if (postage.length === 0) return NATIONAL_POSTAGE;
  return postage
    .map(({ from, article, charges }) => ({
      ...{ from: from as LocalDate, article },
      charges: charges.map((one) => ({ ...one, upToGrams: one.upToGrams ?? null })),
    }))
    .sort((one, other) => (one.from < other.from ? 1 : -1));
}

type Need = NonNullable<RegistersBlock['need']>;

/** The first row whose answers are all given so; null while a row above it could still apply. */
export function judgeNeed({ rows }: Need, answers: Readonly<Record<string, boolean>>): NeedVerdict | null {
  for (const { id, when, outcome, article, sentence } of rows) {
    const asked = Object.entries(when);
    if (asked.some(([question, answer]) => answers[question] === !answer)) continue;
    if (asked.some(([question]) => answers[question] === undefined)) return null;
    return { outcome, ruleId: id, article, sentence };
  }
  return null;
}

function rulesOf(file: Read): RegisterRules {
  const { registers, numbering } = file;
  const article = registers?.article ?? numbering.article;
  const need = registers?.need ?? STANDARD_NEED(article);
  const tables = postageTables(registers?.postage ?? []);
  const ofRun = new Map(
    (registers?.runs ?? []).map(({ symbol, takenBy = null, ...run }) => [symbol, { ...run, takenBy }]),
  );
  return {
    article,
    runOf: (symbol) => ofRun.get(symbol) ?? { resets: 'FISCAL_YEAR', takenBy: null, article },
    suffixes: registers?.suffixes ?? { RECEIVED: '収', SENT: '発' },
    series: handSeries(file),
    lastYear: registers?.lastYear ?? { ...LAST_YEAR, article },
    reservation: registers?.reservation ?? { hours: RESERVATION_HOURS, article },
    questions: need.questions.map(({ id, question, help }) => ({ id, question, help: help ?? null })),
    need: (answers) => judgeNeed(need, answers),
    senders: registers?.senders ?? [],
    postageOn: (day) => tables.find(({ from }) => from <= day) ?? null,
  };
}

// Asked for with every number: made once for a version.
const known = new WeakMap<object, RegisterRules>();

/** The rules of the register of a version; what it does not say is as most cities have it. */
export function registerRulesOf(file: Read): RegisterRules {
  const rules = known.get(file) ?? rulesOf(file);
  known.set(file, rules);
  return rules;
}
