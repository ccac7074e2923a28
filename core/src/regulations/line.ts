import type { LineUnit } from '../directory/index.ts';
import type { Sentence } from '../shared/index.ts';
import type { DecisionBasis } from './contract.ts';
import type { DecisionRow, RegulationPack } from './pack.ts';
import { basisOf, type LineHead, reaches } from './rules.ts';

export interface LineQuestion {
  /** From the drafter's own unit upwards, as the directory has them today. */
  readonly units: readonly LineUnit[];
  /** The posts that the drafter holds, 兼務 included. */
  readonly drafterPostIds: readonly string[];
  readonly row: DecisionRow;
}

interface LineSlot {
  readonly postId: string;
  readonly duty: 'REVIEW' | 'DECISION';
  /** From 1; the last one decides. */
  readonly stage: number;
}

type LineProblem = 'regulations.decider_missing' | 'regulations.decider_vacant' | 'regulations.no_superior';

export type LineOfReview =
  | {
      readonly ok: true;
      readonly slots: readonly LineSlot[];
      /** As it is kept with the case. */
      readonly basis: DecisionBasis;
    }
  | { readonly ok: false; readonly problem: LineProblem; readonly params: Readonly<Record<string, string>> };

function headsOf(units: readonly LineUnit[]): LineHead[] {
  const heads = units.flatMap((unit) => (unit.head ? [{ ...unit.head, unitName: unit.unitName }] : []));
  // One post may head several units of the line (事務取扱): it stands where it stands highest.
  return heads.filter((head, at) => !heads.slice(at + 1).some((later) => later.postId === head.postId));
}

/** 政策課長 for 課長 of 政策課, 浜支所長 for 支所長 of 浜支所: where the title repeats the end of the unit's name, once is enough. */
function nameOf({ unitName, title }: LineHead): string {
  const repeated = Array.from(title, (_, index) => title.slice(0, index + 1)).findLast((start) =>
    unitName.endsWith(start),
  );
  return `${unitName}${title.slice(repeated?.length ?? 0)}`;
}

function join(sentences: readonly Sentence[]): Sentence {
  return { ja: sentences.map((s) => s.ja).join(''), en: sentences.map((s) => s.en).join(' ') };
}

const nobodyOfTheRank = (decider: LineHead): Sentence => ({
  ja: `起案者の所属には専決者に当たる職がないため、直近上位の${nameOf(decider)}が決裁します。`,
  en: `No post of the deciding class stands above the drafter, so the nearest post above it, ${nameOf(decider)}, decides.`,
});
const ownCase = (decider: LineHead): Sentence => ({
  ja: `起案者自身が専決者に当たるため、上位の${nameOf(decider)}が決裁します。`,
  en: `The drafter holds the deciding post, so the next superior, ${nameOf(decider)}, decides.`,
});
const leftOut = (heads: readonly LineHead[]): Sentence => ({
  ja: `${heads.map(nameOf).join('、')}は欠員のため回議を省きます。`,
  en: `Left out because nobody holds the post: ${heads.map(nameOf).join(', ')}.`,
});

/**
 * 回議: the head posts above the drafter in order, ending with the post that decides.
 * The drafter's own posts are skipped; one who holds the deciding post is decided upon by the next superior
 * (features.md A-37). A vacant deciding post stops the case: 欠員 is not 不在 (features.md 1.1).
 */
export function lineOfReview(pack: RegulationPack, question: LineQuestion): LineOfReview {
  const { row, drafterPostIds } = question;
  const heads = headsOf(question.units);
  const named = heads.findIndex((head) => reaches(head.rank, row.decisionClass));
  if (named < 0) return { ok: false, problem: 'regulations.decider_missing', params: { article: row.article } };
  const isDrafter = (head: LineHead) => drafterPostIds.includes(head.postId);
  const at = heads.findIndex((head, i) => i >= named && reaches(head.rank, row.decisionClass) && !isDrafter(head));
  const decider = heads[at];
  if (!decider) return { ok: false, problem: 'regulations.no_superior', params: { article: row.article } };
  if (decider.vacant) {
    return {
      ok: false,
      problem: 'regulations.decider_vacant',
      params: { post: nameOf(decider), article: row.article },
    };
  }
  const before = heads.slice(0, at).filter((head) => !isDrafter(head));
  const sentence = join([
    row.sentence,
    ...(at > named ? [ownCase(decider)] : decider.rank === row.decisionClass ? [] : [nobodyOfTheRank(decider)]),
    ...(before.some((head) => head.vacant) ? [leftOut(before.filter((head) => head.vacant))] : []),
  ]);
  const reviewers = before.filter((head) => !head.vacant);
  const slots = [...reviewers, decider].map(
    (head, index, all): LineSlot => ({
      postId: head.postId,
      duty: index === all.length - 1 ? 'DECISION' : 'REVIEW',
      stage: index + 1,
    }),
  );
  return { ok: true, slots, basis: { ...basisOf(pack, row), sentence: sentence.ja, sentenceEn: sentence.en } };
}
