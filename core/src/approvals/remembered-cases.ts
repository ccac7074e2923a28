import type { ApprovalCase } from './case.ts';

// What is pressed soon after it was shown; whoever comes later is read again.
const MOST_CASES = 1_000;

/** Cases as this process last saved them. Nothing is believed of them: what comes of one is saved only if it still is so. */
export interface RememberedCases {
  /** The case, where it was at this version when last seen. */
  at(municipalityId: string, asked: { caseId: string; version: number }): ApprovalCase | null;
  keep(municipalityId: string, approvalCase: ApprovalCase): void;
}

export function rememberedCases(): RememberedCases {
  // The first of a map is what was put in longest ago.
  const cases = new Map<string, ApprovalCase>();
  return {
    at(municipalityId, { caseId, version }) {
      const found = cases.get(`${municipalityId}/${caseId}`);
      return found?.version === version ? found : null;
    },
    keep(municipalityId, approvalCase) {
      const key = `${municipalityId}/${approvalCase.caseId}`;
      cases.delete(key);
      cases.set(key, approvalCase);
      const [oldest] = cases.keys();
      if (cases.size > MOST_CASES && oldest !== undefined) cases.delete(oldest);
    },
  };
}
