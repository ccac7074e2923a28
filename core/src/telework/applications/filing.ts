import type { CaseView } from '../../approvals/contract.ts';
import type { Tx } from '../../platform/index.ts';
import { sha256Hex } from '../../platform/index.ts';
import { type Caller, canonicalJson, type Json, KaigiError } from '../../shared/index.ts';
import { openApplication, take } from './acts.ts';
import { settle } from './following.ts';
import { formOf } from './form.ts';
import type { Paper } from './kind.ts';
import { draftOf } from './paper-case.ts';
import type { MachineParts } from './parts.ts';
import type { Application } from './rules.ts';
import { insertCase, type KeptApplication, readApplication } from './store.ts';

/** Of the suite itself: under its ids nobody else may draft a case. */
const SUITE = 'kaigi/telework';

/** The caller of the day on which it was made; the key makes two who file at once wait for each other. */
const callerOf = (municipalityId: string, { caller }: KeptApplication): Caller => ({
  ...caller,
  clientId: SUITE,
  municipalityId,
  idempotencyKey: null,
});

async function draftPaper(parts: MachineParts, caller: Caller, { application, paper }: Drafting) {
  const input = draftOf(application, paper);
  const file = formOf(paper);
  const { applicationId } = application;
  const hash = sha256Hex(Buffer.from(canonicalJson({ input: input as unknown as Json, file: sha256Hex(file.bytes) })));
  const key = `telework/${applicationId}/${paper.procedure}/${hash.slice(0, 16)}`;
  const view = await parts.approvals.draft({ ...caller, idempotencyKey: key }, input, file);
  const { procedure } = paper;
  await parts.db.inMunicipality(caller.municipalityId, (tx) =>
    insertCase(tx, { applicationId, procedure, caseId: view.id }),
  );
  return view;
}
interface Drafting {
  readonly application: KeptApplication;
  readonly paper: Paper;
}

/**
 * 差戻し後の訂正: the case as it was sent back gets the new form and goes the same way again. Whoever gave a mark for what
 * has changed since is asked anew, and shown what. Broken off anywhere, it comes to the same.
 */
async function revise(
  parts: MachineParts,
  caller: Caller,
  { application, paper, view }: Drafting & { readonly view: CaseView },
): Promise<CaseView> {
  const { externalId: _, personal: __, ...fields } = draftOf(application, paper);
  const { id: caseId } = view;
  const edited = await parts.approvals.edit(caller, caseId, { ...fields, version: view.version });
  const file = formOf(paper);
  if (edited.document.file.sha256 === sha256Hex(file.bytes)) return edited;
  return parts.approvals.replaceDocument(caller, { caseId, version: edited.version, file });
}

/** It lies where it was when the correction was made; what was sent back once more since waits for its applicant. */
const isToRevise = ({ status, revision }: CaseView, { revises }: Paper): boolean =>
  (status === 'SENT_BACK' || status === 'DRAFT') && revision === revises;

/** Drafts what is not drafted and submits what is not submitted; null where everything lies with the superiors. */
async function putBefore(
  parts: MachineParts,
  caller: Caller,
  application: KeptApplication,
): Promise<Application['problem']> {
  try {
    const views = [];
    for (const paper of application.judged.papers) {
      const view = await draftPaper(parts, caller, { application, paper });
      const again = isToRevise(view, paper);
      const ready = again ? await revise(parts, caller, { application, paper, view }) : view;
      views.push({ ...ready, again });
    }
    for (const { id, status, version, again } of views)
      if (again || status === 'DRAFT') await parts.approvals.submit(caller, id, version);
    return null;
  } catch (error) {
    if (!(error instanceof KaigiError)) throw error;
    return { code: error.code, params: error.params };
  }
}

async function noted(
  parts: MachineParts,
  tx: Tx,
  { applicationId, problem }: { applicationId: string; problem: Application['problem'] },
): Promise<void> {
  const opened = await openApplication(tx, applicationId);
  if (!opened) return;
  const { application } = opened;
  const { applicant: actor, caller, cases, problem: before } = application;
  if (application.state !== 'FILING') return void (await settle(parts, tx, opened));
  if (problem) {
    // The same reason once more is no news.
    if (before?.code === problem.code && canonicalJson(before.params) === canonicalJson(problem.params)) return;
    const fact = { code: problem.code, params: { ...problem.params } };
    await take(parts, tx, {
      opened,
      step: { act: 'NOT_FILED', state: 'FILING', actor, via: caller.via, fact, problem },
    });
    return;
  }
  const fact = { cases: cases.map(({ procedure, caseId }) => ({ procedure, caseId })) };
  const filed = await take(parts, tx, {
    opened,
    step: { act: 'FILED', state: 'REVIEW', actor, via: caller.via, fact },
  });
  // They may have been decided by now.
  await settle(parts, tx, filed);
}

/**
 * Puts the application before the superiors: its cases are drafted and submitted in the name of the applicant. Broken off
 * anywhere, it goes on when it is called again; called twice at once, there is one case of each paper.
 */
export async function fileApplication(
  parts: MachineParts,
  { municipalityId, applicationId }: { municipalityId: string; applicationId: string },
): Promise<void> {
  const { db } = parts;
  const application = await db.singly(municipalityId, (tx) => readApplication(tx, applicationId));
  if (application?.state !== 'FILING') return;
  const problem = await putBefore(parts, callerOf(municipalityId, application), application);
  await db.inMunicipality(municipalityId, (tx) => noted(parts, tx, { applicationId, problem }));
  parts.wake();
}
