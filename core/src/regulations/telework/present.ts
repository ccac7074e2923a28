import type { Locale, Sentence } from '../../shared/index.ts';
import type { TeleworkRulesView, TeleworkRuleView } from '../contract-telework.ts';
import type { Pack } from '../engine/pack.ts';
import type { Telework, TeleworkRule } from '../language/telework.ts';
import { contactOf } from './situation.ts';
import { teleworkTexts } from './text.ts';
import { KIND_NAMES, SPAN_NAMES } from './words.ts';

const ANSWERS: Readonly<Record<TeleworkRule['otherwise'], TeleworkRuleView['answer']>> = {
  REFUSED: 'CANNOT',
  NEEDS_SPECIAL_APPROVAL: 'SPECIAL_APPROVAL',
  WARNED: 'CAUTION',
};

interface Listed {
  readonly id: string;
  readonly article: string;
  readonly sentence: Sentence;
  readonly topic: string;
  readonly answer: TeleworkRuleView['answer'];
  readonly ask?: string | undefined;
}

/** Every row of the rules in the order in which they are written. */
function listed({ rules, procedures, reports, treatments, switches, talk }: Telework): Listed[] {
  return [
    ...rules.map((row) => ({ ...row, topic: row.rule, answer: ANSWERS[row.otherwise] })),
    ...procedures.map((row) => ({ ...row, topic: row.procedure, answer: 'MUST' as const })),
    ...reports.map((row) => ({ ...row, topic: 'REPORT', answer: 'MUST' as const })),
    ...treatments.map((row) => ({ ...row, answer: 'FACT' as const })),
    ...switches.map((row) => ({ ...row, topic: 'SWITCH', answer: 'SWITCH' as const })),
    ...(talk ? [{ ...talk, topic: 'TALK', answer: 'FACT' as const }] : []),
  ];
}

function items(policy: Telework, locale: Locale): TeleworkRuleView[] {
  return listed(policy).map(({ id, article, sentence, topic, answer, ask }) => ({
    ...{ row: id, topic, answer, article },
    sentence: sentence[locale],
    ask: contactOf(policy, ask).name[locale],
    relaxedBy: policy.switches
      .filter(({ relaxes }) => relaxes.some(({ rows }) => rows.includes(id)))
      .map(({ name }) => name[locale]),
  }));
}

/** Full-width letters and figures count as the half-width ones. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

function found({ sentence, article, ask, relaxedBy }: TeleworkRuleView, q: string): boolean {
  const text = plain([sentence, article, ask, ...relaxedBy].join(' '));
  return plain(q)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

type Word = Telework['words']['places'][number];

/** The telework rules of a pack as a page shows them. */
export function presentTelework(pack: Pack, { locale, q }: { locale: Locale; q: string }): TeleworkRulesView {
  const policy = pack.file.telework ?? null;
  const fixed = (names: Readonly<Record<string, Sentence>>) =>
    Object.entries(names).map(([code, name]) => ({ code, name: name[locale], help: null }));
  const words = (list: readonly Word[] = []) =>
    list.map(({ code, name, help }) => ({ code, name: name[locale], help: help?.[locale] ?? null }));
  return {
    regulationVersion: pack.version,
    title: policy?.title[locale] ?? null,
    article: policy?.article ?? null,
    problem: policy === null ? teleworkTexts['regulations.telework_no_policy'][locale] : null,
    ask: contactOf(policy).name[locale],
    items: policy === null ? [] : items(policy, locale).filter((item) => found(item, q)),
    words: {
      kinds: policy === null ? [] : fixed(KIND_NAMES),
      spans: policy === null ? [] : fixed(SPAN_NAMES),
      employments: words(policy?.words.employments),
      reasons: words(policy?.words.reasons),
      places: words(policy?.words.places),
      networks: words(policy?.words.networks),
      devices: words(policy?.words.devices),
      information: words(policy?.words.information),
    },
    switches: (policy?.switches ?? []).map(({ id, name, article, longestDays }) => ({
      ...{ code: id, name: name[locale], article, longestDays: longestDays ?? null },
    })),
  };
}
