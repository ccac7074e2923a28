import type { SnapshotPost } from '../../directory/index.ts';
import type { Sentence } from '../../shared/index.ts';
import type { DeputyRow } from '../language/schema.ts';
import { LENGTH_OPEN } from '../text.ts';
import type { AwayNow } from './absence-length.ts';
import { designated, lineOf, type Viewpoint } from './line.ts';
import { applies, type Situation } from './situation.ts';
import { deputyRowFor, lengthIsOpen, type StoodInFor } from './stand-in-rows.ts';

/** A slot whose holder does not act, in its case. */
export interface Case {
  readonly situation: Situation;
  readonly slot: StoodInFor;
}

/** One place in the order: those who share it, and whether they may act in this matter at all. */
interface Place {
  readonly order: number;
  readonly posts: readonly SnapshotPost[];
}

/** 第1順位, 第2順位 …: who may stand in for this post in this matter, absent or not. */
export function placesOf(row: DeputyRow, { situation, slot }: Case): Place[] {
  const line = lineOf(situation, situation.unitId);
  const view: Viewpoint = { situation, line, from: slot.post };
  const places = row.order.map(({ who, only }, index): Place => {
    const allowed = only === undefined || applies(only, situation);
    const words = Array.isArray(who) ? who : [who];
    const named = allowed ? words.flatMap((one) => designated(one, view)) : [];
    const posts = named.flatMap((whom) =>
      whom.kind === 'POST' && whom.post.postId !== slot.post.postId ? [whom.post] : [],
    );
    return { order: index + 1, posts };
  });
  return places;
}

/** Where nobody knows how long the absence will be, the sentence says that it counts for as long as it has lasted. */
export function openEnded({ ja, en }: Sentence, { situation, slot }: Case, away: AwayNow): Sentence {
  if (!lengthIsOpen(situation, slot, away)) return { ja, en };
  return { ja: `${ja}${LENGTH_OPEN.ja}`, en: `${en} ${LENGTH_OPEN.en}` };
}

/** The row for this length of absence. */
export function rowSaidFor(read: Case, away: AwayNow): DeputyRow | undefined {
  const row = deputyRowFor(read.situation, read.slot, away);
  return row && { ...row, sentence: openEnded(row.sentence, read, away) };
}

interface Deputies {
  readonly row: DeputyRow;
  readonly places: readonly Place[];
}

/** Who may stand in, in order, during this absence; null where the regulations name nobody. */
export function deputiesOf(situation: Situation, slot: StoodInFor, away: AwayNow): Deputies | null {
  const row = rowSaidFor({ situation, slot }, away);
  return row ? { row, places: placesOf(row, { situation, slot }) } : null;
}
