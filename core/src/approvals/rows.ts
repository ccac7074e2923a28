import type { ApprovalCase } from './case.ts';

/** What is put before the superiors, and was before: kept apart from the rest, because acts leave it as it is. */
type Kept = Pick<
  ApprovalCase,
  | 'title'
  | 'proposalText'
  | 'classification'
  | 'retentionYears'
  | 'document'
  | 'manifestHash'
  | 'details'
  | 'attachments'
  | 'earlier'
  | 'links'
  | 'basis'
>;

export function contentOf(approvalCase: ApprovalCase): Kept {
  const { title, proposalText, classification, retentionYears, document, manifestHash } = approvalCase;
  const { details, attachments, earlier, links, basis } = approvalCase;
  const content = { title, proposalText, classification, retentionYears, document, manifestHash };
  return { ...content, details, attachments, earlier, links, basis };
}

/** True when the two put the same before the superiors. */
export function sameContent(a: ApprovalCase, b: ApprovalCase): boolean {
  const after = contentOf(b);
  return Object.entries(contentOf(a)).every(([name, value]) => after[name as keyof Kept] === value);
}

/** Everything that is not content. */
export function stateOf(approvalCase: ApprovalCase): object {
  const { title, proposalText, classification, retentionYears, document, manifestHash, ...rest } = approvalCase;
  const { details, attachments, earlier, links, basis, ...state } = rest;
  return state;
}

export interface CaseRow {
  readonly content: unknown;
  readonly state: unknown;
}

/** The columns of a case; `where` and `order by` follow. */
export const CASE = 'select c.content, c.state from kaigi.approvals_case c';

const isInstant = (name: string) => name === 'at' || name.endsWith('At') || name.endsWith('Since');

/**
 * JSON has no instants: fields that are named as moments become them again. The facts of a matter carry names of the
 * city's own, and never an instant.
 */
export function withInstants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withInstants);
  if (typeof value !== 'object' || value === null) return value;
  const revived: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'facts') revived[name] = inner;
    else revived[name] = typeof inner === 'string' && isInstant(name) ? new Date(inner) : withInstants(inner);
  }
  return revived;
}

/** The case as it was saved: written and read by this file alone, so its shape is the domain's own. */
export function caseOf({ content, state }: CaseRow): ApprovalCase {
  return { ...(withInstants(content) as object), ...(withInstants(state) as object) } as ApprovalCase;
}
