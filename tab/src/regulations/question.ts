import type { ExplainQuery, FactValue, MatterInput, MattersView } from '@kaigi/core/contract';
import { amountText, parseAmount, parseNumber } from './amounts.ts';
import type { MatterItem } from './matters.ts';

export type Fact = MatterItem['facts'][number];

/** What is decided about, as it stands in the form: every fact as it was typed. */
export interface TypedMatter {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly escalations: readonly string[];
  readonly raiseTo: string | null;
  readonly analogousTo: string | null;
}

export const GENERAL: TypedMatter = { code: 'GENERAL', facts: {}, escalations: [], raiseTo: null, analogousTo: null };

/** The value of a typed fact; null where there is none, or it cannot be read. */
export function factValue({ type, choices }: Fact, typed: string | undefined): FactValue | null {
  const text = (typed ?? '').trim();
  if (text === '') return null;
  switch (type) {
    case 'amountYen':
      return parseAmount(text);
    case 'days':
      return parseNumber(text, 0.5);
    case 'nights':
    case 'count':
      return parseNumber(text, 1);
    case 'number':
      return parseNumber(text, 0.001);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : null;
    case 'choice':
      return choices.some(({ value }) => value === text) ? text : null;
  }
}

export type FactProblem = 'fact.missing' | 'fact.amount' | 'fact.halves' | 'fact.whole' | 'fact.number' | 'fact.choose';

const UNREADABLE: Readonly<Record<Fact['type'], FactProblem>> = {
  amountYen: 'fact.amount',
  days: 'fact.halves',
  nights: 'fact.whole',
  count: 'fact.whole',
  number: 'fact.number',
  boolean: 'fact.choose',
  choice: 'fact.choose',
};

/** What is wrong with a typed fact: a code of `text.ts`, or null. */
export function factProblem(fact: Fact, typed: string | undefined): FactProblem | null {
  if ((typed ?? '').trim() === '') return fact.optional ? null : 'fact.missing';
  return factValue(fact, typed) === null ? UNREADABLE[fact.type] : null;
}

/** The facts that the matter asks for and that can be read. What another matter asked is left behind. */
export function readableFacts(matter: MatterItem, typed: TypedMatter): Record<string, FactValue> {
  const said = matter.facts.map((fact) => [fact.key, factValue(fact, typed.facts[fact.key])] as const);
  return Object.fromEntries(said.filter((entry): entry is readonly [string, FactValue] => entry[1] !== null));
}

/** True when the regulations can be asked. */
export function isAnswerable(matter: MatterItem | null, typed: TypedMatter): matter is MatterItem {
  return matter?.facts.every((fact) => factProblem(fact, typed.facts[fact.key]) === null) ?? false;
}

/** The matter as it is sent. To go to a higher class needs a reason. */
export function matterToSend(matter: MatterItem, typed: TypedMatter): MatterInput {
  const { code, escalations, raiseTo, analogousTo } = typed;
  return {
    code,
    facts: readableFacts(matter, typed),
    escalations: [...escalations],
    raiseTo: escalations.length > 0 ? raiseTo : null,
    analogousTo,
  };
}

/** A stored matter as it is typed; amounts with their separators. */
export function typedMatter({ code, facts, escalations, raiseTo, analogousTo }: MatterInput): TypedMatter {
  const typed = Object.entries(facts).map(([key, value]) => {
    const amount = typeof value === 'number' && key === 'amountYen';
    return [key, amount ? amountText(value) : String(value)] as const;
  });
  return { code, facts: Object.fromEntries(typed), escalations, raiseTo, analogousTo };
}

export interface Circumstances {
  readonly urgent: boolean;
  /** The unit in which it would be drafted; one's own when null. */
  readonly unitId: string | null;
}

/** The question for `GET /regulations/explain`. */
export function explainQuery(matter: MatterItem, typed: TypedMatter, about: Circumstances): Partial<ExplainQuery> {
  const { code, facts, escalations, raiseTo, analogousTo } = matterToSend(matter, typed);
  return {
    matter: code,
    facts: JSON.stringify(facts),
    escalations: escalations.join(','),
    urgent: about.urgent ? 'true' : 'false',
    ...(raiseTo === null ? {} : { raiseTo }),
    ...(analogousTo === null ? {} : { analogousTo }),
    ...(about.unitId === null ? {} : { unitId: about.unitId }),
  };
}

/** The classes above the one that decides by the regulations: only upwards may a drafter go. */
export function classesAbove(view: MattersView, decisionClass: string | null): MattersView['classes'] {
  const at = view.classes.findIndex(({ code }) => code === decisionClass);
  return at < 0 ? [] : view.classes.slice(at + 1);
}
