import type { BoardItem } from '@kaigi/core/contract';

export const VIEWS = ['all', 'overdue', 'absent', 'urgent'] as const;
export type BoardView = (typeof VIEWS)[number];

const FITS: Readonly<Record<BoardView, (item: BoardItem) => boolean>> = {
  all: () => true,
  overdue: ({ overdue }) => overdue,
  absent: ({ absence, names }) => absence !== null || names.length === 0,
  urgent: ({ urgency }) => urgency !== 'NORMAL',
};

/** The rows of a view; the service has put the overdue first and then the longest waiting. */
export function rowsOf(items: readonly BoardItem[], view: BoardView): BoardItem[] {
  return items.filter(FITS[view]);
}

/** A case in parallel 合議 waits in several places at once. */
export const rowKey = ({ caseId, slotId }: Pick<BoardItem, 'caseId' | 'slotId'>): string => `${caseId}/${slotId}`;
