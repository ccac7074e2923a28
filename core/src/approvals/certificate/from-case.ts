import { fiscalYearOf } from '../../shared/index.ts';
import type { DecidedCase, Mark, Obligation, PostName, SettledSlot } from '../case.ts';
import { isSettled } from '../case.ts';
import { manifestOf } from '../manifest.ts';
import type { CertificateMark, CertifiedFacts } from './contract.ts';

// From the case as it stands, and as well from the case that its history gives: both must say the same.

const postOf = ({ postTitle, unitName }: Omit<PostName, 'postId'>) => ({ postTitle, unitName });

function resultOf({ status, duty }: SettledSlot): CertificateMark['result'] {
  switch (status) {
    case 'APPROVED':
    case 'DEPUTY_DECIDED':
      return AGREED[duty];
    case 'CONSENTED':
    case 'CONSENTED_WITH_OPINION':
    case 'OBJECTED':
    case 'SKIPPED_POST_REVIEW':
    case 'NOT_REQUIRED':
      return status;
    // 却下 ends a case: a decided one has none.
    case 'REJECTED':
      return 'OBJECTED';
  }
}

const AGREED = {
  REVIEW: 'APPROVED',
  CONSULT: 'CONSENTED',
  EXAMINE: 'EXAMINED',
  PROVISIONAL: 'PROVISIONALLY_DECIDED',
  DECISION: 'DECIDED',
} as const;

function basisOf({ basis }: Mark): CertificateMark['basis'] {
  const none = { onBehalfOf: null, article: null, ruleId: null, absence: null, instruction: null, orderNumber: null };
  if (basis.kind !== 'DEPUTY' && basis.kind !== 'SKIPPED') return { ...none, kind: basis.kind };
  const { kind, article, ruleId, evidence, orderNumber = null } = basis;
  const ground = { ...none, kind, article, ruleId, absence: evidence?.statement ?? null, orderNumber };
  return basis.kind === 'DEPUTY'
    ? { ...ground, onBehalfOf: postOf(basis.onBehalfOf), instruction: basis.instruction }
    : ground;
}

function markOf(slot: SettledSlot): CertificateMark {
  const { mark, stage, duty } = slot;
  return {
    seq: mark.seq,
    stage,
    duty,
    post: postOf(slot),
    result: resultOf(slot),
    actedBy: mark.actedBy,
    actedAt: mark.actedAt.toISOString(),
    comment: mark.comment,
    manifestHash: mark.manifestHash,
    basis: basisOf(mark),
    alsoPosts: (mark.also ?? []).map(postOf),
    paperChecked: mark.paperChecked ?? false,
  };
}

const postReviewOf = ({
  kind,
  post,
  dueOn,
  status,
  done,
  reader,
}: Obligation): CertifiedFacts['postReviews'][number] => ({
  kind,
  post: post && postOf(post),
  dueOn,
  status,
  person: done?.by ?? reader,
  at: done?.at.toISOString() ?? null,
  comment: done?.comment ?? null,
});

function filesOf({ document, attachments }: DecidedCase): CertifiedFacts['files'] {
  const { fileName, sha256, size } = document.file;
  return [
    { order: 0, name: fileName, sha256, size },
    ...attachments.map(({ name, file }, at) => ({ order: at + 1, name, sha256: file.sha256, size: file.size })),
  ];
}

function afterwardsOf(decided: DecidedCase): Pick<CertifiedFacts['case'], 'issued' | 'completed'> {
  const issued = decided.status === 'DECIDED' ? null : decided.issued;
  const completed = decided.status === 'COMPLETED' ? decided.completed : null;
  return {
    issued: issued && { ...issued, at: issued.at.toISOString() },
    completed: completed && { ...completed, fiscalYear: fiscalYearOf(completed.on), at: completed.at.toISOString() },
  };
}

function caseOf(decided: DecidedCase): CertifiedFacts['case'] {
  const { caseId, title, proposalText, classification, retentionYears, drafter, revision, details, effective } =
    decided;
  const { documentNumber, deadlock, basis } = decided;
  return {
    caseId,
    title,
    proposalText,
    documentNumber: documentNumber && { label: documentNumber.label, date: documentNumber.date },
    classification: { code: classification.code, name: classification.name },
    retentionYears,
    legalBasis: details.legalBasis,
    confidentiality: details.confidentiality,
    drafter,
    draftedAt: decided.createdAt.toISOString(),
    decidedAt: decided.decidedAt.toISOString(),
    effectiveOn: effective?.on ?? details.effectiveOn,
    retroactiveReason: effective ? effective.reason : details.retroactiveReason,
    revision,
    ...afterwardsOf(decided),
    deadlock: deadlock && { by: deadlock.by, at: deadlock.at.toISOString(), reason: deadlock.reason },
    basis: basis && basisRow(decided, basis),
  };
}

/** 決裁区分 is shown by the post that decides: the pack's own name of the class is not for people. */
function basisRow({ route, passedOver }: DecidedCase, basis: NonNullable<DecidedCase['basis']>) {
  const { article, ruleId, regulationVersion, sentence, delegated } = basis;
  const decisionClass = route.at(-1)?.postTitle ?? '';
  const struck = passedOver.some(({ why }) => why === 'STRUCK');
  return { decisionClass, article, ruleId, regulationVersion, sentence, delegated: delegated ?? struck };
}

/** What a certificate says of a decided case. Pure: the same case always gives the same. */
export function factsOfCase(decided: DecidedCase): CertifiedFacts {
  const { route, passedOver, obligations, details, manifestHash } = decided;
  return {
    case: caseOf(decided),
    marks: route.filter(isSettled).map(markOf),
    passedOver: passedOver.map(({ postTitle, unitName, why }) => ({ postTitle, unitName, why })),
    postReviews: obligations.map(postReviewOf),
    files: filesOf(decided),
    papers: details.paperAttachments.map((paper) => ({ ...paper })),
    // As JSON has it, so that a case made again from its history gives the very same.
    manifest: JSON.parse(JSON.stringify(manifestOf(decided))),
    manifestHash,
  };
}
