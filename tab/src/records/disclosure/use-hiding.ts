import type { DisclosureView, Redactable, Redacted } from '@kaigi/core/contract';
import { articleOnBar } from '@kaigi/core/shared';
import { useMemo, useRef, useState } from 'react';
import { hidden, type Passage, placesOf, shownAgain, soughtOf } from './hiding.ts';
import { type DisclosureItem, useRedact } from './use-disclosures.ts';
import { useSelected } from './use-selected.ts';

/** So many the service takes. */
export const MOST_PASSAGES = 2000;

export interface HidingProps {
  readonly view: DisclosureView;
  readonly item: DisclosureItem;
  readonly words: Redactable;
}

/** What somebody is hiding of a document, and the copy that was made of it. */
export function useHiding({ view, item, words: { text, textSha256 } }: HidingProps) {
  const { grounds } = view.scheme;
  const [passages, setPassages] = useState<readonly Passage[]>([]);
  const [ground, setGround] = useState(item.grounds[0] ?? grounds[0]?.id ?? '');
  const [made, setMade] = useState<Redacted | null>(null);
  const box = useRef<HTMLElement>(null);
  const { selected, forget } = useSelected(box);
  const sought = useMemo(() => soughtOf(text), [text]);
  const order = useRedact({ id: view.id, itemId: item.id });
  const change = (next: readonly Passage[]) => {
    setPassages(next);
    setMade(null);
    forget();
  };
  /** Where words stand that are not hidden yet. */
  const openPlaces = (word: string) =>
    placesOf(sought, word).filter((place) => !passages.some(({ from, to }) => from <= place.from && place.to <= to));
  const hideAll = (places: readonly Omit<Passage, 'ground'>[]) =>
    change(places.reduce((before, place) => hidden(text, before, { ...place, ground }), passages));
  const fits = passages.length > 0 && passages.length <= MOST_PASSAGES;
  return {
    ...{ text, box, passages, grounds, ground, setGround, selected, openPlaces, hideAll, made, order, fits },
    show: (passage: Passage) => change(shownAgain(passages, passage)),
    nameOf: (id: string) => articleOnBar(grounds, id),
    make: () => {
      if (!fits || order.isPending) return;
      order.mutate({ textSha256, passages: [...passages] }, { onSuccess: setMade });
    },
  };
}

export type Hiding = ReturnType<typeof useHiding>;
