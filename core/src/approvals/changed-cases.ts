import type { TakenFact } from '../platform/index.ts';
import { inParts } from '../shared/index.ts';
import { CASE_CHANGED } from './store.ts';

interface ChangedCases {
  readonly municipalityId: string;
  readonly caseIds: string[];
}

/** Which cases the facts are about: each once, by municipality, so many at a time. */
export function changedCases(facts: readonly TakenFact[], atOnce: number): ChangedCases[] {
  const cities = Map.groupBy(
    facts.filter(({ topic }) => topic === CASE_CHANGED),
    ({ municipalityId }) => municipalityId,
  );
  return [...cities].flatMap(([municipalityId, told]) => {
    const caseIds = [...new Set(told.map(({ payload }) => String(payload.caseId)))];
    return inParts(caseIds, atOnce).map((some) => ({ municipalityId, caseIds: some }));
  });
}
