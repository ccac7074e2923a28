import type { BookInput, RoomsView, SlotProposal, SlotsInput } from '@kaigi/core/contract';
import { addDays, type LocalDate, parseLocalDate } from '@kaigi/core/shared';
import type { Picked } from '../../approvals/acts.ts';

export const LENGTHS_MIN = [15, 30, 45, 60, 90, 120, 180, 240, 360, 480, 600] as const;
export const BUFFERS_MIN = [0, 5, 10, 15, 30, 60] as const;
export const PERCENTS = [100, 90, 80, 70, 60, 50] as const;
export const WAYS = ['auto', 'yes', 'no'] as const;
const MOST_ROOMS = 30;
const DAYS_AHEAD = 13;

/** A search as it stands in the fields. */
export interface TypedSearch {
  readonly required: readonly Picked[];
  readonly optional: readonly Picked[];
  readonly minutes: number;
  readonly from: string;
  readonly to: string;
  /** Offices of which one room each is wanted; `main`: 本庁. */
  readonly offices: readonly string[];
  readonly online: (typeof WAYS)[number];
  /** Minutes that everybody is free before and after. */
  readonly bufferBefore: number;
  readonly bufferAfter: number;
  /** Of those required, how many are enough. */
  readonly percent: number;
  /** Whether 昼休み is kept free. */
  readonly breaks: boolean;
}

export type SearchProblem = 'slots.problem.nobody' | 'slots.problem.period';
export type ReadSearch =
  | { readonly ok: true; readonly input: SlotsInput }
  | { readonly ok: false; readonly problem: SearchProblem };

export const officeKey = ({ office }: Pick<RoomsView['items'][number], 'office'>): string => office.code ?? 'main';

/** From tomorrow on, two weeks. */
export const newSearch = (today: LocalDate): TypedSearch => ({
  ...{ required: [], optional: [], minutes: 60, offices: [], online: 'auto' },
  ...{ bufferBefore: 0, bufferAfter: 0, percent: 100, breaks: true },
  ...{ from: addDays(today, 1), to: addDays(today, DAYS_AHEAD + 1) },
});

export const ONLINE = { auto: null, yes: true, no: false } as const;

/** What is asked, or what is missing. Of each chosen office any of its rooms will do. */
export function readSearch(typed: TypedSearch, rooms: RoomsView['items']): ReadSearch {
  const [from, to] = [parseLocalDate(typed.from), parseLocalDate(typed.to)];
  const ids = (picked: readonly Picked[]) => picked.map(({ id }) => id);
  const wanted = typed.offices.map((office) =>
    rooms.filter((room) => room.kind === 'ROOM' && officeKey(room) === office).map(({ roomId }) => roomId),
  );
  const lists = wanted.filter((list) => list.length > 0).map((list) => list.slice(0, MOST_ROOMS));
  if (typed.required.length + typed.optional.length + lists.length === 0)
    return { ok: false, problem: 'slots.problem.nobody' };
  if (!from || !to || to < from) return { ok: false, problem: 'slots.problem.period' };
  return {
    ok: true,
    input: {
      ...{ required: ids(typed.required), optional: ids(typed.optional), rooms: lists, office: null, from, to },
      ...{ minutes: typed.minutes, stepMinutes: typed.minutes < 30 ? 15 : 30 },
      ...{ bufferBefore: typed.bufferBefore, bufferAfter: typed.bufferAfter, percent: typed.percent },
      ...{ breaks: typed.breaks, online: ONLINE[typed.online], most: 10 },
    },
  };
}

/** The proposal that was chosen as a booking, with everybody who was asked for. */
export function bookingOf(
  { from, to, rooms, online, people }: SlotProposal,
  asked: SlotsInput,
  said: Pick<BookInput, 'subject' | 'note' | 'visibility'>,
): BookInput {
  const onlinePeople = people.filter((one) => one.online).map(({ person }) => person.staffId);
  return {
    ...{ ...said, from, to, required: asked.required, optional: asked.optional, onlinePeople, online },
    ...{ rooms: rooms.map(({ roomId }) => roomId), office: asked.office, travel: true },
    publicText: '',
  };
}
