import type { AttendeeInput, MakeMeetingInput, MeetingView } from '@kaigi/core/contract';
import { localDateOf, localTimeOf } from '@kaigi/core/shared';

/** One line of a list that is typed: agenda and papers. */
export interface TypedItem {
  readonly id: string;
  readonly title: string;
}

/** A meeting as it stands in the fields. */
export interface TypedMeeting {
  readonly title: string;
  readonly bodyId: string;
  readonly heldOn: string;
  /** Where it began on an earlier day (書面会議): that day. */
  readonly startsOn?: string;
  /** 09:30, or nothing. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly isOpen: boolean;
  readonly closedGround: string;
  readonly closedReason: string;
  readonly agenda: readonly TypedItem[];
  readonly attendees: readonly AttendeeInput[];
  readonly observers: string;
  readonly papers: readonly TypedItem[];
}

export const emptyMeeting = (today: string): TypedMeeting => ({
  ...{ title: '', bodyId: '', heldOn: today, startsAt: '', endsAt: '', place: '' },
  ...{ isOpen: true, closedGround: '', closedReason: '', agenda: [], attendees: [], observers: '', papers: [] },
});

const timeOf = (instant: string | null): string => (instant === null ? '' : localTimeOf(new Date(instant)));

const dayOf = (instant: string | null): string => (instant === null ? '' : localDateOf(new Date(instant)));

export function typedOf(view: MeetingView): TypedMeeting {
  const startsOn = dayOf(view.startsAt);
  return {
    ...{ title: view.title, bodyId: view.body?.id ?? '', heldOn: view.heldOn, place: view.place },
    ...(startsOn !== '' && startsOn < view.heldOn ? { startsOn } : {}),
    ...{ startsAt: timeOf(view.startsAt), endsAt: timeOf(view.endsAt) },
    ...{ isOpen: view.isOpen, closedGround: view.closedGround ?? '', closedReason: view.closedReason },
    ...{ agenda: view.agenda, attendees: view.attendees },
    observers: view.observers === null ? '' : String(view.observers),
    papers: view.papers.map((title, at) => ({ id: String(at), title })),
  };
}

/** 会議体 of the rules that one may choose, and the one that stands there already, by their names. */
export function bodiesToChoose(
  bodies: readonly { readonly bodyId: string; readonly name: string }[],
  mine: ReadonlySet<string>,
  chosen: string,
): readonly { readonly id: string; readonly name: string }[] {
  const offered = bodies.filter(({ bodyId }) => mine.has(bodyId) || bodyId === chosen);
  const gone = chosen !== '' && !bodies.some(({ bodyId }) => bodyId === chosen);
  return [...(gone ? [{ id: chosen, name: chosen }] : []), ...offered.map(({ bodyId: id, name }) => ({ id, name }))];
}

export type Wrong = 'form.title.missing' | 'form.day.missing' | 'form.ground.missing' | 'form.observers.wrong';

/** What keeps it from being sent, by field. */
export function wrongIn(typed: TypedMeeting): Partial<Record<keyof TypedMeeting, Wrong>> {
  const closed = !typed.isOpen && typed.closedGround === '' && typed.closedReason.trim() === '';
  return {
    ...(typed.title.trim() === '' ? { title: 'form.title.missing' } : {}),
    ...(typed.heldOn === '' ? { heldOn: 'form.day.missing' } : {}),
    ...(closed ? { closedReason: 'form.ground.missing' } : {}),
    ...(/^\d{0,5}$/.test(typed.observers.trim()) ? {} : { observers: 'form.observers.wrong' }),
  };
}

const NIGHT_MS = 86_400_000;

function times({
  heldOn,
  startsOn = heldOn,
  startsAt,
  endsAt,
}: TypedMeeting): Pick<MakeMeetingInput, 'startsAt' | 'endsAt'> {
  const on = (day: string, time: string) => (time === '' ? null : new Date(`${day}T${time}:00+09:00`));
  const [starts, ends] = [on(startsOn < heldOn ? startsOn : heldOn, startsAt), on(heldOn, endsAt)];
  // One that began in the evening may end after midnight.
  const later = starts && ends && ends < starts ? new Date(ends.getTime() + NIGHT_MS) : ends;
  return { startsAt: starts?.toISOString() ?? null, endsAt: later?.toISOString() ?? null };
}

const said = (items: readonly TypedItem[]): TypedItem[] =>
  items.map(({ id, title }) => ({ id, title: title.trim() })).filter(({ title }) => title !== '');

/** What is typed, for a new meeting and for one that is put right. */
export function inputOf(typed: TypedMeeting): Omit<MakeMeetingInput, 'onlineChat'> {
  const { isOpen } = typed;
  return {
    ...{ title: typed.title.trim(), heldOn: typed.heldOn, place: typed.place.trim(), isOpen },
    ...times(typed),
    bodyId: typed.bodyId === '' ? null : typed.bodyId,
    closedGround: isOpen || typed.closedGround === '' ? null : typed.closedGround,
    closedReason: isOpen ? '' : typed.closedReason.trim(),
    agenda: said(typed.agenda),
    attendees: typed.attendees.map((one) => ({ ...one, name: one.name.trim() })).filter(({ name }) => name !== ''),
    observers: typed.observers.trim() === '' ? null : Number(typed.observers),
    papers: said(typed.papers).map(({ title }) => title),
  };
}
