import type { LocalDate } from '../../shared/index.ts';
import type { Pack } from '../engine/pack.ts';
import { basisDay, spanOf } from '../retention/periods.ts';
import type { RetentionExample } from './file-plan.ts';
import type { Difference } from './try-examples.ts';

const dayOf = (text: string | undefined): LocalDate | null => (text ?? null) as LocalDate | null;

/** In what the example differs from what the schedule says. */
export function retentionDifference({ classifications }: Pack, example: RetentionExample): Difference | null {
  const row = classifications.find(({ code }) => code === example.class);
  if (!row) return { what: 'class', expected: example.class, actual: null };
  const days = {
    createdOn: example.created as LocalDate,
    issuedOn: dayOf(example.issued),
    completedOn: dayOf(example.completed),
    eventOn: dayOf(example.event),
  };
  const period = { ...row, starts: row.starts ?? ('NEXT_FISCAL_YEAR' as const), keepDays: row.keepDays ?? null };
  const span = spanOf(period, basisDay(row.retentionBasis, days), dayOf(example.keptUntil));
  const actual = { starts: span.startsOn, ends: span.endsOn, action: row.endAction };
  for (const what of ['starts', 'ends', 'action'] as const) {
    const expected = example.expect[what];
    if (expected !== undefined && expected !== actual[what]) return { what, expected, actual: actual[what] };
  }
  return null;
}
