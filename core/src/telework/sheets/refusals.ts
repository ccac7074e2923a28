import type { Tx } from '../../platform/index.ts';
import { addDays, type LocalDate, type Locale } from '../../shared/index.ts';
import { instantOf } from '../working-time/span.ts';
import type { TeleworkStatistics } from './closing-contract.ts';
import { FEWEST } from './statistics-rules.ts';
import { words } from './words.ts';

interface Refused {
  readonly staffId: string;
  readonly findings: readonly { readonly code: string; readonly article: string | null }[];
}

// Ids are made in the order of time: the smallest of an instant begins the month's without an index of its own.
function firstIdAt(instant: Date): string {
  // Nothing was made before 1970.
  const hex = Math.max(0, instant.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Requests for telework made in these days that were refused, with what the rules had remarked on them. */
const refusedIn = (tx: Tx, from: LocalDate, to: LocalDate): Promise<Refused[]> =>
  tx.query<Refused>(
    `select made.staff_id as "staffId", made.fact -> 'findings' as findings
     from kaigi.telework_fact made
     join kaigi.telework_fact refused on refused.municipality_id = made.municipality_id
       and refused.subject_kind = made.subject_kind and refused.subject_id = made.subject_id and refused.act = 'REFUSED'
     where made.municipality_id = $1 and made.subject_kind = 'application' and made.seq = 1
       and made.subject_id >= $2::uuid and made.subject_id < $3::uuid and made.fact ->> 'kind' = 'TELEWORK'`,
    [tx.municipalityId, firstIdAt(instantOf(from, 0)), firstIdAt(instantOf(addDays(to, 1), 0))],
  );

/**
 * Why requests were refused, by the article that the rules had remarked on; `BOSS` where they had nothing to say. What a
 * boss wrote is for the applicant alone. A reason of fewer than five people has no number.
 */
export async function refusalsIn(
  tx: Tx,
  { from, to, locale }: { from: LocalDate; to: LocalDate; locale: Locale },
): Promise<TeleworkStatistics['refusals']> {
  const reasons = new Map<string, { words: string; count: number; people: Set<string> }>();
  for (const { staffId, findings } of await refusedIn(tx, from, to)) {
    const found = findings.length === 0 ? [{ code: 'BOSS', article: words(locale, 'statistics_boss') }] : findings;
    for (const [code, article] of new Map(found.map((one) => [one.code, one.article]))) {
      const reason = reasons.get(code) ?? { words: article ?? code, count: 0, people: new Set<string>() };
      reason.count += 1;
      reason.people.add(staffId);
      reasons.set(code, reason);
    }
  }
  return [...reasons]
    .map(([code, reason]) => ({
      ...{ code, words: reason.words },
      count: reason.people.size < FEWEST ? null : reason.count,
    }))
    .sort((a, b) => (b.count ?? 0) - (a.count ?? 0) || (a.code < b.code ? -1 : 1));
}
