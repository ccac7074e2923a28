import type { AgendaInput, BookingPapers } from '@kaigi/core/contract';

/** An item as it is typed. */
export interface TypedItem {
  readonly id: string;
  readonly title: string;
  /** Nobody: empty. */
  readonly ownerId: string;
  readonly minutes: string;
}

export interface TypedAgenda {
  readonly items: readonly TypedItem[];
  readonly recorderId: string;
  readonly readers: AgendaInput['readers'];
  readonly makesMinutes: boolean;
}

export type AgendaProblem = 'plan.problem.title' | 'plan.problem.minutes' | 'plan.problem.stranger';

const LONGEST_MIN = 600;

export const typedOf = ({ agenda, recorder, readers, minutes }: BookingPapers): TypedAgenda => ({
  items: agenda.map(({ id, title, owner, minutes: long }) => ({
    ...{ id, title, ownerId: owner?.staffId ?? '', minutes: long === null ? '' : String(long) },
  })),
  ...{ recorderId: recorder?.staffId ?? '', readers, makesMinutes: minutes.bySelf },
});

export const moved = <T>(items: readonly T[], from: number, to: number): readonly T[] => {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
};

function minutesOf(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return null;
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= LONGEST_MIN ? minutes : undefined;
}

type Read =
  | { readonly ok: true; readonly input: AgendaInput }
  | { readonly ok: false; readonly problem: AgendaProblem; readonly at: number | null };

/** What is to be sent, or what is wrong with which item. `people` are those who take part. */
export function readAgenda(
  { items, recorderId, readers, makesMinutes }: TypedAgenda,
  version: number,
  people: readonly string[],
): Read {
  const isStranger = (staffId: string) => staffId !== '' && !people.includes(staffId);
  for (const [at, { title, minutes, ownerId }] of items.entries()) {
    if (title.trim() === '') return { ok: false, problem: 'plan.problem.title', at };
    if (minutesOf(minutes) === undefined) return { ok: false, problem: 'plan.problem.minutes', at };
    if (isStranger(ownerId)) return { ok: false, problem: 'plan.problem.stranger', at };
  }
  if (isStranger(recorderId)) return { ok: false, problem: 'plan.problem.stranger', at: null };
  return {
    ok: true,
    input: {
      ...{ version, recorderId: recorderId === '' ? null : recorderId, readers, makesMinutes },
      items: items.map(({ id, title, ownerId, minutes }) => ({
        ...{ id, title: title.trim(), ownerId: ownerId === '' ? null : ownerId, minutes: minutesOf(minutes) ?? null },
      })),
    },
  };
}

const MINUTE_MS = 60_000;

/** When each item begins and ends, as long as it can be told: from an item without minutes on nobody knows. */
export function timesOf(
  agenda: readonly { readonly minutes: number | null }[],
  from: string,
): readonly ({ readonly from: string; readonly to: string } | null)[] {
  let next: number | null = Date.parse(from);
  return agenda.map(({ minutes }) => {
    if (next === null || minutes === null) {
      next = null;
      return null;
    }
    const begins = next;
    next += minutes * MINUTE_MS;
    return { from: new Date(begins).toISOString(), to: new Date(next).toISOString() };
  });
}

/** How many minutes the items take longer than the meeting; 0: none. */
export function minutesTooLong({ agenda, from, to }: Pick<BookingPapers, 'agenda' | 'from' | 'to'>): number {
  const all = agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return Math.max(0, all - (Date.parse(to) - Date.parse(from)) / MINUTE_MS);
}
