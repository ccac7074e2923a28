import { describe, expect, it } from '@jest/globals';
import type { FactValue } from '../contract.ts';
import type { Pack } from '../engine/pack.ts';
import { planRoute } from '../engine/plan.ts';
import type { MatterQuestion, RoutePlan } from '../engine/vocabulary.ts';
import { checkPack } from '../language/load.ts';
import { exampleOrganisation } from '../language/organisation.ts';
import { fileOf } from './packs.fixture.ts';

type Facts = Record<string, FactValue>;

const PACKS = [
  'minato/2026-04-01.yaml',
  'yamato/2026-04-01.yaml',
  'daito/2026-04-01.yaml',
  'odd-bodies/hospital.yaml',
  'odd-bodies/waterworks.yaml',
  'odd-bodies/clean-union.yaml',
];
// What an organisation may lack; anything else would be a hole in the regulations.
const LACKING = ['regulations.decider_vacant', 'regulations.decider_missing', 'regulations.no_superior'];

function packOf(file: string): Pack {
  const loaded = checkPack(fileOf(file));
  if (!loaded.ok) throw new Error(`${file} is refused`);
  return loaded.pack;
}

/** On both sides of every limit that any row of the pack has for the fact. */
function valuesOf(pack: Pack, key: string): FactValue[] {
  const fact = pack.file.facts.find((one) => one.key === key);
  if (fact?.type === 'boolean') return [true, false];
  if (fact?.type === 'choice') return (fact.choices ?? []).map(({ value }) => value);
  const tests = [...pack.file.decisions, ...pack.file.steps].flatMap(({ when }) =>
    [when ?? {}].flat().flatMap((one) => one[key] ?? []),
  );
  const limits = tests.flatMap((test) =>
    typeof test === 'object' && !Array.isArray(test) ? Object.values(test).filter((limit) => limit !== undefined) : [],
  );
  const around = limits.flatMap((limit) => [limit - 1, limit, limit + 1]).filter((value) => value >= 0);
  return [...new Set([0, ...around])];
}

/** Each fact at each of its values, the others at their first; then a few together. */
function factsOf(pack: Pack, keys: readonly string[]): Facts[] {
  const values = keys.map((key) => [key, valuesOf(pack, key)] as const);
  const first: Facts = Object.fromEntries(values.map(([key, all]) => [key, all[0] ?? 0]));
  const last: Facts = Object.fromEntries(values.map(([key, all]) => [key, all.at(-1) ?? 0]));
  return values.flatMap(([key, all]) =>
    all.flatMap((value) => [
      { ...first, [key]: value },
      { ...last, [key]: value },
    ]),
  );
}

function questionsOf(pack: Pack): MatterQuestion[] {
  const there = exampleOrganisation(pack.file);
  const reasons = [[], ...pack.file.reasons.map(({ code }) => [code])];
  return pack.file.matters.flatMap(({ code: matter, facts: keys }) => {
    const combinations = keys.length === 0 ? [{}] : factsOf(pack, keys);
    return pack.file.organisation.units.flatMap(({ code: unitId }) =>
      combinations.flatMap((facts, index) =>
        (index === 0 ? reasons : [[]]).map((escalations): MatterQuestion => {
          const drafterPostIds = there
            .postsIn(unitId)
            .slice(-1)
            .map(({ postId }) => postId);
          return { there, matter, facts, escalations, urgent: false, unitId, drafterPostIds };
        }),
      ),
    );
  });
}

const says = ({ ja, en }: { ja: string; en: string }) => ja !== '' && en !== '';

/** What must hold of every route; the names of what does not. */
function faultsOf({ slots, basis, inform, reminders }: RoutePlan, { drafterPostIds }: MatterQuestion): string[] {
  const deciding = slots.filter(({ duty }) => duty === 'DECISION');
  const last = Math.max(...slots.map(({ stage }) => stage));
  const stages = [...new Set(slots.map(({ stage }) => stage))];
  const posts = slots.flatMap(({ address, duty }) =>
    address.kind === 'POST' && duty !== 'PROVISIONAL' ? [address.postId] : [],
  );
  const holds = {
    'one decision, the last stage': deciding.length === 1 && deciding[0]?.stage === last,
    'stages without a gap': stages.toSorted((a, b) => a - b).every((stage, index) => stage === index + 1),
    'every slot by an article': [...slots, ...inform].every(
      ({ article, sentence }) => article !== '' && says(sentence),
    ),
    'a reason in both languages': says({ ja: basis.sentence, en: basis.sentenceEn ?? '' }) && basis.article !== '',
    'nobody twice': new Set(posts).size === posts.length,
    'the drafter nowhere': !posts.some((post) => drafterPostIds.includes(post)),
    'reminders in order': reminders.every(
      ({ afterWorkingDays }, index) => afterWorkingDays > (reminders[index - 1]?.afterWorkingDays ?? 0),
    ),
  };
  return Object.entries(holds).flatMap(([what, is]) => (is ? [] : [what]));
}

describe.each(PACKS)('every matter of %s, from every unit, on both sides of every limit', (name) => {
  const pack = packOf(name);
  const questions = questionsOf(pack);
  const answers = questions.map((question) => ({ question, answer: planRoute(pack, question) }));

  it('A-03: has a route, or lacks a post and says so', () => {
    const wrong = answers.flatMap(({ question: { matter, facts, unitId }, answer }) =>
      answer.ok || LACKING.includes(answer.problem) ? [] : [{ matter, facts, unitId, problem: answer.problem }],
    );
    // A matter of certain units only, such as a ward's event, has no rule elsewhere.
    const everywhere = wrong.filter(
      ({ matter, problem }) =>
        problem !== 'regulations.no_rule' ||
        pack.file.decisions.some(({ matters, units }) => matters.includes(matter) && units === undefined),
    );
    expect(everywhere).toEqual([]);
    expect(answers.filter(({ answer }) => answer.ok).length).toBeGreaterThan(questions.length / 2);
  });

  it('A-06, A-37: goes up in order to one decider who is not the drafter, each step by an article', () => {
    const faults = answers.flatMap(({ question, answer }) => {
      const found = answer.ok ? faultsOf(answer.plan, question) : [];
      const { matter, facts, escalations, unitId } = question;
      return found.length > 0 ? [{ matter, facts, escalations, unitId, found }] : [];
    });
    expect(faults.slice(0, 5)).toEqual([]);
  });

  it('A-05: no reason lowers the decider', () => {
    const height = ({ basis: { decisionClass } }: RoutePlan) => pack.levels.get(decisionClass) ?? -1;
    const plain = new Map(
      answers
        .flatMap(({ question: { matter, unitId, escalations }, answer }) =>
          answer.ok && escalations.length === 0 ? [[`${matter} ${unitId}`, answer.plan] as const] : [],
        )
        .toReversed(),
    );
    const lowered = answers.flatMap(({ question: { matter, unitId, escalations }, answer }) => {
      const before = plain.get(`${matter} ${unitId}`);
      if (!answer.ok || !before || escalations.length === 0) return [];
      return height(answer.plan) < height(before) ? [`${matter} ${unitId} ${escalations}`] : [];
    });
    expect(lowered).toEqual([]);
  });
});
