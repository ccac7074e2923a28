import type { MeetingList, MeetingView, SentenceEdit, SentenceView } from '@kaigi/core/contract';
import { folded, localDateOf, localTimeOf } from '@kaigi/core/shared';
import type { TeamsMeeting } from '../../teams/host.ts';
import { emptyMeeting, type TypedMeeting } from '../meetings/meeting-form.ts';
import { byItem } from '../sentences/sentence-edits.ts';
import { additionOf, NOTHING_TYPED, type TypedSentence } from '../sentences/typed-sentence.ts';

type Listed = MeetingList['items'][number];

/** Of a series the one of today; else the last before, else the next. The newest come first in `items`. */
export function meetingAt(items: readonly Listed[], today: string): Listed | null {
  return items.find(({ heldOn }) => heldOn <= today) ?? items.at(-1) ?? null;
}

/** What Teams tells of the meeting around the panel, in fields. A series tells the day of its first meeting. */
export function prefilled(today: string, meeting: TeamsMeeting | null): TypedMeeting {
  const empty = { ...emptyMeeting(today), place: 'Teams' };
  if (meeting === null) return empty;
  const [starts, ends] = [meeting.startsAt, meeting.endsAt].map((instant) => (instant ? new Date(instant) : null));
  const day = starts ? localDateOf(starts) : today;
  return {
    ...{ ...empty, title: meeting.title.trim().slice(0, 200), heldOn: day < today ? today : day },
    ...{ startsAt: starts ? localTimeOf(starts) : '', endsAt: ends ? localTimeOf(ends) : '' },
  };
}

/** 議題 as the panel shows it: of the minutes, or still only of the agenda. */
export interface PanelItem {
  /** Null: what was said before the first 議題, or without any. */
  readonly id: string | null;
  readonly title: string;
  readonly isInMinutes: boolean;
  readonly sentences: readonly SentenceView[];
}

/** The agenda in its order, each with what stands in the minutes under it; then what else the minutes have. */
export function panelItems(
  agenda: MeetingView['agenda'],
  sentences: readonly SentenceView[],
): readonly [PanelItem, ...PanelItem[]] {
  const groups = byItem(sentences);
  const before = groups.find(({ item }) => item === null);
  const inMinutes = groups.flatMap(({ item, sentences: own }) => (item ? [{ item, own }] : []));
  const asItem = ({ item, own }: (typeof inMinutes)[number]): PanelItem => ({
    ...{ id: item.id, title: item.text, isInMinutes: true, sentences: own },
  });
  const of = (one: MeetingView['agenda'][number]) =>
    inMinutes.find(({ item }) => item.id === one.id || folded(item.text) === folded(one.title));
  const planned = agenda.map((one): PanelItem => {
    const known = of(one);
    return known ? asItem(known) : { id: one.id, title: one.title, isInMinutes: false, sentences: [] };
  });
  const shown = new Set(planned.map(({ id }) => id));
  const others = inMinutes.filter(({ item }) => !shown.has(item.id)).map(asItem);
  return [{ id: null, title: '', isInMinutes: true, sentences: before?.sentences ?? [] }, ...planned, ...others];
}

export type PanelPart = 'DECISION' | 'ACTION' | 'KEY_POINT';

/**
 * A line under a 議題. With the first one the 議題 comes into the minutes under its id of the agenda, so that two who
 * write at the same moment make it once.
 */
export function additionsTo(
  { id, title, isInMinutes, sentences }: PanelItem,
  { part, typed }: { readonly part: PanelPart; readonly typed: TypedSentence },
  people: MeetingView['attendees'],
): readonly SentenceEdit[] {
  const after = sentences.findLast((one) => one.part === part)?.id ?? null;
  const line = additionOf({ part, itemId: id, after }, typed, people);
  if (isInMinutes || id === null) return [line];
  const item = additionOf({ part: 'ITEM', itemId: null, after: null }, { ...NOTHING_TYPED, text: title }, people);
  return [{ ...item, id }, line];
}
