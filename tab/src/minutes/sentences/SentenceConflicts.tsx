import type { SentenceEdit, SentenceView } from '@kaigi/core/contract';
import { ConflictCard } from '../saving/ConflictCard.tsx';
import type { Conflict } from '../saving/saving.ts';
import type { Saver } from '../saving/use-saving.ts';

/** What I wanted, on the sentence as it is now. */
function mineAgain({ edits, now }: Conflict<SentenceView, SentenceEdit>): readonly SentenceEdit[] {
  const last = edits.at(-1);
  return last && now && last.op !== 'ADD' ? [{ ...last, version: now.version }] : [];
}

/** Sentences that somebody else has changed meanwhile: both texts, and a person chooses. */
export function SentenceConflicts({ saver }: { readonly saver: Saver<SentenceView, SentenceEdit> }) {
  return saver.conflicts.map((conflict, at) => (
    <ConflictCard
      // biome-ignore lint/suspicious/noArrayIndexKey: they are settled from the table, never moved.
      key={at}
      mine={conflict.mine[0]?.text ?? ''}
      now={conflict.now?.text ?? null}
      onMine={() => saver.settle(conflict, mineAgain(conflict))}
      onNow={() => saver.settle(conflict, [])}
    />
  ));
}
