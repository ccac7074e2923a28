import { itemRanges, type Minuted } from '../paper/minuted.ts';
import type { SentenceView } from '../sentences/contract.ts';
import { isIn } from './occurrences.ts';
import type { ItemRedaction } from './redaction.ts';

interface Places {
  readonly from: number;
  readonly to: number;
}

/** Which lines a closed 議題 takes with it; null where nobody knows. */
export function placesOf(minuted: Minuted, { itemId, lines }: ItemRedaction): Places | null {
  if (lines === null) return itemRanges(minuted).find(({ item }) => item.id === itemId) ?? null;
  const from = minuted.lines.findIndex(({ id }) => id === lines.firstId);
  const last = minuted.lines.findIndex(({ id }) => id === lines.lastId);
  return from < 0 || last < from ? null : { from, to: last + 1 };
}

/** Every line of a closed 議題; null where nobody knows of one which lines it has. */
export function closedLines(minuted: Minuted, items: readonly ItemRedaction[]): ReadonlySet<string> | null {
  const closed = new Set<string>();
  for (const item of items) {
    const places = placesOf(minuted, item);
    if (!places) return null;
    for (const { id } of minuted.lines.slice(places.from, places.to)) closed.add(id);
  }
  return closed;
}

/** What stands in the place of a closed 議題. */
export type Heading = (item: SentenceView, redaction: ItemRedaction) => string;

/** The 次第 names its items itself: by the same title, or else at the same place. */
function agendaOf({ meeting, sentences }: Minuted, closed: ReadonlyMap<string, ItemRedaction>, heading: Heading) {
  const same = (title: string, text: string) => isIn(text, title) || isIn(title, text);
  const items = sentences.filter(({ part }) => part === 'ITEM');
  const headings = items.flatMap((item, nth) => {
    const redaction = closed.get(item.id);
    const named = meeting.agenda.find(({ title }) => same(title, item.text)) ?? meeting.agenda[nth];
    return redaction && named ? [[named.id, heading(item, redaction)] as const] : [];
  });
  const found = new Map(headings);
  return meeting.agenda.map(({ id, title }) => ({ id, title: found.get(id) ?? title }));
}

/** The minutes without their closed 議題; a heading says on what ground each is missing. */
export function withoutClosed(minuted: Minuted, items: readonly ItemRedaction[], heading: Heading): Minuted {
  if (items.length === 0) return minuted;
  const closed = new Map(items.map((one) => [one.itemId, one]));
  const ranges = items.map((one) => ({ itemId: one.itemId, ...(placesOf(minuted, one) ?? { from: 0, to: 0 }) }));
  const rangeAt = (place: number) => ranges.find(({ from, to }) => place >= from && place < to);
  const gone = new Set(minuted.lines.flatMap(({ id }, place) => (rangeAt(place) ? [id] : [])));
  // What rests on words of a closed part tells of it, wherever it is written.
  const isOpen = ({ part, itemId, sources }: SentenceView): boolean =>
    part === 'ITEM' || !(closed.has(itemId ?? '') || sources.some((source) => gone.has(source)));
  const sentences = minuted.sentences.filter(isOpen).map((one) => {
    const item = closed.get(one.id);
    if (item) return { ...one, text: heading(one, item), sources: [`closed-${one.id}`] };
    return { ...one, sources: one.sources.filter((id) => !gone.has(id)) };
  });
  const lines = minuted.lines.flatMap((line, place) => {
    const range = rangeAt(place);
    if (!range) return [line];
    return place === range.from ? [{ id: `closed-${range.itemId}`, attendeeId: null, text: '' }] : [];
  });
  return { meeting: { ...minuted.meeting, agenda: agendaOf(minuted, closed, heading) }, lines, sentences };
}
