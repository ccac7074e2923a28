import type { Person } from '../city/city.ts';

export type WorkLocationType = 'unspecified' | 'office' | 'remote' | 'timeOff';

/** A week's pattern, in whole days of Japan. */
export interface PlanRecurrence {
  readonly id: string;
  /** 0 is Sunday. */
  readonly days: readonly number[];
  readonly from: string;
  /** null: no end. */
  readonly to: string | null;
  /** Minutes of the day in Japan. */
  readonly start: number;
  readonly end: number;
  readonly location: Exclude<WorkLocationType, 'timeOff'>;
  readonly placeId: string | null;
}

export interface PlanOccurrence {
  readonly id: string;
  readonly recurrenceId: string | null;
  readonly start: Date;
  readonly end: Date;
  readonly location: WorkLocationType;
  readonly placeId: string | null;
}

interface Plan {
  readonly recurrences: readonly PlanRecurrence[];
  /** By the id of the occurrence: what was changed about it. */
  readonly changed: ReadonlyMap<string, PlanOccurrence>;
  readonly timeOff: readonly PlanOccurrence[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const JST_MS = 9 * 60 * MINUTE_MS;

export const dayInJapan = (at: Date): string => new Date(at.getTime() + JST_MS).toISOString().slice(0, 10);
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`) - JST_MS;
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const idOf = (text: string): string => Buffer.from(text).toString('base64url');

const USUAL: PlanRecurrence = {
  ...{ id: idOf('usual'), days: [1, 2, 3, 4, 5], from: '2020-01-01', to: null, start: 510, end: 1_035 },
  ...{ location: 'office', placeId: null },
};
/** Whoever never opened the settings of Outlook has no plan at all. */
const WITHOUT = new Set(['appointee@minato.example']);

/** Everybody's work plan, in memory; the usual week at the office unless somebody changes it. */
export class WorkPlans {
  readonly #plans = new Map<string, Plan>();

  of({ id, signInName }: Person): Plan {
    const recurrences = WITHOUT.has(signInName) ? [] : [USUAL];
    return this.#plans.get(id) ?? { recurrences, changed: new Map(), timeOff: [] };
  }

  change(person: Person, change: Partial<Plan>): void {
    this.#plans.set(person.id, { ...this.of(person), ...change });
  }

  reset(person: Person): void {
    this.#plans.delete(person.id);
  }

  /** What overlaps the window, each day by itself. */
  view(person: Person, from: Date, to: Date): PlanOccurrence[] {
    const { recurrences, changed, timeOff } = this.of(person);
    const found: PlanOccurrence[] = [];
    for (let at = midnight(dayInJapan(from)); at < to.getTime(); at += DAY_MS) {
      const day = dayInJapan(new Date(at));
      for (const one of recurrences) {
        if (!one.days.includes(weekday(day)) || day < one.from || (one.to !== null && day > one.to)) continue;
        const id = idOf(`${one.id} ${day}`);
        const { location, placeId } = one;
        const start = new Date(at + one.start * MINUTE_MS);
        const usual = { id, recurrenceId: one.id, start, end: new Date(at + one.end * MINUTE_MS), location, placeId };
        found.push(changed.get(id) ?? usual);
      }
    }
    return [...found, ...timeOff].filter(({ start, end }) => start < to && end > from);
  }
}
