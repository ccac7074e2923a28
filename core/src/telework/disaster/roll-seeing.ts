import { notFound } from '../../shared/index.ts';
import type { Open } from './open.ts';
import type { RollKind, RollView } from './roll-contract.ts';
import { presentRoll } from './roll-present.ts';
import * as store from './roll-store.ts';

export interface RollNamed {
  readonly kind: RollKind;
  readonly rollId: string;
}

/** Whoever runs rolls today: that somebody called this one is nothing once they have lost the post. */
export const mayBoard = (open: Open): boolean => open.runs || headsSome(open);

/** Whoever heads a unit; who is below them only the board itself has to know. */
export const headsSome = ({ actor, there }: Open): boolean =>
  actor.posts.some(({ postId }) => there.posts.get(postId)?.headsUnit === true);

/** As the person sees it; for who was not asked and watches over nobody it is not there. */
export async function seenRoll(open: Open, { kind, rollId }: RollNamed): Promise<RollView> {
  const { tx, actor } = open;
  const [roll, member] = await Promise.all([
    store.readRoll(tx, rollId),
    store.readMember(tx, { rollId, staffId: actor.staffId }),
  ]);
  if (!roll || roll.kind !== kind) throw notFound('telework.roll_not_found');
  const board = mayBoard(open);
  if (!board && !member) throw notFound('telework.roll_not_found');
  return presentRoll(roll, { actor, runs: open.runs, board, member });
}
