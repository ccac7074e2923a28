import { type CaseState, caseStates } from '../../approvals/index.ts';
import type { Tx } from '../../platform/index.ts';
import { invariant, localDateOf } from '../../shared/index.ts';
import type { MeetingAct } from '../history/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { readMeeting } from '../meetings/store.ts';
import { bodyOf } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { progressOf } from '../progress.ts';
import { take } from '../steps.ts';
import { makeFinal } from './final.ts';
import { type Outcome, type Proposal, standOf } from './proposal.ts';
import { backTo, type Follows, followsFrom } from './rules.ts';
import { meetingsOfCases, newestProposal, updateProposal } from './store.ts';

type Parts = Pick<MinutesParts, 'clock' | 'regulations'>;

interface Followed {
  readonly meeting: Meeting;
  readonly proposal: Proposal;
  readonly now: CaseState;
}

const outcomeOf = ({ by, reason }: CaseState, kind: Outcome['kind']): Outcome => ({ kind, by, reason, problem: null });

/** 確定 by those who decide, on the day of their decision. */
async function decided(parts: Parts, tx: Tx, { meeting, proposal, now }: Followed): Promise<void> {
  const { caseId, decidedAt, by } = now;
  invariant(decidedAt, 'a decided case has its moment');
  await makeFinal(parts, tx, {
    ...{ meeting: { ...meeting, caseId }, body: bodyOf(parts, tx, meeting), by: by ?? proposal.putBy, via: 'rules' },
    ...{ on: localDateOf(decidedAt), fact: { nth: proposal.nth, caseId, paper: proposal.paperSha256 } },
  });
  await updateProposal(tx, { ...proposal, state: 'FILED', outcome: outcomeOf(now, 'FINAL') });
}

const ACTS = {
  BACK: { act: 'SENT_BACK', state: 'BACK', kind: 'SENT_BACK' },
  // 引戻し by the drafter.
  PULLED_BACK: { act: 'PULLED_BACK', state: 'BACK', kind: 'PULLED_BACK' },
  OVER: { act: 'GIVEN_UP', state: 'OVER', kind: 'GIVEN_UP' },
  OTHERWISE: { act: 'OTHERWISE', state: 'OVER', kind: 'OTHERWISE' },
} as const satisfies Record<string, { act: MeetingAct; state: Proposal['state']; kind: Outcome['kind'] }>;

/** With whoever keeps the minutes again; the reason is words, and stands beside the fact. */
async function returned(parts: Parts, tx: Tx, followed: Followed, how: keyof typeof ACTS): Promise<void> {
  const { meeting, proposal, now } = followed;
  const { act, state, kind } = ACTS[how];
  const next = await take(parts, tx, {
    meeting,
    step: {
      ...{ act, actor: (how === 'OTHERWISE' ? null : now.by) ?? proposal.putBy, via: 'rules' },
      fact: { nth: proposal.nth, caseId: now.caseId, status: now.status },
      change: now.reason === null ? null : { reason: now.reason },
      // What was opened again meanwhile goes its own way.
      becomes: meeting.state === 'DECIDING' ? { state: backTo(await progressOf(tx, meeting)) } : {},
    },
  });
  await updateProposal(tx, { ...proposal, state, stands: standOf(next), outcome: outcomeOf(now, kind) });
}

/** The drafter has put the same before them once more from the page of the case. */
async function again(parts: Parts, tx: Tx, { meeting, proposal, now }: Followed): Promise<void> {
  const step = { act: 'PUT_AGAIN', actor: proposal.putBy, via: 'rules', fact: { caseId: now.caseId } } as const;
  await take(parts, tx, { meeting, step: { ...step, becomes: { state: 'DECIDING' } } });
  await updateProposal(tx, { ...proposal, state: 'FILED', outcome: null });
}

const follow = (parts: Parts, tx: Tx, followed: Followed, follows: Follows): Promise<void> => {
  if (follows === 'FINAL') return decided(parts, tx, followed);
  if (follows === 'AGAIN') return again(parts, tx, followed);
  const pulled = follows === 'BACK' && followed.now.status === 'DRAFT';
  return returned(parts, tx, followed, pulled ? 'PULLED_BACK' : follows);
};

/**
 * The minutes move to where their case stands now; again, or in another order, it comes to the same. Nothing is final by a
 * decision about something else.
 */
export async function settle(parts: Parts, tx: Tx, meetingId: string): Promise<void> {
  const meeting = await readMeeting(tx, meetingId, { locked: true });
  const proposal = await newestProposal(tx, meetingId);
  if (!meeting || !proposal?.caseId) return;
  const [now] = await caseStates(tx, [proposal.caseId]);
  if (!now) return;
  const decision = bodyOf(parts, tx, meeting)?.decision ?? null;
  const follows = followsFrom({ meeting, proposal, now, decision });
  if (follows) await follow(parts, tx, { meeting, proposal, now }, follows);
}

/** Meetings whose cases have changed, each in a transaction of its own. */
export async function followCases(
  parts: MinutesParts,
  { municipalityId, caseIds }: { readonly municipalityId: string; readonly caseIds: readonly string[] },
): Promise<void> {
  const meetingIds = await parts.db.singly(municipalityId, (tx) => meetingsOfCases(tx, caseIds));
  for (const meetingId of meetingIds)
    await parts.db.inMunicipality(municipalityId, async (tx) => {
      await parts.regulations.ready(tx);
      await settle(parts, tx, meetingId);
    });
  if (meetingIds.length > 0) parts.wake();
}
