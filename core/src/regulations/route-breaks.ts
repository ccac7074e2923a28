import type { BrokenRule, OrganisationSnapshot, SnapshotPost } from '../directory/index.ts';
import { fill } from '../shared/index.ts';
import type { Pack } from './engine/pack.ts';
import { planRoute } from './engine/plan.ts';
import type { MatterQuestion, RouteProblem, RouteProblemCode } from './engine/vocabulary.ts';
import { exampleOrganisation } from './language/organisation.ts';
import { regulationsTexts } from './text.ts';

type Asked = Pick<MatterQuestion, 'matter' | 'analogousTo' | 'facts' | 'escalations' | 'urgent'>;

// What a reorganisation does to a route; the others are about what the drafter says.
const ORGANISATION: readonly RouteProblemCode[] = [
  'regulations.decider_missing',
  'regulations.decider_vacant',
  'regulations.consulted_vacant',
  'regulations.unknown_designation',
];

const tried = new WeakMap<Pack, readonly Asked[]>();

/** Of the pack's own examples one for each class that decides: together they reach every height of the ladder. */
function oneOfEachClass(pack: Pack): readonly Asked[] {
  const known = tried.get(pack);
  if (known) return known;
  const there = exampleOrganisation(pack.file);
  const byClass = new Map<string, Asked>();
  for (const { matter, analogousTo = null, facts, escalations, urgent, unit, drafterPosts } of pack.file.examples
    .routes) {
    const asked = { matter, analogousTo, facts, escalations, urgent };
    const answer = planRoute(pack, { ...asked, there, unitId: unit, drafterPostIds: drafterPosts });
    const name = answer.ok ? answer.plan.basis.decisionClass : null;
    if (name !== null && !byClass.has(name)) byClass.set(name, asked);
  }
  const found = [...byClass.values()];
  tried.set(pack, found);
  return found;
}

/** The post of somebody in the unit who drafts: not its head, where there is anybody else. */
function drafterIn(there: OrganisationSnapshot, unitId: string): SnapshotPost | undefined {
  const held = there.postsIn(unitId).filter(({ holders }) => holders.length > 0);
  return held.find(({ headsUnit }) => !headsUnit) ?? held[0];
}

interface Stuck {
  readonly problem: RouteProblem;
  readonly units: string[];
}

/** Routes that end at nobody: drafted in every unit where anybody works, for every class that decides. */
export function routesThatBreak(pack: Pack, there: OrganisationSnapshot): BrokenRule[] {
  const stuck = new Map<string, Stuck>();
  for (const { unitId, name } of there.units.values()) {
    const drafter = drafterIn(there, unitId);
    if (!drafter) continue;
    for (const asked of oneOfEachClass(pack)) {
      const answer = planRoute(pack, { ...asked, there, unitId, drafterPostIds: [drafter.postId] });
      if (answer.ok || !ORGANISATION.includes(answer.problem)) continue;
      const { post = '', row = '' } = answer.params;
      const key = `${answer.problem}:${post}${row}`;
      const found = stuck.get(key) ?? { problem: answer, units: [] };
      if (!found.units.includes(name)) found.units.push(name);
      stuck.set(key, found);
    }
  }
  return [...stuck].map(([key, found]) => brokenRoute(key, found));
}

function brokenRoute(key: string, { problem, units }: Stuck): BrokenRule {
  const text = regulationsTexts[problem.problem];
  const [first = ''] = units;
  const more = units.length - 1;
  const where =
    more > 0 ? { ja: `${first}ほか${more}所属`, en: `${first} and ${more} more` } : { ja: first, en: first };
  return {
    ruleId: 'ROUTE',
    problem: key,
    article: problem.params.article ?? '',
    sentence: {
      ja: `${where.ja}の起案：${fill(text?.ja ?? key, problem.params)}`,
      en: `Drafted in ${where.en}: ${fill(text?.en ?? key, problem.params)}`,
    },
    simulated: true,
  };
}
