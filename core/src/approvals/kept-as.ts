import type { KeepingWish } from '../records/index.ts';
import type { ApprovalCase } from './case.ts';
import { isConfidential } from './policy.ts';

/** How the papers of a case are kept: by its 自治体機密性; above 2, and of somebody's own matter, for those who take part. */
export const wishOf = (approvalCase: Pick<ApprovalCase, 'details' | 'links'>): KeepingWish => ({
  level: approvalCase.details.confidentiality,
  onlyParticipants: isConfidential(approvalCase) || approvalCase.links.personal === true,
});
