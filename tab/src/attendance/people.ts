import type { Confirmations, CorrectionView, OvertimeDayView, ToConfirm } from '@kaigi/core/contract';

/** What may be answered with one press, of whomever. */
export interface Open {
  readonly corrections: readonly CorrectionView[];
  readonly overtime: readonly OvertimeDayView[];
}

export interface PersonsRow extends Open {
  readonly person: ToConfirm;
  /** Their month may be confirmed as it is. */
  readonly ready: boolean;
}

export interface People {
  /** Something is to be looked at, one by one. */
  readonly eye: readonly PersonsRow[];
  /** Nothing is: they may be confirmed together. */
  readonly clean: readonly ToConfirm[];
  /** Nothing can be done yet: the month goes on, or it is for somebody else to confirm. */
  readonly idle: readonly ToConfirm[];
  readonly done: readonly ToConfirm[];
  /** How many are still to be dealt with. */
  readonly left: number;
}

const WAITING: ReadonlySet<ToConfirm['state']> = new Set(['OPEN', 'CHANGED']);

const isReady = ({ may, isOver, needs }: ToConfirm): boolean =>
  may.confirm && isOver && needs.every(({ blocks }) => !blocks);

function needsEye({ person, corrections, overtime }: Omit<PersonsRow, 'ready'>): boolean {
  if (corrections.length > 0 || overtime.length > 0) return true;
  if (!WAITING.has(person.state)) return false;
  return person.needs.length > 0 || person.state === 'CHANGED' || person.limits.some(({ level }) => level !== 'WITHIN');
}

interface Whose {
  readonly month: string;
  readonly staffId: string;
}

/** Of one person in one month. */
export function openOf({ corrections, overtime }: Open, { month, staffId }: Whose): Open {
  const theirs = <T extends { readonly date: string; readonly person: { readonly staffId: string } }>(
    some: readonly T[],
  ) => some.filter(({ date, person }) => person.staffId === staffId && date.startsWith(month));
  return { corrections: theirs(corrections), overtime: theirs(overtime) };
}

/** Who needs an eye, who may be confirmed at once, and who is done; each in the order of the service. */
export function peopleOf({ items, month }: Confirmations, open: Open): People {
  const rows = items.map((person): PersonsRow => {
    const { staffId } = person.person;
    return { person, ...openOf(open, { month, staffId }), ready: isReady(person) && WAITING.has(person.state) };
  });
  const eye = rows.filter(needsEye);
  const others = rows.filter((row) => !needsEye(row));
  const persons = (fits: (row: PersonsRow) => boolean) => others.filter(fits).map(({ person }) => person);
  const clean = persons(({ ready }) => ready);
  return {
    ...{ eye, clean },
    idle: persons(({ ready, person }) => !ready && WAITING.has(person.state)),
    done: persons(({ person }) => !WAITING.has(person.state)),
    left: eye.length + clean.length,
  };
}

/** What waits in other months, so that nothing is overlooked: how many by month, oldest first. */
export function elsewhere({ corrections, overtime }: Open, month: string): [string, number][] {
  const months = [...corrections, ...overtime].map(({ date }) => date.slice(0, 7)).filter((one) => one !== month);
  return [...Map.groupBy(months, (one) => one)].map(([one, some]): [string, number] => [one, some.length]).sort();
}
