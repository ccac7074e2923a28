/** 会議室又は備品. */
export interface Room {
  readonly roomId: string;
  readonly kind: 'ROOM' | 'EQUIPMENT';
  /** GRAPH: as Microsoft 365 lists it; OWN: entered by an administrator. */
  readonly source: 'GRAPH' | 'OWN';
  readonly name: string;
  /** The code of the unit whose office it is in; null: 本庁. */
  readonly office: string | null;
  /** What Outlook calls its building, where nobody knows its office: `office` says nothing then. */
  readonly building: string | null;
  /** An administrator said its office, whatever Outlook says. */
  readonly officeSet: boolean;
  readonly floor: string;
  readonly capacity: number | null;
  /** Its address in Microsoft 365; null: it has no mailbox, and what is booked here is all there is. */
  readonly mailbox: string | null;
  readonly equipment: readonly string[];
  /** 鍵・備品 */
  readonly notes: string;
  /** What the display at reception says where a booking says nothing. */
  readonly publicText: string;
  readonly administrators: readonly string[];
  readonly version: number;
  readonly removedAt: Date | null;
}

/** What stands in a room's calendar; the end is not included. */
export interface RoomTime {
  readonly from: Date;
  readonly to: Date;
}

export type Occupancy =
  /** `until`: when it is taken next; null: not within the time looked at. */
  | { readonly kind: 'FREE'; readonly until: Date | null }
  /** `until`: when it is free again, over what follows without a gap. */
  | { readonly kind: 'TAKEN'; readonly until: Date };

const overlap = (one: RoomTime, other: RoomTime): boolean => one.from < other.to && other.from < one.to;

export const isTaken = (times: readonly RoomTime[], wanted: RoomTime): boolean =>
  times.some((time) => overlap(time, wanted));

const byBeginning = (a: RoomTime, b: RoomTime): number => a.from.getTime() - b.from.getTime();

/** 空き・使用中, and until when. */
export function occupancyAt(times: readonly RoomTime[], at: Date): Occupancy {
  const ahead = times.filter(({ to }) => to > at).toSorted(byBeginning);
  const [first] = ahead;
  if (!first || first.from > at) return { kind: 'FREE', until: first?.from ?? null };
  let until = first.to;
  for (const { from, to } of ahead) if (from <= until && to > until) until = to;
  return { kind: 'TAKEN', until };
}

/** From when on so long a time is free, not before `from`; null where not before `until`. */
export function nextFree(
  times: readonly RoomTime[],
  from: Date,
  { ms, until }: { ms: number; until: Date },
): Date | null {
  let begin = from.getTime();
  for (const time of times.toSorted(byBeginning)) {
    if (time.from.getTime() >= begin + ms) break;
    begin = Math.max(begin, time.to.getTime());
  }
  return begin + ms <= until.getTime() ? new Date(begin) : null;
}
