import type { CaseView, DraftCaseInput } from '../../approvals/contract.ts';
import { caseStates } from '../../approvals/index.ts';
import type { Tx } from '../../platform/index.ts';
import { sha256Hex } from '../../platform/index.ts';
import {
  type Caller,
  canonicalJson,
  conflict,
  invariant,
  type Json,
  KaigiError,
  type UploadedFile,
} from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { readMeeting } from '../meetings/store.ts';
import { bodyOf } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { progressOf } from '../progress.ts';
import { take } from '../steps.ts';
import { draftOf, saysAlready } from './case-draft.ts';
import { settle } from './following.ts';
import { type Outcome, type Proposal, standOf } from './proposal.ts';
import { backTo, isBack, isToLay, isUnderWay } from './rules.ts';
import { linkCase, newestProposal, updateProposal } from './store.ts';

/** Of the suite itself: under its ids nobody else may draft a case. */
const SUITE = 'kaigi/minutes';

export interface ToFile {
  readonly municipalityId: string;
  readonly meetingId: string;
}

interface Filing {
  readonly meeting: Meeting;
  readonly proposal: Proposal;
  readonly caller: Caller;
  readonly file: UploadedFile;
}

/** Whatever another try may get over; a refusal stays one. */
const isRefusal = (error: unknown): error is KaigiError => error instanceof KaigiError && error.kind !== 'unavailable';

async function begun(parts: MinutesParts, { municipalityId, meetingId }: ToFile): Promise<Filing | null> {
  const [meeting, proposal] = await parts.db.singly(municipalityId, async (tx) => {
    await parts.regulations.ready(tx);
    return [await readMeeting(tx, meetingId), await newestProposal(tx, meetingId)] as const;
  });
  if (!meeting || proposal?.state !== 'FILING') return null;
  const bytes = await parts.blobs.get(proposal.paperSha256);
  invariant(bytes, 'the paper was stored before anything named it');
  const caller = { ...proposal.caller, clientId: SUITE, municipalityId, idempotencyKey: null };
  return { meeting, proposal, caller, file: { fileName: proposal.fileName, bytes } };
}

function inputFor(parts: MinutesParts, { meeting, proposal, caller }: Filing): DraftCaseInput {
  const body = bodyOf(parts, caller, meeting);
  invariant(body, 'only a body’s minutes go to a case');
  const { matters } = parts.regulations.packOf(caller.municipalityId, meeting.heldOn);
  const ofMatter = matters.get(body.decision?.matter ?? '')?.classification;
  return draftOf(proposal, meeting, { body, classificationCode: body.classification ?? ofMatter ?? '' });
}

/** The key makes two who file at once wait for each other; the id of the suite's own makes it one case for ever. */
async function drafted(parts: MinutesParts, filing: Filing): Promise<string> {
  const { proposal, caller, file } = filing;
  const { caseId, revises } = proposal;
  if (revises !== null && caseId !== null) return caseId;
  const input = inputFor(parts, filing);
  const asked = sha256Hex(Buffer.from(canonicalJson({ input: input as unknown as Json, file: proposal.paperSha256 })));
  const key = `${input.externalId}/${asked.slice(0, 16)}`;
  const { id } = await parts.approvals.draft({ ...caller, idempotencyKey: key }, input, file);
  await parts.db.inMunicipality(caller.municipalityId, (tx) => linkCase(tx, proposal, id));
  return id;
}

/**
 * The case as long as this proposal is still to be laid before somebody; null once it was, by whomever: what its drafter has
 * pulled back meanwhile, or a superior sent back, is with them and stays there.
 * @throws conflict `approvals.stale` when somebody touched it while we looked
 */
async function stillToLay(parts: MinutesParts, { caller, proposal }: Filing, caseId: string): Promise<CaseView | null> {
  const view = await parts.approvals.read(caller, caseId);
  const [now, newest] = await parts.db.singly(caller.municipalityId, async (tx) => {
    const [state] = await caseStates(tx, [caseId]);
    return [state, await newestProposal(tx, proposal.meetingId)] as const;
  });
  if (newest?.nth !== proposal.nth || newest.state !== 'FILING' || !now || !isToLay(proposal, now)) return null;
  if (now.version !== view.version) throw conflict('approvals.stale');
  return view;
}

/**
 * Laid before those who decide. 差戻し後の訂正: the case as it was sent back gets the new paper first, and goes the same way
 * again. Each step is taken once, whoever takes it, and on the very version that was looked at.
 */
async function laidBefore(parts: MinutesParts, filing: Filing): Promise<void> {
  const { caller, proposal, file } = filing;
  const caseId = await drafted(parts, filing);
  const { externalId: _, ...fields } = inputFor(parts, filing);
  const isCorrected = proposal.revises !== null;
  const toEdit = isCorrected ? await stillToLay(parts, filing, caseId) : null;
  if (toEdit && !saysAlready(toEdit, fields))
    await parts.approvals.edit(caller, caseId, { ...fields, version: toEdit.version });
  const toReplace = toEdit && (await stillToLay(parts, filing, caseId));
  if (toReplace && toReplace.document.file.sha256 !== proposal.paperSha256)
    await parts.approvals.replaceDocument(caller, { caseId, version: toReplace.version, file });
  const toSubmit = await stillToLay(parts, filing, caseId);
  if (toSubmit) await parts.approvals.submit(caller, caseId, toSubmit.version);
}

