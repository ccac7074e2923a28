import { type RefObject, useEffect, useState } from 'react';
import type { Passage } from './hiding.ts';

type Place = Omit<Passage, 'ground'>;

/** What is selected within a box, by its places in the text of the box; undefined while the selection is elsewhere. */
function selectedIn(box: HTMLElement | null): Place | null | undefined {
  const selection = document.getSelection();
  if (!box || !selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return undefined;
  if (range.collapsed) return null;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  return { from, to: from + range.toString().length };
}

/** The last selection in the box; it stays while a button is pressed, which may take the selection away. */
export function useSelected(box: RefObject<HTMLElement | null>) {
  const [selected, setSelected] = useState<Place | null>(null);
  useEffect(() => {
    const read = () => {
      const place = selectedIn(box.current);
      if (place !== undefined) setSelected(place);
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [box]);
  const forget = () => {
    // What is drawn anew would leave the selection on other words than those that were meant.
    if (selectedIn(box.current) !== undefined) document.getSelection()?.removeAllRanges();
    setSelected(null);
  };
  return { selected, forget };
}
