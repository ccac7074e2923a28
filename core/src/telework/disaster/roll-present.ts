import type { Actor } from '../../directory/index.ts';
import type { RollAnswerView, RollView } from './roll-contract.ts';
import type { Roll, RollMember } from './roll-store.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const NOBODY = { staffId: '', name: '', postTitle: '', unitName: '' };

export const versionOf = ({ facts }: Pick<Roll, 'facts'>): number => facts.at(-1)?.seq ?? 0;

export function presentAnswer(member: RollMember): RollAnswerView | null {
  const { answer, answeredAt, answeredBy, words, place, late, paper } = member;
  if (answer === null || answeredAt === null) return null;
  return { answer, at: answeredAt.toISOString(), words, place, by: answeredBy, paper, late };
}

export interface RollLooking {
  readonly actor: Actor;
  /** Whether they run this roll. */
  readonly runs: boolean;
  /** Whether there is anybody below them who was asked, or they run it. */
  readonly board: boolean;
  readonly member: RollMember | null;
}

export function presentRoll(roll: Roll, { runs, board, member }: RollLooking): RollView {
  const [first] = roll.facts;
  const said = first?.fact ?? {};
  return {
    id: roll.rollId,
    kind: roll.kind,
    version: versionOf(roll),
    title: text(said.title),
    words: text(said.words),
    place: text(said.place),
    unitName: text(said.unitName) || null,
    askedBy: first?.actor ?? NOBODY,
    askedAt: first?.at.toISOString() ?? '',
    open: roll.open,
    asked: member ? { answer: presentAnswer(member) } : null,
    may: { board, run: runs },
  };
}
