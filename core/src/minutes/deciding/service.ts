import { type CaseState, caseStates } from '../../approvals/index.ts';
import { personOf } from '../../directory/index.ts';
import { onlyOnce } from '../../platform/index.ts';
import { badInput, type Caller, conflict, notAllowed, say } from '../../shared/index.ts';
import { nextOf } from '../course.ts';
import { linesOf } from '../lines/store.ts';
import type { MeetingView } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { keepsMinutes } from '../meetings/policy.ts';
import { missingOf } from '../meetings/rules.ts';
import type { Meetings } from '../meetings/service.ts';
import { meetingTexts } from '../meetings/text.ts';
import { bodyOf, inside, looking, meetingFor, type Open } from '../open.ts';
import { minutedOf } from '../paper/load.ts';
import { made, type PaperParts, type ToMake, templateOf } from '../paper/paper-service.ts';
import { progressOf } from '../progress.ts';
import { sentencesOf } from '../sentences/store.ts';
import { take } from '../steps.ts';
import { titleOf } from './case-draft.ts';
import type { DecideMeetingInput } from './contract.ts';
import { carryOn } from './filing.ts';
import { makeFinal } from './final.ts';
import { type DecidedForm, type Proposal, type Stand, sameStand, standOf } from './proposal.ts';
import { formFor, isBack, isReady, mustPutForward, timesLaid, wayFor } from './rules.ts';
import { insertProposal, newestProposal } from './store.ts';

export type DecidingParts = PaperParts & { readonly meetings: Pick<Meetings, 'read'> };

interface Asked {
  readonly meetingId: string;
  readonly input: DecideMeetingInput;
}

/** Pressed twice, or by two at once: they lie where they were to go already. */
const isDone = ({ state }: Meeting, newest: Proposal | null, version: number): boolean =>
  (state === 'DECIDING' || state === 'FINAL') && newest?.stands.meeting === version;

/** @throws bad-input `minutes.nothing_to_decide`, `minutes.parts_missing` */
async function checkWritten(parts: PaperParts, { tx, caller }: Open, meeting: Meeting): Promise<void> {
  if ((await sentencesOf(tx, meeting.meetingId)).length === 0) throw badInput('minutes.nothing_to_decide');
  const body = bodyOf(parts, tx, meeting);
  const missing = missingOf(meeting, body).map((part) => say(meetingTexts, `minutes.missing_${part}`, caller.locale));
  if (missing.length > 0)
    throw badInput('minutes.parts_missing', { parts: missing.join(''), article: body?.article ?? '' });
}

/**
 * The meeting for whoever may put its minutes forward now; null where that is done.
 * @throws not-allowed `minutes.meeting_not_yours`, `…secretariat_puts_forward`; conflict `minutes.meeting_closed`, `…not_ready`, `…meeting_stale`
 */
async function toDecide(parts: PaperParts, open: Open, asked: Asked, locked: boolean): Promise<Meeting | null> {
  const { meetingId, input } = asked;
  const meeting = await meetingFor(open, meetingId, { locked });
  if (!keepsMinutes(meeting, open.sight)) throw notAllowed('minutes.meeting_not_yours');
  if (isDone(meeting, await newestProposal(open.tx, meetingId), input.version)) return null;
  if (meeting.state === 'DECIDING' || meeting.state === 'FINAL' || meeting.state === 'CANCELLED')
    throw conflict('minutes.meeting_closed');
  const body = bodyOf(parts, open.tx, meeting);
  const next = nextOf(meeting, body, await progressOf(open.tx, meeting));
  if (!isReady(meeting, next)) throw conflict('minutes.not_ready');
  const unit = mustPutForward(open, body);
  if (unit !== null) throw notAllowed('minutes.secretariat_puts_forward', { unit });
  if (meeting.version !== input.version) throw conflict('minutes.meeting_stale');
  return meeting;
}

interface Looked {
  readonly stand: Stand;
  readonly form: DecidedForm;
  readonly toMake: ToMake;
}

/** What the paper is to be made of; null where everything is done. */
const look = (parts: PaperParts, caller: Caller, asked: Asked): Promise<Looked | null> =>
  looking(parts, caller, async (open) => {
    const meeting = await toDecide(parts, open, asked, false);
    if (!meeting) return null;
    await checkWritten(parts, open, meeting);
    const hasLines = (await linesOf(open.tx, meeting.meetingId)).length > 0;
    const form = asked.input.form ?? formFor(bodyOf(parts, open.tx, meeting), hasLines);
    const templateSha256 = await templateOf(open, meeting, form);
    const minuted = await minutedOf(parts, open, meeting);
    return { stand: standOf(meeting), form, toMake: { minuted, form, copy: null, templateSha256 } };
  });

