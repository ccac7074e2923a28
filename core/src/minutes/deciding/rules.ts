import type { CaseState } from '../../approvals/index.ts';
import type { OrganisationSnapshot } from '../../directory/index.ts';
import type { MeetingBody } from '../../regulations/index.ts';
import { canonicalJson, type Json } from '../../shared/index.ts';
import type { Progress } from '../course.ts';
import type { NextStep } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { keepsMinutes, type Sight } from '../meetings/policy.ts';
import { filesForSecretariat, secretariatOf } from '../meetings/secretariat.ts';
import { type DecidedForm, type Proposal, sameStand, standOf } from './proposal.ts';

/** Nothing of the body's rules comes before it any more: they may be put forward, or are final where nobody decides. */
export const isReady = ({ state }: Pick<Meeting, 'state'>, next: NextStep | null): boolean =>
  state !== 'PLANNED' && state !== 'DECIDING' && (next === 'DECISION' || next === 'FINAL');

/** Whoever keeps the minutes puts them before those who decide. */
export const mayDecide = (meeting: Meeting, sight: Sight, next: NextStep | null): boolean =>
  isReady(meeting, next) && keepsMinutes(meeting, sight);

/**
 * A case and its record belong to the unit of whoever drafts them: those of a 会議体 with a secretariat are put forward there.
 * Answers who that is, where this person is none of it; null where nothing stands in the way.
 */
export function mustPutForward(
  { there, sight }: { readonly there: OrganisationSnapshot; readonly sight: Sight },
  body: MeetingBody | null,
): string | null {
  const secretariat = secretariatOf(there, body);
  if (!secretariat || wayFor(body) === 'NONE' || filesForSecretariat(secretariat, sight)) return null;
  return secretariat.name;
}

/** 会議録 of a council, 会議結果報告書 of a meeting of the staff. Without a transcript 会議録 is made of its sentences. */
export function formFor(body: Pick<MeetingBody, 'kind'> | null, hasLines: boolean): DecidedForm {
  if (body?.kind !== 'COUNCIL') return 'REPORT';
  return hasLines ? 'CLEAN' : 'KEY_POINTS';
}

export function wayFor(body: Pick<MeetingBody, 'decision' | 'classification'> | null): Proposal['way'] {
  if (body?.decision) return 'CASE';
  return body?.classification ? 'RECORD' : 'NONE';
}

/** 署名 stand for the minutes as they are: those that came back are changed only by whoever opens them again. */
export const backTo = ({ signed }: Pick<Progress, 'signed'>): 'SIGNING' | 'WRITING' => (signed ? 'SIGNING' : 'WRITING');

type Status = CaseState['status'];
const BACK: readonly Status[] = ['SENT_BACK', 'DRAFT'];
const GIVEN_UP: readonly Status[] = ['WITHDRAWN', 'ABANDONED', 'REJECTED'];
const DECIDED: readonly Status[] = ['DECIDED', 'ISSUED', 'COMPLETED'];

export const isBack = ({ status }: Pick<CaseState, 'status'>): boolean => BACK.includes(status);
export const isUnderWay = ({ status }: Pick<CaseState, 'status'>): boolean =>
  status === 'IN_REVIEW' || status === 'IN_DISPUTE';

/** How often a case was put before its superiors: every submission makes it more. 0: it never was. */
export const timesLaid = ({ decidingPostId, revision }: Pick<CaseState, 'decidingPostId' | 'revision'>): number =>
  decidingPostId === null ? 0 : revision;

/** A case that lies with its drafter, and was not laid before anybody since this was put forward. */
export const isToLay = (
  { revises }: Pick<Proposal, 'revises'>,
  now: Pick<CaseState, 'status' | 'decidingPostId' | 'revision'>,
): boolean => isBack(now) && timesLaid(now) === (revises ?? 0);

/** What lies before those who decide is the paper that was put forward, under its title, as the same matter. */
export const isAsPutForward = (
  { title, paperSha256 }: Pick<Proposal, 'title' | 'paperSha256'>,
  { content }: Pick<CaseState, 'content'>,
  decision: MeetingBody['decision'],
): boolean =>
  content.title === title &&
  content.documentSha256 === paperSha256 &&
  content.matter.code === decision?.matter &&
  content.matter.analogousTo === null &&
  canonicalJson(content.matter.facts as Json) === canonicalJson(decision.facts as Json);

/**
 * FINAL: those who decide have; BACK: it lies with whoever keeps the minutes again; OVER: the case was given up or rejected;
 * OTHERWISE: it is about something else than these minutes; AGAIN: what was sent back lies before them as it was.
 */
export type Follows = 'FINAL' | 'BACK' | 'OVER' | 'OTHERWISE' | 'AGAIN';

interface Standing {
  readonly meeting: Meeting;
  readonly proposal: Pick<Proposal, 'state' | 'stands' | 'title' | 'paperSha256'>;
  readonly now: CaseState;
  readonly decision: MeetingBody['decision'];
}

/** Decided or under way. */
function laidBefore({ meeting, proposal, now, decision }: Standing): Follows | null {
  const isWithKeepers = meeting.state === 'WRITING' || meeting.state === 'SIGNING';
  const asItCameBack = isWithKeepers && sameStand(proposal.stands, standOf(meeting));
  const unchanged = proposal.state !== 'BACK' || asItCameBack;
  if (!unchanged || !isAsPutForward(proposal, now, decision)) return 'OTHERWISE';
  if (DECIDED.includes(now.status)) return 'FINAL';
  return proposal.state === 'BACK' ? 'AGAIN' : null;
}

/** What becomes of the minutes as their case stands now, in whatever order it came to stand so; null: nothing new. */
export function followsFrom(standing: Standing): Follows | null {
  const { meeting, proposal, now } = standing;
  if (meeting.state === 'FINAL' || meeting.state === 'CANCELLED') return null;
  // Before it lies with anybody nothing follows, and of what is over nothing more.
  if (proposal.state === 'FILING' || proposal.state === 'OVER') return null;
  if (GIVEN_UP.includes(now.status)) return 'OVER';
  if (isBack(now)) return proposal.state === 'BACK' ? null : 'BACK';
  return laidBefore(standing);
}