/** 完成文書: what nobody has to decide is filed as it is. */
async function filed(parts: MinutesParts, { caller, proposal, meeting, file }: Filing): Promise<string> {
  const { title, meetingId, nth } = proposal;
  const classificationCode = bodyOf(parts, caller, meeting)?.classification ?? '';
  const key = `minutes/${meetingId}/${nth}/record`;
  const input = { kind: 'FINAL_DOCUMENT', title, classificationCode } as const;
  return (await parts.records.file({ ...caller, idempotencyKey: key }, input, file)).id;
}

/** What came of it: where it lies, or why it was refused. */
type Became = { readonly recordId: string | null } | { readonly refused: KaigiError };

const refusalOutcome = ({ code, params }: KaigiError, kind: Outcome['kind']): Outcome => ({
  ...{ kind, by: null, reason: null },
  problem: { code, params },
});

interface Noting {
  readonly meeting: Meeting;
  readonly proposal: Proposal;
  readonly became: Became;
}

/** Of the minutes that nobody decides: filed, or final all the same and not filed. */
async function noteFiled(parts: MinutesParts, tx: Tx, { meeting, proposal, became }: Noting): Promise<void> {
  const { putBy: actor, caller } = proposal;
  if ('refused' in became) {
    const { code } = became.refused;
    await take(parts, tx, { meeting, step: { act: 'NOT_FILED', actor, via: caller.via, fact: { code } } });
    await updateProposal(tx, { ...proposal, state: 'OVER', outcome: refusalOutcome(became.refused, 'NOT_FILED') });
    return;
  }
  const { recordId } = became;
  await take(parts, tx, { meeting, step: { act: 'FILED', actor, via: caller.via, fact: { recordId } } });
  await updateProposal(tx, { ...proposal, state: 'FILED', recordId });
}

/** A refusal puts them back with whoever keeps them; a case that is there as a draft may still be mended and submitted. */
async function noteRefused(parts: MinutesParts, tx: Tx, noting: Noting, refused: KaigiError): Promise<void> {
  const { meeting, proposal } = noting;
  const { putBy: actor, caller, caseId } = proposal;
  const next = await take(parts, tx, {
    meeting,
    step: {
      ...{ act: 'NOT_PUT_FORWARD', actor, via: caller.via, fact: { code: refused.code, caseId } },
      becomes: { state: backTo(await progressOf(tx, meeting)), caseId },
    },
  });
  const state = caseId === null ? 'OVER' : 'BACK';
  const outcome = refusalOutcome(refused, 'REFUSED');
  await updateProposal(tx, { ...proposal, state, stands: standOf(next), outcome });
}

async function noteCase(parts: MinutesParts, tx: Tx, noting: Noting): Promise<void> {
  const { meeting, proposal, became } = noting;
  const { putBy: actor, caller, caseId } = proposal;
  const [now] = caseId === null ? [] : await caseStates(tx, [caseId]);
  // Of two who filed at once, the one that came second was refused and all is well.
  const refused = 'refused' in became && !(now && isUnderWay(now)) ? became.refused : null;
  if (refused && (!now || isBack(now))) return noteRefused(parts, tx, noting, refused);
  const step = { act: 'LAID_BEFORE', actor, via: caller.via, fact: { caseId }, becomes: { caseId } } as const;
  await take(parts, tx, { meeting, step });
  await updateProposal(tx, { ...proposal, state: 'FILED' });
  // It may have been decided by now.
  await settle(parts, tx, meeting.meetingId);
}

async function noted(parts: MinutesParts, { municipalityId, meetingId }: ToFile, became: Became): Promise<void> {
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    await parts.regulations.ready(tx);
    const meeting = await readMeeting(tx, meetingId, { locked: true });
    const proposal = await newestProposal(tx, meetingId);
    if (!meeting || proposal?.state !== 'FILING') return;
    const note = proposal.way === 'CASE' ? noteCase : noteFiled;
    await note(parts, tx, { meeting, proposal, became });
  });
}

/** Another one who files the same has just touched the case: what stands there now is looked at again. */
const isOvertaken = (error: unknown): boolean => error instanceof KaigiError && error.code === 'approvals.stale';
const MOST_OVERTAKEN = 5;

async function fileIt(parts: MinutesParts, filing: Filing, overtaken = 0): Promise<Became> {
  try {
    if (filing.proposal.way === 'RECORD') return { recordId: await filed(parts, filing) };
    await laidBefore(parts, filing);
    return { recordId: null };
  } catch (error) {
    if (isOvertaken(error) && overtaken < MOST_OVERTAKEN) return fileIt(parts, filing, overtaken + 1);
    if (isRefusal(error)) return { refused: error };
    throw error;
  }
}

/**
 * Puts the minutes where they belong: before those who decide, or among the records. Broken off anywhere, it goes on when it
 * is called again; called twice at once, there is one case and one record. Why it was refused stands with
 * the proposal.
 */
export async function carryOn(parts: MinutesParts, toFile: ToFile): Promise<void> {
  const filing = await begun(parts, toFile);
  if (!filing) return;
  await noted(parts, toFile, await fileIt(parts, filing));
  parts.wake();
}