type Ready = Pick<Proposal, 'stands' | 'form' | 'paperSha256' | 'fileName'>;

/** The case that was sent back to this person and lies with them still: it is corrected, and no other is made. */
async function toCorrect({ tx, actor }: Open, newest: Proposal | null): Promise<CaseState | null> {
  if (newest?.state !== 'BACK' || newest.caseId === null || newest.putBy.staffId !== actor.staffId) return null;
  const [now] = await caseStates(tx, [newest.caseId]);
  return now && isBack(now) ? now : null;
}

async function proposalOf(parts: PaperParts, open: Open, meeting: Meeting, ready: Ready): Promise<Proposal> {
  const { caller, actor, tx } = open;
  const { entraObjectId, via, locale } = caller;
  const newest = await newestProposal(tx, meeting.meetingId);
  const corrects = await toCorrect(open, newest);
  const way = wayFor(bodyOf(parts, tx, meeting));
  return {
    ...{ meetingId: meeting.meetingId, nth: (newest?.nth ?? 0) + 1, caller: { entraObjectId, via, locale } },
    ...{ putBy: personOf(actor), way, title: titleOf(meeting, way), ...ready },
    ...{ revises: corrects && timesLaid(corrects), caseId: corrects?.caseId ?? null, recordId: null },
    ...{ state: way === 'NONE' ? 'FILED' : 'FILING', outcome: null },
  };
}

/** Before those who decide; or final at once, by the article that asks for no decision. */
async function putForward(parts: PaperParts, open: Open, meeting: Meeting, ready: Ready): Promise<void> {
  const { tx, caller, today } = open;
  const proposal = await proposalOf(parts, open, meeting, ready);
  const { nth, way, form, paperSha256: paper, putBy, caseId } = proposal;
  await insertProposal(tx, proposal);
  const body = bodyOf(parts, tx, meeting);
  if (way !== 'CASE') {
    const fact = { nth, form, paper, decision: 'NOT_NEEDED', article: body?.article ?? null };
    await makeFinal(parts, tx, { meeting, body, by: putBy, via: caller.via, on: today, fact });
    return;
  }
  const fact = { nth, form, paper, matter: body?.decision?.matter ?? null };
  const becomes = { state: 'DECIDING', caseId } as const;
  await take(parts, tx, { meeting, step: { act: 'PUT_FORWARD', actor: putBy, via: caller.via, fact, becomes } });
}

async function decideOnce(parts: PaperParts, open: Open, asked: Asked, ready: Ready): Promise<'done'> {
  const meeting = await toDecide(parts, open, asked, true);
  if (!meeting) return 'done';
  // Somebody has written on while the paper was made.
  if (!sameStand(standOf(meeting), ready.stands)) throw conflict('minutes.meeting_stale');
  await putForward(parts, open, meeting, ready);
  return 'done';
}

/**
 * The minutes go to those who decide, as an approval case in the name of whoever presses; where nobody decides they are
 * final and filed. Broken off anywhere, it goes on by itself; pressed again, it is one case.
 * @throws not-allowed `minutes.meeting_not_yours`; conflict `minutes.meeting_closed`, `…not_ready`, `…meeting_stale`;
 * bad-input `minutes.nothing_to_decide`, `…parts_missing`, and whatever refuses the paper or the case
 */
export async function decide(parts: DecidingParts, caller: Caller, asked: Asked): Promise<MeetingView> {
  const { meetingId } = asked;
  const looked = await look(parts, caller, asked);
  if (looked) {
    const { bytes, fileName } = await made(parts, looked.toMake);
    const ready = { stands: looked.stand, form: looked.form, paperSha256: await parts.blobs.put(bytes), fileName };
    await inside(parts, caller, (open) => {
      const { version, form = null } = asked.input;
      const request = { use: 'minutes.decide', meetingId, version, form };
      const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
      return onlyOnce(open.tx, call, () => decideOnce(parts, open, asked, ready));
    });
    parts.wake();
  }
  const { municipalityId } = caller;
  await carryOn(parts, { municipalityId, meetingId });
  // Whoever was first to ask for it, this press or the job after it: whoever pressed hears why it was refused.
  const newest = await parts.db.singly(municipalityId, (tx) => newestProposal(tx, meetingId));
  const problem = looked && newest?.outcome?.kind === 'REFUSED' ? newest.outcome.problem : null;
  if (problem) throw badInput(problem.code, problem.params);
  return parts.meetings.read(caller, meetingId);
}
