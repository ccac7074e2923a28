import { canonicalJson, type Json } from '../shared/index.ts';
import type { ApprovalCase, Attachment, Content, Mark, Snapshot } from './case.ts';
import { isSettled } from './case.ts';
import type { Confidentiality, DiffItem, SlotDuty } from './contract.ts';

const same = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a as Json) === canonicalJson(b as Json);

const text = (value: unknown): string | null =>
  value === null || value === '' ? null : typeof value === 'string' ? value : canonicalJson(value as Json);

type Part = readonly [DiffItem['part'], (content: Content) => unknown];

/** 要旨: a change of it is another proposal, and whoever agreed has to agree again (大江町 運用). */
const GIST: readonly Part[] = [
  ['TITLE', (c) => c.title],
  ['PROPOSAL_TEXT', (c) => c.proposalText],
  ['DOCUMENT', (c) => c.document.file.sha256],
  ['LEGAL_BASIS', (c) => c.details.legalBasis],
  ['MATTER', (c) => c.details.matter],
  ['EFFECTIVE_ON', (c) => [c.details.effectiveOn, c.details.retroactiveReason]],
  ['PAPER', (c) => c.details.paperAttachments],
];

/** How the document is handled: only its examiners look at that. */
const HANDLING: readonly Part[] = [
  ['CLASSIFICATION', (c) => [c.classification.code, c.retentionYears]],
  ['DISCLOSURE', (c) => c.details.disclosure],
  ['ISSUANCE', (c) => c.details.issuance],
  ['CONFIDENTIALITY', (c) => c.details.confidentiality],
];

const gistChanged = (a: Content, b: Content): boolean => GIST.some(([, of]) => !same(of(a), of(b)));
const handlingChanged = (a: Content, b: Content): boolean => HANDLING.some(([, of]) => !same(of(a), of(b)));

// From what nobody else may see to what everybody may.
const OPENNESS: readonly Confidentiality[] = ['C3A', 'C3B', 'C3C', 'C2', 'C1'];

/** More people may see it than when it was looked at: whoever agreed did not agree to that. */
const openedUp = (seen: Content, now: Content): boolean =>
  OPENNESS.indexOf(now.details.confidentiality) > OPENNESS.indexOf(seen.details.confidentiality);

/** An attachment that was seen is no longer there as it was; one that came later was not seen. */
function attachmentsChanged(seen: Content, now: Content): boolean {
  const present = new Map(now.attachments.map((one) => [one.attachmentId, one.version]));
  return seen.attachments.some((one) => present.get(one.attachmentId) !== one.version);
}

/** The content for which a mark was given; undefined when it is not known any more. */
export function contentSeen(approvalCase: ApprovalCase, manifestHash: string): Content | undefined {
  if (manifestHash === approvalCase.manifestHash) return approvalCase;
  return approvalCase.earlier.findLast((snapshot) => snapshot.manifestHash === manifestHash);
}

/** Says of marks whether what they were given for is still what lies there. */
export function evidenceOf(approvalCase: ApprovalCase): (mark: Mark, duty: SlotDuty) => boolean {
  const known = new Map<string, { seen: boolean; handled: boolean }>();
  return (mark, duty) => {
    if (mark.manifestHash === approvalCase.manifestHash) return true;
    let judged = known.get(mark.manifestHash);
    if (!judged) {
      const seen = contentSeen(approvalCase, mark.manifestHash);
      const stands =
        seen !== undefined &&
        !gistChanged(seen, approvalCase) &&
        !openedUp(seen, approvalCase) &&
        !attachmentsChanged(seen, approvalCase);
      judged = { seen: stands, handled: stands && seen !== undefined && !handlingChanged(seen, approvalCase) };
      known.set(mark.manifestHash, judged);
    }
    return duty === 'EXAMINE' ? judged.handled : judged.seen;
  };
}

/** What is different now from what was seen, for the eyes of whoever saw it. */
export function differences(seen: Content, now: Content): DiffItem[] {
  const parts = [...GIST, ...HANDLING].flatMap(([part, of]): DiffItem[] => {
    if (same(of(seen), of(now))) return [];
    if (part !== 'DOCUMENT') return [{ part, name: null, before: text(of(seen)), after: text(of(now)) }];
    const { file } = now.document;
    return [{ part, name: file.fileName, before: seen.document.file.sha256, after: file.sha256 }];
  });
  return [...parts, ...attachmentDifferences(seen.attachments, now.attachments)];
}

function attachmentDifferences(seen: readonly Attachment[], now: readonly Attachment[]): DiffItem[] {
  const before = new Map(seen.map((one) => [one.attachmentId, one]));
  const present = new Set(now.map((one) => one.attachmentId));
  const gone = seen.filter((one) => !present.has(one.attachmentId));
  return [
    ...now.flatMap((one): DiffItem[] => {
      const old = before.get(one.attachmentId);
      if (old?.version === one.version) return [];
      const part = old ? ('ATTACHMENT_REPLACED' as const) : ('ATTACHMENT_ADDED' as const);
      return [{ part, name: one.name, before: old?.file.sha256 ?? null, after: one.file.sha256 }];
    }),
    ...gone.map(
      (one): DiffItem => ({ part: 'ATTACHMENT_REMOVED', name: one.name, before: one.file.sha256, after: null }),
    ),
  ];
}

/** The earlier contents to keep, when the present one is about to be replaced and somebody acted on it. */
export function keptContents(approvalCase: ApprovalCase, now: Date): readonly Snapshot[] {
  const { manifestHash, earlier, route } = approvalCase;
  const sawIt = route.some((slot) =>
    isSettled(slot) ? slot.mark.manifestHash === manifestHash : slot.seen?.manifestHash === manifestHash,
  );
  if (!sawIt || earlier.some((snapshot) => snapshot.manifestHash === manifestHash)) return earlier;
  const { title, proposalText, classification, retentionYears, document, details, attachments, revision } =
    approvalCase;
  const content = { title, proposalText, classification, retentionYears, document, details, attachments, manifestHash };
  return [...earlier, { ...content, revision, replacedAt: now }];
}
