import type { Actor, Directory } from '../directory/index.ts';
import { type Clock, type Database, newId, onlyOnce, type Tx } from '../platform/index.ts';
import { type PreparedFile, type Records, stillKept } from '../records/index.ts';
import { type Caller, type GivenFile, type Json, notAllowed, notFound } from '../shared/index.ts';
import { draftCase } from './acts/drafting.ts';
import { type ApprovalCase, type CaseDetails, type CaseLinks, noWish, plainDetails } from './case.ts';
import { factsOf, given } from './changes.ts';
import type { CaseView, CiteCaseInput, DraftCaseInput } from './contract.ts';
import { draftFrom, momentOf } from './instructions/follow.ts';
import { wishOf } from './kept-as.ts';
import { manifestHash } from './manifest.ts';
import { permissions } from './permissions.ts';
import { maySee } from './policy.ts';
import * as queries from './queries.ts';
import { detailsWith } from './steps.ts';
import { save } from './store.ts';
import type { Views } from './views.ts';

export interface DraftParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly records: Records;
  readonly views: Views;
  readonly wake: () => void;
}

interface Filing {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly input: DraftCaseInput;
  readonly file: PreparedFile;
}

const linksOf = ({ citedCaseId, correctsCaseId, instructionId, externalId, personal }: DraftCaseInput): CaseLinks => ({
  ...(citedCaseId === undefined ? {} : { citedCaseId }),
  ...(correctsCaseId === undefined ? {} : { correctsCaseId }),
  ...(instructionId === undefined ? {} : { instructionId }),
  ...(externalId === undefined ? {} : { externalId }),
  ...(personal ? { personal } : {}),
});

/** A draft names only cases that its drafter may see; to correct one is for its drafter, after an objection in 後閲. */
async function checkLinks({ tx, actor, input }: Filing): Promise<void> {
  const { citedCaseId, correctsCaseId } = input;
  for (const caseId of new Set([citedCaseId, correctsCaseId])) {
    if (caseId === undefined) continue;
    const named = await queries.readCase(tx, caseId);
    if (!named || !maySee(actor, named)) throw notFound('approvals.not_found');
    if (caseId === correctsCaseId && !permissions.correct(actor, named))
      throw notAllowed('approvals.nothing_to_correct');
  }
}

const sentAsOf = ({ actor, caller, input: { externalId } }: Filing): queries.SentAs | null =>
  externalId === undefined ? null : { clientId: caller.clientId ?? '', staffId: actor.staffId, externalId };

async function fileDraft(parts: DraftParts, filing: Filing): Promise<{ caseId: string }> {
  const { tx, actor, caller, input, file } = filing;
  const { clock, records } = parts;
  const sentAs = sentAsOf(filing);
  const sent = sentAs && (await queries.caseSentAs(tx, sentAs));
  if (sent !== null) return { caseId: sent };
  await checkLinks(filing);
  const caseId = newId(clock);
  const { title, proposalText, classificationCode, folderId } = input;
  const [details, links] = [detailsWith(plainDetails, input as Partial<CaseDetails>), linksOf(input)];
  const keeping = wishOf({ details, links });
  const filed = await records.fileForCase(tx, actor, { title, classificationCode, caseId, file, keeping, folderId });
  const { classification, retentionYears, recordId, fileVersion } = filed;
  const content = {
    title,
    proposalText,
    classification,
    retentionYears,
    document: { recordId, fileVersion, file: filed.file },
    details,
    attachments: [],
  };
  const facts = factsOf(clock, actor, caller);
  const { instructionId } = input;
  if (instructionId !== undefined) await draftFrom(tx, { actor, instructionId, caseId, moment: momentOf(facts) });
  const draft = { content: { ...content, manifestHash: manifestHash(content) }, links };
  const { next, history } = draftCase(facts, caseId, draft);
  await save(tx, { next, before: null, history, via: caller.via, leafId: newId(clock) });
  if (sentAs) await queries.rememberSent(tx, sentAs, caseId);
  return { caseId };
}

/** 起案: files the document and makes a draft case, in one transaction. */
export async function draft(
  parts: DraftParts,
  { caller, input, file: uploaded }: { caller: Caller; input: DraftCaseInput; file: GivenFile },
): Promise<CaseView> {
  const { db, directory, records, views, wake } = parts;
  // Nobody unknown gets bytes stored.
  await db.inMunicipality(caller.municipalityId, (tx) => directory.actorOf(tx, caller));
  // Outside the transaction: the bytes are checked and safe before any row names them.
  const file = await records.prepareFile(uploaded);
  const request = { use: 'approvals.draft', ...(given(input) as Record<string, Json>), sha256: file.sha256 };
  const { caseId } = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, () => fileDraft(parts, { tx, actor, caller, input, file }));
  });
  wake();
  return views.read(caller, caseId);
}

/** What is taken over: the content and the drafter's wishes. Never marks, numbers, dates or people. */
function citedInput(cited: ApprovalCase, { title, corrects, instructionId }: CiteCaseInput): DraftCaseInput {
  const { details, caseId } = cited;
  return {
    title: title ?? cited.title,
    proposalText: cited.proposalText,
    classificationCode: cited.classification.code,
    ...details,
    paperAttachments: [...details.paperAttachments],
    routeWish: { ...details.routeWish, skips: noWish.skips },
    effectiveOn: null,
    retroactiveReason: null,
    urgency: 'NORMAL',
    citedCaseId: caseId,
    ...(cited.links.personal ? { personal: true } : {}),
    ...(corrects ? { correctsCaseId: caseId } : {}),
    ...(instructionId === undefined ? {} : { instructionId }),
  };
}

/** 引用起案: a new draft from a case that one may see. */
export async function cite(
  parts: DraftParts,
  { caller, caseId: from, input }: { caller: Caller; caseId: string; input: CiteCaseInput },
): Promise<CaseView> {
  const { db, directory, views, wake } = parts;
  const { caseId } = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor, cited] = await Promise.all([directory.actorOf(tx, caller), queries.readCase(tx, from)]);
    if (!cited || !maySee(actor, cited)) throw notFound('approvals.not_found');
    if (!permissions.cite(actor, cited)) throw notAllowed('approvals.cannot_cite');
    if (input.corrects && !permissions.correct(actor, cited)) throw notAllowed('approvals.nothing_to_correct');
    await stillKept(tx, cited.document.recordId);
    const { title = null, corrects, instructionId = null } = input;
    const request = { use: 'approvals.cite', from, title, corrects, instructionId };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    const file: PreparedFile = { ...cited.document.file, suggestedTitle: null, text: null, textIsPartial: false };
    return onlyOnce(tx, call, () => fileDraft(parts, { tx, actor, caller, input: citedInput(cited, input), file }));
  });
  wake();
  return views.read(caller, caseId);
}
