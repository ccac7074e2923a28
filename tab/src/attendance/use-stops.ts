import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const STOP = '[data-stop]';
const ITEM = '[data-item]';
const WRITING = 'input, textarea, select, [role="combobox"]';

const stopsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(STOP)];

function focus(stop: HTMLElement | undefined): void {
  stop?.focus({ preventScroll: true });
  stop?.closest(ITEM)?.scrollIntoView({ block: 'nearest' });
}

/** Arrow keys go from one thing to answer to the next, Enter presses its button. */
function useArrows(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      const by = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
      if (by === 0 || event.defaultPrevented || !list.current || !(target instanceof HTMLElement)) return;
      const inside = list.current.contains(target);
      // From the heading one steps into the list; anywhere else the arrows scroll the page.
      if (target.matches(WRITING) || (!inside && !target.matches('[data-page-heading]'))) return;
      const stops = stopsIn(list.current);
      const here = stops.findIndex((stop) => stop.closest(ITEM)?.contains(target));
      const next = inside ? stops[here + by] : stops[0];
      if (!next) return;
      event.preventDefault();
      focus(next);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [list]);
}

/** What was answered leaves the list, or has another button now: the one in its place takes the focus. */
function useKeptPlace(list: RefObject<HTMLElement | null>): void {
  const last = useRef<{ element: Element; index: number; wasStop: boolean } | null>(null);
  useEffect(() => {
    const handleFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !list.current?.contains(target)) return;
      const index = stopsIn(list.current).findIndex((stop) => stop.closest(ITEM)?.contains(target));
      last.current = index < 0 ? null : { element: target, index, wasStop: target.matches(STOP) };
    };
    document.addEventListener('focusin', handleFocus);
    return () => document.removeEventListener('focusin', handleFocus);
  }, [list]);
  useLayoutEffect(() => {
    const place = last.current;
    if (!place || !list.current) return;
    if (place.element === document.activeElement) {
      const item = place.element.closest(ITEM);
      if (place.wasStop && !place.element.matches(STOP)) focus(item?.querySelector<HTMLElement>(STOP) ?? undefined);
      return;
    }
    if (place.element.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    const stops = stopsIn(list.current);
    const heading = document.querySelector<HTMLElement>('[data-page-heading]');
    focus(stops[Math.min(place.index, stops.length - 1)] ?? heading ?? undefined);
  });
}

export function useStops(list: RefObject<HTMLElement | null>): void {
  useArrows(list);
  useKeptPlace(list);
}
