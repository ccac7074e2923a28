import type { WeekView } from '@kaigi/core/contract';

/** The line of 年次行事, above the people of a section. */
export const YEARLY = 'yearly';

/** The week with what the section does every year as a line of its own. */
export function withYearly(view: WeekView, name: string): WeekView {
  const [first] = view.rows;
  if (!first || view.yearly.length === 0) return view;
  const row = {
    person: { staffId: YEARLY, name, postTitle: '', unitName: first.person.unitName },
    ...{ unitId: first.unitId, synced: { at: null, stale: false, problem: null } },
    ...{ mayEdit: false, items: view.yearly },
  };
  return { ...view, rows: [row, ...view.rows] };
}
