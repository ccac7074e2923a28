import type { FactValue } from '../contract.ts';
import type { Fact, Matter } from '../language/schema.ts';
import type { Pack } from './pack.ts';
import { problem } from './problems.ts';
import { classOf, type Situation } from './situation.ts';
import type { MatterQuestion, RouteProblem } from './vocabulary.ts';

interface Understood {
  readonly ok: true;
  readonly situation: Situation;
  /** The row by which an unlisted matter is decided like another: 類推, or 表にない事案. */
  readonly likened: { readonly article: string; readonly sentence: { ja: string; en: string } } | null;
}

type Likened = { readonly matter: Matter; readonly likened: Understood['likened'] };

function matterOf(pack: Pack, { matter, analogousTo }: MatterQuestion): Likened | RouteProblem {
  const { analogy, unlisted } = pack.file;
  if (analogousTo) {
    if (!analogy) return problem('regulations.analogy_not_allowed');
    const listed = pack.matters.get(analogousTo);
    return listed
      ? { matter: listed, likened: analogy }
      : problem('regulations.unknown_matter', { matter: analogousTo });
  }
  const named = pack.matters.get(matter);
  if (named) return { matter: named, likened: null };
  const general = unlisted && pack.matters.get(unlisted.as);
  return general ? { matter: general, likened: unlisted } : problem('regulations.unknown_matter', { matter });
}

const WHOLE = ['amountYen', 'nights', 'count'];

/** Whether the value can be what the fact is about. */
export function fits({ type, choices }: Fact, value: FactValue): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'choice') return choices?.some((choice) => choice.value === value) ?? false;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return false;
  if (type === 'days') return Number.isInteger(value * 2);
  return !WHOLE.includes(type) || Number.isSafeInteger(value);
}

/** The facts that the drafter of this matter is asked for. */
export function factsOf(pack: Pack, matter: Matter): Fact[] {
  return pack.file.facts.filter((fact) => matter.facts.includes(fact.key) || fact.everyMatter === true);
}

function wrongFact(pack: Pack, matter: Matter, facts: MatterQuestion['facts']): RouteProblem | null {
  for (const fact of factsOf(pack, matter)) {
    const value = facts[fact.key];
    if (value === undefined && fact.optional === true) continue;
    const params = { fact: fact.label.ja, factEn: fact.label.en, key: fact.key };
    if (value === undefined) return problem('regulations.fact_missing', params);
    if (!fits(fact, value)) return problem('regulations.fact_wrong', params);
  }
  return null;
}

/** Only what the matter is asked for may decide: what else was filled in has no meaning for it. */
function onlyAsked(pack: Pack, matter: Matter, facts: MatterQuestion['facts']): Record<string, FactValue> {
  return Object.fromEntries(
    factsOf(pack, matter).flatMap(({ key }) => (facts[key] === undefined ? [] : [[key, facts[key]]])),
  );
}

function classOfDrafter(pack: Pack, { there, drafterPostIds }: MatterQuestion): string | null {
  const post = drafterPostIds.map((postId) => there.posts.get(postId)).find((held) => held !== undefined);
  return post ? classOf(pack, post) : null;
}

/** Reads a question: which matter, with which facts, in which unit; or what is wrong with it. */
export function understand(pack: Pack, question: MatterQuestion): Understood | RouteProblem {
  const line = question.there.lineAbove(question.unitId);
  if (line.length === 0) return problem('regulations.unknown_unit');
  const known = matterOf(pack, question);
  if ('ok' in known) return known;
  const { matter, likened } = known;
  const wrong = wrongFact(pack, matter, question.facts);
  if (wrong) return wrong;
  const reasons = pack.file.reasons.map(({ code }) => code);
  const reason = question.escalations.find((code) => !reasons.includes(code));
  if (reason !== undefined) return problem('regulations.unknown_reason', { reason });
  const situation: Situation = {
    pack,
    there: question.there,
    matter,
    example: pack.exampleOf.get(matter.code) ?? matter.code,
    facts: onlyAsked(pack, matter, question.facts),
    escalations: question.escalations,
    urgent: question.urgent,
    unitId: question.unitId,
    unitCodes: line.map(({ unitId }) => question.there.units.get(unitId)?.code ?? ''),
    unitKind: (line.find(({ unitKind }) => unitKind !== 'SUBSECTION') ?? line[0])?.unitKind ?? 'SECTION',
    drafterPostIds: question.drafterPostIds,
    drafterClass: classOfDrafter(pack, question),
    namedBy: question.namedBy ?? (() => []),
    ordered: [],
    deciderClass: null,
  };
  return { ok: true, situation, likened };
}
