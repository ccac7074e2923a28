import { asJson, canonicalJson, conflict } from '../../shared/index.ts';
import type { ApprovalCase, Outcome } from '../case.ts';

/** What people wrote, wherever it stands in a case; beside its title, which the tombstone keeps as well. */
const WRITTEN: ReadonlySet<string> = new Set([
  ...['proposalText', 'legalBasis', 'retroactiveReason', 'reason', 'comment', 'note', 'text', 'instruction'],
  ...['statement', 'fileName', 'facts', 'paperAttachments', 'disclosure', 'issuance'],
]);

const NAMELESS = '―';

/** Nothing of the same kind in its place, so that whoever reads cases finds the shape that they know. */
function emptied(value: unknown): unknown {
  return typeof value === 'string' ? '' : value;
}

/** How many papers there were, and why on paper, is counted. */
const unnamed = (papers: unknown): unknown =>
  (papers as ApprovalCase['details']['paperAttachments']).map((one) => ({
    ...{ ...one, title: NAMELESS, location: NAMELESS, holder: NAMELESS },
  }));

function written(name: string, value: unknown): unknown {
  if (name === 'paperAttachments') return unnamed(value);
  if (name === 'facts') return {};
  if (name === 'disclosure' || name === 'issuance' || name === 'comment' || name === 'note') return null;
  return emptied(value);
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, WRITTEN.has(name) ? written(name, inner) : stripped(inner)]),
  );
}

/** The case as it is once its document is gone: who, when, which act, which hash; nothing that anybody wrote. */
export function withoutWords(approvalCase: ApprovalCase): ApprovalCase {
  const bare = stripped(approvalCase) as ApprovalCase;
  const nameless = ({ attachments }: Pick<ApprovalCase, 'attachments'>) =>
    attachments.map((one) => ({ ...one, name: '' }));
  const earlier = bare.earlier.map((one) => ({ ...one, title: '', attachments: nameless(one) }));
  return { ...bare, attachments: nameless(bare), earlier };
}

const same = (a: ApprovalCase, b: ApprovalCase): boolean => canonicalJson(asJson(a)) === canonicalJson(asJson(b));

/**
 * What is still done in a case whose document is gone, 閲覧済 or 完結, is done without a word: nothing would let it go again.
 * @throws conflict `approvals.words_are_gone`
 */
export function refuseWords({ next, history }: Outcome): void {
  if (!next.disposed || (history.comment === null && same(withoutWords(next), next))) return;
  throw conflict('approvals.words_are_gone', { day: next.disposed.on });
}
