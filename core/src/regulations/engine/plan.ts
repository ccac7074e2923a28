import type { Sentence } from '../../shared/index.ts';
import type { DecisionBasis } from '../contract.ts';
import type { DecisionRow } from '../language/schema.ts';
import { understand } from './asking.ts';
import { type Decided, decide } from './decide.ts';
import { nameOf, type Stop } from './line.ts';
import type { Pack } from './pack.ts';
import { problem } from './problems.ts';
import { applies, classOf, levelOf, type Situation } from './situation.ts';
import { absenceRowFor, deputyRowsFor } from './stand-in-rows.ts';
import { type Placed, placedSteps, readers } from './steps.ts';
import type {
  LeftOut,
  MatterQuestion,
  PlanAnswer,
  PlannedSeries,
  PlannedSlot,
  RoutePlan,
  RouteProblem,
} from './vocabulary.ts';

export function join(sentences: readonly Sentence[]): Sentence {
  return { ja: sentences.map((s) => s.ja).join(''), en: sentences.map((s) => s.en).join(' ') };
}

const vacantSentence = (stops: readonly Stop[]): Sentence => ({
  ja: `${stops.map(({ post }) => nameOf(post)).join('、')}は欠員のため回議を省きます。`,
  en: `Left out because nobody holds the post: ${stops.map(({ post }) => nameOf(post)).join(', ')}.`,
});
const drafterSentence = ({ post }: Stop): Sentence => ({
  ja: `${nameOf(post)}は起案者のため回議を省きます。`,
  en: `${nameOf(post)} is left out as the drafter.`,
});

/** Whether the row lets posts of this height review. */
function reviews({ pack }: Situation, row: DecisionRow): (stop: Stop) => boolean {
  const line = row.line ?? { from: pack.file.line.from, skip: pack.file.line.skip };
  if (line === 'ALL') return () => true;
  if (line === 'NONE') return () => false;
  const from = line.from === undefined ? -1 : levelOf(pack, line.from);
  const upTo = line.upTo === undefined ? Number.POSITIVE_INFINITY : levelOf(pack, line.upTo);
  const skip = (line.skip ?? []).map((name) => levelOf(pack, name));
  return ({ level }) => level >= from && level <= upTo && !skip.includes(level);
}

/** A vacant deciding post can wait for its deputy only where these regulations count a vacancy as absence. */
function mayWaitForDeputy(situation: Situation, { decider }: Decided): boolean {
  const slot = { duty: 'DECISION', post: decider.post } as const;
  return absenceRowFor(situation, slot)?.vacancy === 'ABSENT' && deputyRowsFor(situation, slot).length > 0;
}

function basisOf(
  pack: Pack,
  decided: Decided,
  extra: { likened: Article | null; sentences: Sentence[] },
): DecisionBasis {
  const { row, raisedBy, decider } = decided;
  const { likened, sentences } = extra;
  const sentence = join([
    ...(likened ? [likened.sentence] : []),
    row.sentence,
    ...raisedBy.map((one) => one.sentence),
    ...decided.because,
    ...sentences,
  ]);
  const articles = [row.article, ...(likened ? [likened.article] : []), ...raisedBy.map(({ article }) => article)];
  const top = pack.file.ladder.length - 1;
  return {
    ruleId: row.id,
    regulationVersion: pack.version,
    article: [...new Set(articles)].join('、'),
    decisionClass: classOf(pack, decider.post) ?? '',
    sentence: sentence.ja,
    sentenceEn: sentence.en,
    delegated: decider.level < top,
  };
}
type Article = { readonly article: string; readonly sentence: Sentence };

function seriesFor(situation: Situation): PlannedSeries {
  const { pack, matter } = situation;
  const row = pack.file.series.find((candidate) => applies(candidate, situation));
  if (row) return { series: row.series, symbol: row.symbol ?? null, per: row.per, article: row.article };
  const { article } = pack.file.numbering;
  return matter.minor
    ? { series: 'NONE', symbol: null, per: 'NONE', article }
    : { series: 'SECTION', symbol: null, per: 'UNIT', article };
}

function remindersFor(situation: Situation): Pick<RoutePlan, 'reminders' | 'overdue'> {
  const row = situation.pack.file.reminders.find((candidate) => applies(candidate, situation));
  return { reminders: row?.steps ?? [], overdue: row?.overdue ?? [] };
}

