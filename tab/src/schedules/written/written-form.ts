import type { ChangeWrittenInput, MakeWrittenInput, WrittenView } from '@kaigi/core/contract';
import { addDays, type LocalDate, localDateOf, localTimeOf, parseLocalDate } from '@kaigi/core/shared';
import { personText } from '../../app/words.ts';
import type { Picked } from '../../approvals/acts.ts';

/** A meeting in writing as it stands in the fields. */
export interface TypedWritten {
  readonly title: string;
  readonly note: string;
  readonly opensDay: string;
  readonly opensTime: string;
  readonly closesDay: string;
  readonly closesTime: string;
  readonly participants: readonly Picked[];
  readonly quorum: string;
  readonly items: readonly { readonly title: string; readonly proposal: string }[];
}

export type WrittenProblem =
  | 'written.problem.name'
  | 'written.problem.times'
  | 'written.problem.nobody'
  | 'written.problem.quorum'
  | 'written.problem.items';
export type ReadWritten =
  | { readonly ok: true; readonly input: MakeWrittenInput }
  | { readonly ok: false; readonly problem: WrittenProblem };

const DAYS = 3;

/** From tomorrow morning on, three days. */
export const newWritten = (today: LocalDate): TypedWritten => ({
  ...{ title: '', note: '', opensDay: addDays(today, 1), opensTime: '09:00', closesDay: addDays(today, 1 + DAYS) },
  ...{ closesTime: '17:00', participants: [], quorum: '1', items: [{ title: '', proposal: '' }] },
});

/** What is there already, to be changed until it begins. */
export function typedOf({ title, note, opensAt, closesAt, participants, quorum, items }: WrittenView): TypedWritten {
  const [opens, closes] = [new Date(opensAt), new Date(closesAt)];
  return {
    ...{ title, note, opensDay: localDateOf(opens), opensTime: localTimeOf(opens) },
    ...{ closesDay: localDateOf(closes), closesTime: localTimeOf(closes), quorum: String(quorum) },
    participants: participants.map(({ person }) => ({ kind: 'staff', id: person.staffId, label: personText(person) })),
    items: items.map((item) => ({ title: item.title, proposal: item.proposal })),
  };
}

export const changeInput = (input: MakeWrittenInput, { version }: WrittenView): ChangeWrittenInput => ({
  ...{ ...input, version },
});

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function instant(day: string, time: string): string | null {
  return parseLocalDate(day) && TIME.test(time) ? `${day}T${time}:00+09:00` : null;
}

/** What is sent, or what is not right yet. */
export function readWritten(typed: TypedWritten): ReadWritten {
  const refused = (problem: WrittenProblem): ReadWritten => ({ ok: false, problem });
  const [title, quorum] = [typed.title.trim(), Number(typed.quorum)];
  const opensAt = instant(typed.opensDay, typed.opensTime);
  const closesAt = instant(typed.closesDay, typed.closesTime);
  const items = typed.items.map((item) => ({ title: item.title.trim(), proposal: item.proposal.trim() }));
  const written = items.filter((item) => item.title !== '' || item.proposal !== '');
  if (title === '') return refused('written.problem.name');
  if (opensAt === null || closesAt === null || closesAt <= opensAt) return refused('written.problem.times');
  if (typed.participants.length === 0) return refused('written.problem.nobody');
  if (!(Number.isInteger(quorum) && quorum >= 1 && quorum <= typed.participants.length))
    return refused('written.problem.quorum');
  if (written.length === 0 || written.some((item) => item.title === '' || item.proposal === ''))
    return refused('written.problem.items');
  const participants = typed.participants.map(({ id }) => id);
  return {
    ok: true,
    input: { title, note: typed.note.trim(), opensAt, closesAt, participants, quorum, items: written },
  };
}
