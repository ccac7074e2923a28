import type { LineView } from '../lines/contract.ts';
import type { AttendeeView, MeetingView } from '../meetings/contract.ts';
import type { SentenceView } from '../sentences/contract.ts';

export type MinutedMeeting = Pick<
  MeetingView,
  | ('title' | 'heldOn' | 'startsAt' | 'endsAt' | 'place' | 'isOpen' | 'closedGround' | 'closedReason')
  | ('agenda' | 'attendees' | 'observers' | 'papers')
> & { readonly bodyName: string; readonly unitName: string };

export type MinutedLine = Pick<LineView, 'id' | 'attendeeId' | 'text'>;

/** A meeting with what was said and what was made of it: all that a paper is made from. */
export interface Minuted {
  readonly meeting: MinutedMeeting;
  /** In the order of speech. */
  readonly lines: readonly MinutedLine[];
  /** In the order of the minutes. */
  readonly sentences: readonly SentenceView[];
}

/** The lines of a 議題 by their places: from where it is first spoken of to where the next one is. */
export interface ItemRange {
  readonly item: SentenceView;
  readonly from: number;
  /** The place after its last line. */
  readonly to: number;
}

/** Where each 議題 begins and ends; one that rests on no line has no place. In the order of speech. */
export function itemRanges({ lines, sentences }: Pick<Minuted, 'lines' | 'sentences'>): ItemRange[] {
  const places = new Map(lines.map(({ id }, place) => [id, place]));
  const begun = sentences.flatMap((item) => {
    if (item.part !== 'ITEM') return [];
    const at = item.sources.flatMap((source) => places.get(source) ?? []);
    return at.length === 0 ? [] : [{ item, from: Math.min(...at) }];
  });
  begun.sort((a, b) => a.from - b.from);
  return begun.map(({ item, from }, nth) => ({ item, from, to: begun[nth + 1]?.from ?? lines.length }));
}

export const UNKNOWN_SPEAKER = '発言者不明';

/** 「市長（山田太郎）」, or the name alone where there is no post. */
export function calledOnPaper({ name, postTitle }: Pick<AttendeeView, 'name' | 'postTitle'>): string {
  return postTitle === '' ? name : `${postTitle}（${name}）`;
}
