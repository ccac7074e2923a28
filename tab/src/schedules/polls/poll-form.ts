import type { ChangePollInput, MakePollInput, PollView, SlotProposal, SlotsInput } from '@kaigi/core/contract';
import { addDays, type LocalDate, localDateOf, localTimeOf, parseLocalDate } from '@kaigi/core/shared';
import { personText } from '../../app/words.ts';
import type { Picked } from '../../approvals/acts.ts';
import { ONLINE, WAYS } from '../slots/slots-form.ts';

export interface TypedStart {
  readonly day: string;
  readonly time: string;
}

/** A poll as it stands in the fields. */
export interface TypedPoll {
  readonly owner: readonly Picked[];
  readonly title: string;
  readonly note: string;
  readonly minutes: number;
  readonly starts: readonly TypedStart[];
  readonly required: readonly Picked[];
  readonly optional: readonly Picked[];
  readonly rooms: readonly string[];
  readonly answerBy: string;
  readonly online: (typeof WAYS)[number];
  readonly visibility: PollView['visibility'];
  readonly autoBook: boolean;
}

export type PollProblem =
  | 'poll.problem.name'
  | 'poll.problem.starts'
  | 'poll.problem.few'
  | 'poll.problem.nobody'
  | 'poll.problem.answerBy';

type Fields = Omit<MakePollInput, 'onBehalfOf' | 'send'>;
export type ReadPoll =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly problem: PollProblem };

const ANSWER_DAYS = 3;
const EMPTY: TypedStart = { day: '', time: '10:00' };

/** Two candidates to fill in, and three days to answer. */
export const newPoll = (today: LocalDate): TypedPoll => ({
  ...{ owner: [], title: '', note: '', minutes: 60, starts: [EMPTY, EMPTY], required: [], optional: [], rooms: [] },
  ...{ answerBy: addDays(today, ANSWER_DAYS), autoBook: true, online: 'auto', visibility: 'SECTION' },
});

const startOf = (from: string): TypedStart => {
  const at = new Date(from);
  return { day: localDateOf(at), time: localTimeOf(at) };
};

/** What is there already, to be changed. */
export function typedOf(poll: PollView): TypedPoll {
  const { title, note, minutes, candidates, answers, rooms, answerBy, autoBook, online, visibility } = poll;
  const picked = (required: boolean): Picked[] =>
    answers
      .filter((one) => one.required === required)
      .map(({ person }) => ({ kind: 'staff', id: person.staffId, label: personText(person) }));
  return {
    ...{ owner: [], title, note, minutes, answerBy: answerBy ?? '', autoBook, visibility },
    online: WAYS.find((way) => ONLINE[way] === online) ?? 'auto',
    starts: candidates.map(({ from }) => startOf(from)),
    ...{ required: picked(true), optional: picked(false), rooms: rooms.map(({ roomId }) => roomId) },
  };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const ids = (picked: readonly Picked[]): string[] => picked.map(({ id }) => id);

/** What is sent, or what is missing: of a draft only what it cannot be kept without. */
export function readPoll(typed: TypedPoll, sends: boolean): ReadPoll {
  const refused = (problem: PollProblem): ReadPoll => ({ ok: false, problem });
  const [title, starts] = [typed.title.trim(), typed.starts.filter(({ day }) => day !== '')];
  const answerBy = parseLocalDate(typed.answerBy);
  if (title === '') return refused('poll.problem.name');
  if (starts.some(({ day, time }) => !parseLocalDate(day) || !TIME.test(time))) return refused('poll.problem.starts');
  if (sends && starts.length < 2) return refused('poll.problem.few');
  if (sends && typed.required.length === 0) return refused('poll.problem.nobody');
  if (sends && !answerBy) return refused('poll.problem.answerBy');
  return {
    ok: true,
    fields: {
      ...{ title, note: typed.note.trim(), minutes: typed.minutes, answerBy, autoBook: typed.autoBook },
      ...{ online: ONLINE[typed.online], visibility: typed.visibility },
      starts: starts.map(({ day, time }) => `${day}T${time}:00+09:00`),
      ...{ required: ids(typed.required), optional: ids(typed.optional), rooms: [...typed.rooms] },
    },
  };
}

export const makeInput = (fields: Fields, { owner }: TypedPoll, send: boolean): MakePollInput => ({
  ...{ ...fields, send, onBehalfOf: owner[0]?.id ?? null },
});

export const changeInput = (fields: Fields, { version }: PollView): ChangePollInput => ({ ...fields, version });

const SEARCHED_DAYS = 14;

/** Free times of those people, and of whose meeting it is, from tomorrow on. */
export function searchFor(typed: TypedPoll, today: LocalDate): SlotsInput {
  return {
    required: ids([...typed.owner, ...typed.required]),
    ...{ optional: ids(typed.optional), office: null, minutes: typed.minutes },
    ...{
      rooms: typed.rooms.map((roomId) => [roomId]),
      online: ONLINE[typed.online],
      breaks: true,
      percent: 100,
      most: 5,
    },
    ...{ from: addDays(today, 1), to: addDays(today, SEARCHED_DAYS), stepMinutes: 30, bufferBefore: 0, bufferAfter: 0 },
  };
}

/** Free times as candidates, beside those that were typed; each once, the earliest first. */
export function withFound({ starts }: TypedPoll, found: readonly { readonly from: string }[]): TypedStart[] {
  const typed = starts.filter(({ day }) => day !== '');
  const all = [...typed, ...found.map(({ from }) => startOf(from))];
  const byTime = new Map(all.map((one) => [`${one.day} ${one.time}`, one]));
  return [...byTime].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The times that were ticked in a search, of those people; rooms where all of those times have them. */
export function pollOfSlots(
  today: LocalDate,
  { required, optional, minutes, online }: Pick<TypedPoll, 'required' | 'optional' | 'minutes' | 'online'>,
  ticked: readonly Pick<SlotProposal, 'from' | 'rooms'>[],
): TypedPoll {
  const [first, ...more] = ticked.map(({ rooms }) => rooms.map(({ roomId }) => roomId));
  const rooms = (first ?? []).filter((roomId) => more.every((others) => others.includes(roomId)));
  const before = newPoll(today);
  const starts = withFound({ ...before, starts: [] }, ticked);
  const last = starts.at(-1)?.day;
  // Three days to answer, or until the last time that is asked about.
  const answerBy = last !== undefined && last < before.answerBy ? last : before.answerBy;
  return { ...before, required, optional, minutes, online, rooms, starts, answerBy };
}