/** Puts what stands beside the line between its posts, and numbers the stages. */
function slotsOf(
  { situation, decided }: { situation: Situation; decided: Decided },
  reviewers: readonly Stop[],
  placed: readonly Placed[],
): PlannedSlot[] {
  const { article } = situation.pack.file.line;
  const sentence = {
    ja: `系列の上司の回議です（${article}）。`,
    en: `Review by the drafter’s own superiors (${article}).`,
  };
  const slots: PlannedSlot[] = [];
  let stage = 0;
  const stages = (group: readonly Placed[]) => {
    for (const { slots: together } of group) {
      stage += 1;
      slots.push(...together.map((slot) => ({ ...slot, stage })));
    }
  };
  for (let at = 0; at <= reviewers.length; at += 1) {
    stages(placed.filter(({ position }) => position === at));
    const stop = reviewers[at];
    if (!stop) break;
    stage += 1;
    const address = { kind: 'POST', postId: stop.post.postId } as const;
    slots.push({ stage, stageRule: 'ALL', duty: 'REVIEW', address, mandatory: true, ruleId: null, article, sentence });
  }
  const { row, decider } = decided;
  const address = { kind: 'POST', postId: decider.post.postId } as const;
  const decision = { duty: 'DECISION', address, mandatory: true, ruleId: row.id } as const;
  slots.push({ stage: stage + 1, stageRule: 'ALL', ...decision, article: row.article, sentence: row.sentence });
  return slots;
}

/** What everything about a route is computed from; `explain` says more of it. */
export interface Planned {
  readonly ok: true;
  readonly plan: RoutePlan;
  /** With the deciding class known. */
  readonly situation: Situation;
  readonly decided: Decided;
  readonly likened: Article | null;
}

export function planWith(pack: Pack, question: MatterQuestion): Planned | RouteProblem {
  const understood = understand(pack, question);
  if (!understood.ok) return understood;
  const decided = decide(understood.situation, question);
  if (!decided.ok) return decided;
  const { decider, row } = decided;
  const situation: Situation = { ...understood.situation, deciderClass: classOf(pack, decider.post) };
  if (decider.vacant && !mayWaitForDeputy(situation, decided)) {
    return problem('regulations.decider_vacant', { post: nameOf(decider.post), article: row.article });
  }
  const isDrafter = ({ post }: Stop) => question.drafterPostIds.includes(post.postId);
  const below = decided.below.filter(reviews(situation, row));
  const reviewers = below.filter((stop) => !stop.vacant && !isDrafter(stop));
  const vacant = below.filter((stop) => stop.vacant && !isDrafter(stop));
  const steps = placedSteps(situation, { decided, reviewers });
  if (!steps.ok) return steps;
  const slots = slotsOf({ situation, decided }, reviewers, steps.placed);
  const lineSkipped: LeftOut[] = [
    ...below
      .filter(isDrafter)
      .map((stop): LeftOut => ({ postId: stop.post.postId, reason: 'DRAFTER', sentence: drafterSentence(stop) })),
    ...vacant.map(
      (stop): LeftOut => ({ postId: stop.post.postId, reason: 'VACANT', sentence: vacantSentence([stop]) }),
    ),
  ];
  const sentences = vacant.length > 0 ? [vacantSentence(vacant)] : [];
  const plan: RoutePlan = {
    slots,
    basis: { ...basisOf(pack, decided, { likened: understood.likened, sentences }), matter: question.matter },
    deciderPostId: decider.post.postId,
    skipped: [...lineSkipped, ...steps.skipped],
    struck: decided.above.map(({ post }) => post.postId),
    inform: readers(situation, { decided, slots }),
    ...remindersFor(situation),
    minor: situation.matter.minor,
    numbering: seriesFor(situation),
  };
  return { ok: true, plan, situation, decided, likened: understood.likened };
}

/** The route that the regulations want for a case as it stands: who reviews, who is consulted, who decides, and why. */
export function planRoute(pack: Pack, question: MatterQuestion): PlanAnswer {
  const planned = planWith(pack, question);
  return planned.ok ? { ok: true, plan: planned.plan } : planned;
}
