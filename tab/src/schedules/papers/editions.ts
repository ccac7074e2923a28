import type { BookingPapers, PaperEdition } from '@kaigi/core/contract';

export type Paper = BookingPapers['papers'][number];
type Ranges = PaperEdition['pages'];

/** 3、5–7 */
export const rangesText = (ranges: Ranges, between: string): string =>
  ranges.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(between);

/** The newest edition that this reader has opened before the newest there is; null: none, or the one just before it. */
export function seenBefore({ editions: [newest, ...earlier] }: Paper): number | null {
  const seen = earlier.find(({ opened }) => opened);
  return newest && seen && seen.edition < newest.edition - 1 ? seen.edition : null;
}

/** Who has opened an edition, and who has not yet; whoever laid it knows it. */
export function openers({ openedBy, by }: PaperEdition, people: BookingPapers['people']) {
  if (!openedBy) return null;
  const opened = new Set([by.staffId, ...openedBy.map(({ person }) => person.staffId)]);
  return { opened: openedBy.map(({ person }) => person), not: people.filter(({ staffId }) => !opened.has(staffId)) };
}

/** Of the whole meeting where the item is none of the agenda's (any more). */
export const papersOfItem = ({ papers, agenda }: BookingPapers, itemId: string | null): readonly Paper[] =>
  papers.filter((paper) => (itemId === null ? !agenda.some(({ id }) => id === paper.itemId) : paper.itemId === itemId));

/** 資料_予算案.pdf: the name without its ending, as the first title. */
export const titleFrom = (fileName: string): string =>
  Array.from(
    fileName
      .normalize('NFC')
      .replace(/\.[a-z0-9]{1,5}$/i, '')
      .trim(),
  )
    .slice(0, 200)
    .join('');
