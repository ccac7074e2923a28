import type { Person } from '../../directory/index.ts';
import type { Locale } from '../../shared/index.ts';
import { type DecidedCase, isSettled, type MarkBasis, type Obligation, type PostName, type Slot } from '../case.ts';
import { manifestOf } from '../manifest.ts';
import type { HistoryRow } from '../witness.ts';
import type { CertificateInput, CertificateMark } from './contract.ts';

const post = ({ postTitle, unitName }: PostName) => ({ postTitle, unitName });

function resultOf({ status, duty }: Slot): CertificateMark['result'] {
  if (status === 'CONSENTED' || status === 'CONSENTED_WITH_OPINION' || status === 'OBJECTED') return status;
  if (status === 'SKIPPED_POST_REVIEW') return status;
  if (status !== 'APPROVED' && status !== 'DEPUTY_DECIDED') return 'NOT_REQUIRED';
  const results = {
    REVIEW: 'APPROVED',
    CONSULT: 'CONSENTED',
    EXAMINE: 'EXAMINED',
    PROVISIONAL: 'PROVISIONALLY_DECIDED',
    DECISION: 'DECIDED',
  } as const;
  return results[duty];
}

function basisOf(basis: MarkBasis): CertificateMark['basis'] {
  const none = { onBehalfOf: null, article: null, ruleId: null, absence: null, instruction: null };
  switch (basis.kind) {
    case 'DEPUTY': {
      const { onBehalfOf, article, ruleId, evidence, instruction } = basis;
      const absence = evidence?.statement ?? null;
      return { kind: 'DEPUTY', onBehalfOf: post(onBehalfOf), article, ruleId, absence, instruction };
    }
    case 'SKIPPED': {
      const { article, ruleId, evidence } = basis;
      return { ...none, kind: 'SKIPPED', article, ruleId, absence: evidence?.statement ?? null };
    }
    case 'PULL_UP':
      return { ...none, kind: 'PULL_UP' };
    case 'OWN':
      return { ...none, kind: 'OWN' };
    case 'STAGE_RULE':
      return null;
  }
}

/** The mark as its line of the history says it: that is what the log proves. */
function markOf(slot: Slot, lines: ReadonlyMap<number, HistoryRow>): CertificateMark {
  const { stage, duty } = slot;
  const place = { stage, duty, post: post(slot), result: resultOf(slot) };
  const mark = isSettled(slot) ? slot.mark : null;
  const line = mark && mark.basis.kind !== 'STAGE_RULE' ? lines.get(mark.seq) : undefined;
  if (!mark || !line) {
    const nobody = { seq: null, actedBy: null, actedAt: null, comment: null, manifestHash: null, basis: null };
    return { ...place, ...nobody, alsoPosts: [], paperChecked: false };
  }
  return {
    ...place,
    seq: mark.seq,
    actedBy: line.actor,
    actedAt: line.at.toISOString(),
    comment: line.comment,
    manifestHash: mark.manifestHash,
    basis: basisOf(mark.basis),
    alsoPosts: (mark.also ?? []).map(post),
    paperChecked: mark.paperChecked ?? false,
  };
}

const REVIEWS = {
  POST_REVIEW_AFTER_DEPUTY: 'AFTER_DEPUTY_DECISION',
  POST_REVIEW_SKIPPED: 'SKIPPED_REVIEWER',
  READING: 'READING',
} as const;

function reviewOf({
  kind,
  post: owing,
  reader,
  dueOn,
  status,
  done,
}: Obligation): CertificateInput['postReviews'][number] {
  const of = owing ? post(owing) : { postTitle: reader?.postTitle ?? '', unitName: reader?.unitName ?? '' };
  const { by = null, comment = null } = done ?? {};
  return { kind: REVIEWS[kind], post: of, dueOn, status, by, at: done?.at.toISOString() ?? null, comment };
}

function caseOf(one: DecidedCase): CertificateInput['case'] {
  const { title, proposalText, classification, retentionYears, details, documentNumber, drafter, revision, basis } =
    one;
  return {
    caseId: one.caseId,
    title,
    proposalText,
    documentNumber: documentNumber && { label: documentNumber.label, date: documentNumber.date },
    classification: { ...classification },
    retentionYears,
    legalBasis: details.legalBasis,
    confidentiality: details.confidentiality,
    drafter,
    draftedAt: one.createdAt.toISOString(),
    decidedAt: one.decidedAt.toISOString(),
    effectiveOn: one.effective?.on ?? details.effectiveOn,
    retroactiveReason: one.effective ? one.effective.reason : details.retroactiveReason,
    revision,
    basis: basis && {
      decisionClass: basis.decisionClass,
      article: basis.article,
      ruleId: basis.ruleId,
      regulationVersion: basis.regulationVersion,
      sentence: basis.sentence,
      delegated: basis.delegated ?? false,
    },
  };
}

interface Issuing {
  readonly locale: Locale;
  readonly municipality: { readonly id: string; readonly name: string };
  readonly issued: { readonly at: Date; readonly by: Person };
  readonly history: readonly HistoryRow[];
}

/** What a certificate says of a decided case. */
export function certificateInput(
  one: DecidedCase,
  { locale, municipality, issued, history }: Issuing,
): CertificateInput {
  const lines = new Map(history.map((line) => [line.seq, line]));
  const files = [{ name: one.document.file.fileName, file: one.document.file }, ...one.attachments];
  return {
    locale,
    municipality: { ...municipality },
    issued: { at: issued.at.toISOString(), by: issued.by },
    case: caseOf(one),
    marks: one.route.map((slot) => markOf(slot, lines)),
    passedOver: one.passedOver.map((left) => ({ ...post(left), why: left.why })),
    postReviews: one.obligations.map(reviewOf),
    files: files.map(({ name, file }, order) => ({ order, name, sha256: file.sha256, size: file.size })),
    papers: [...one.details.paperAttachments],
    manifest: manifestOf(one) as CertificateInput['manifest'],
    manifestHash: one.manifestHash,
  };
}
