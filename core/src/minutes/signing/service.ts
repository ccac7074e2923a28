import { personOf } from '../../directory/index.ts';
import { newId } from '../../platform/index.ts';
import { type Caller, conflict, notAllowed } from '../../shared/index.ts';
import { type ActingOn, actOnMeeting, type Became, moveMeeting, noteNext } from '../act.ts';
import { nextOf } from '../course.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { keepsMinutes, mayEdit } from '../meetings/policy.ts';
import { bodyOf, looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { progressOf } from '../progress.ts';
import { forgetCourse } from '../round/forget.ts';
import { sentencesOf } from '../sentences/store.ts';
import type { PaperSignatureInput, RefuseToSignInput, SignInput, SigningView } from './contract.ts';
import { minutesDigest } from './digest.ts';
import type { SigningMeasure } from './measure.ts';
import { presentSigning } from './present.ts';
import { lackingSigners, signerHere, signersOf } from './rules.ts';
import { signingStandingOf } from './standing.ts';
import { insertSignature, type Signature, signaturesOf } from './store.ts';

export interface SigningParts extends MinutesParts {
  readonly measure: SigningMeasure;
}

/** 署名. Each throws not-found `minutes.meeting_not_found`, and what its act says. */
export interface Signings {
  read(caller: Caller, meetingId: string): Promise<SigningView>;
  begin(caller: Caller, meetingId: string, version: number): Promise<SigningView>;
  sign(caller: Caller, meetingId: string, input: SignInput): Promise<SigningView>;
  enterPaper(caller: Caller, meetingId: string, input: PaperSignatureInput): Promise<SigningView>;
  refuse(caller: Caller, meetingId: string, input: RefuseToSignInput): Promise<SigningView>;
}

interface Acting extends ActingOn {
  readonly parts: SigningParts;
}

/**
 * Where the rules want signatures and no round comes before them.
 * @throws conflict `minutes.signing_not_wanted`, `…signing_not_yet`, or who is missing; not-allowed `…round_not_yours`
 */
async function begin(acting: Acting, version: number): Promise<Became> {
  const { parts, open, meeting } = acting;
  if (!keepsMinutes(meeting, open.sight)) throw notAllowed('minutes.round_not_yours');
  if (meeting.state === 'SIGNING') return 'done';
  const body = bodyOf(parts, open.tx, meeting);
  if (!body || body.signers === 0) throw conflict('minutes.signing_not_wanted');
  const progress = await progressOf(open.tx, meeting);
  if (!mayEdit(meeting, open.sight) || nextOf(meeting, body, progress) !== 'SIGNING')
    throw conflict('minutes.signing_not_yet');
  if (meeting.version !== version) return 'minutes.meeting_stale';
  if ((await sentencesOf(open.tx, meeting.meetingId)).length === 0) throw conflict('minutes.round_no_minutes');
  const [lacking] = lackingSigners(meeting, body);
  if (lacking) throw conflict(lacking.code, lacking.params);
  await moveMeeting(acting, { state: 'SIGNING', act: 'SIGNING_BEGUN', fact: {}, change: null });
  return 'done';
}

type Signing = Pick<Signature, 'measure' | 'proof' | 'paper'> & {
  readonly signer: AttendeeInput;
  readonly digest: string;
};

/** A signature of this signer on the minutes as they stand. */
async function put(acting: Acting, { signer, digest, measure, proof, paper }: Signing): Promise<void> {
  const { parts, open, meeting } = acting;
  const { id: attendeeId, staffId } = signer;
  const signatureId = newId(parts.clock);
  const inserted = await insertSignature(open.tx, meeting.meetingId, {
    ...{ signatureId, attendeeId, staffId, digest, signedAt: parts.clock.now(), signedBy: personOf(open.actor) },
    ...{ measure, proof, paper },
  });
  if (!inserted) throw conflict('minutes.signing_twice');
  await noteNext(acting, 'signing', {
    ...{
      act: paper === null ? 'SIGNED' : 'SIGNED_ON_PAPER',
      fact: { signatureId, attendeeId, minutesDigest: digest, measure },
    },
    change: paper === null ? null : { paper },
  });
}

/** The minutes that were read are those that stand here now. */
async function isAsRead({ open, meeting }: Acting, { version, digest }: SignInput): Promise<boolean> {
  const sentences = await sentencesOf(open.tx, meeting.meetingId);
  return meeting.version === version && minutesDigest(meeting, sentences) === digest;
}

const hasSigned = async ({ open, meeting }: Acting, { id }: AttendeeInput): Promise<boolean> =>
  (await signaturesOf(open.tx, meeting.meetingId)).some(({ attendeeId }) => attendeeId === id);

/**
 * One's own signature; twice is once.
 * @throws conflict `minutes.signing_over`, `…signing_other_words`; not-allowed `…signing_not_yours`
 */
async function sign(acting: Acting, input: SignInput): Promise<Became> {
  const { parts, open, meeting } = acting;
  const signer = signerHere(meeting, open.actor.staffId);
  if (!signer) throw notAllowed('minutes.signing_not_yours');
  if (meeting.state !== 'SIGNING') throw conflict('minutes.signing_over');
  if (await hasSigned(acting, signer)) return 'done';
  if (!(await isAsRead(acting, input))) return 'minutes.signing_other_words';
  const { digest } = input;
  const { measure } = parts;
  const toSign = { meetingId: meeting.meetingId, digest, staffId: open.actor.staffId, at: parts.clock.now() };
  const proof = await measure.sign(toSign);
  await put(acting, { signer, digest, measure: measure.name, proof, paper: null });
  return 'done';
}

/**
 * 紙の署名, of who is not of the staff.
 * @throws conflict `minutes.signing_over`, `…signing_not_on_paper`, `…signing_twice`; not-allowed `…round_not_yours`
 */
async function enterPaper(acting: Acting, { attendeeId, note, ...read }: PaperSignatureInput): Promise<Became> {
  const { open, meeting } = acting;
  if (!keepsMinutes(meeting, open.sight)) throw notAllowed('minutes.round_not_yours');
  if (meeting.state !== 'SIGNING') throw conflict('minutes.signing_over');
  const signer = signersOf(meeting).find(({ id }) => id === attendeeId);
  if (!signer) throw notAllowed('minutes.signing_not_yours');
  if (signer.staffId !== null) throw conflict('minutes.signing_not_on_paper');
  if (!(await isAsRead(acting, read))) return 'minutes.signing_other_words';
  await put(acting, { signer, digest: read.digest, measure: 'PAPER', proof: null, paper: note });
  return 'done';
}

/**
 * Whoever is to sign and does not: the minutes go back to be written, the reason with them.
 * @throws conflict `minutes.signing_over`, `…signing_twice`; not-allowed `…signing_not_yours`
 */
async function refuse(acting: Acting, { version, reason }: RefuseToSignInput): Promise<Became> {
  const { open, meeting } = acting;
  const signer = signerHere(meeting, open.actor.staffId);
  if (!signer) throw notAllowed('minutes.signing_not_yours');
  if (meeting.state !== 'SIGNING') throw conflict('minutes.signing_over');
  if (meeting.version !== version) return 'minutes.meeting_stale';
  if (await hasSigned(acting, signer)) throw conflict('minutes.signing_twice');
  await forgetCourse(open.tx, meeting.meetingId);
  const fact = { attendeeId: signer.id };
  await moveMeeting(acting, { state: 'WRITING', act: 'SIGNING_REFUSED', fact, change: { reason } });
  return 'done';
}

const viewOf = async (parts: SigningParts, open: Open, meeting: Meeting): Promise<SigningView> =>
  presentSigning(await signingStandingOf(parts, open, meeting), { ...open, locale: open.caller.locale });

export function createSignings(parts: SigningParts): Signings {
  interface Asked {
    readonly use: string;
    readonly meetingId: string;
    readonly given: object;
  }
  const act = (caller: Caller, { use, meetingId, given }: Asked, work: (acting: Acting) => Promise<Became>) =>
    actOnMeeting(parts, caller, {
      ...{ meetingId, request: { use: `minutes.${use}`, ...given } },
      work: (open, meeting) => work({ parts, open, meeting }),
      view: (open, meeting) => viewOf(parts, open, meeting),
    });
  return {
    read: (caller, meetingId) =>
      looking(parts, caller, async (open) => viewOf(parts, open, await meetingFor(open, meetingId))),
    begin: (caller, meetingId, version) =>
      act(caller, { use: 'begin-signing', meetingId, given: { version } }, (acting) => begin(acting, version)),
    sign: (caller, meetingId, given) => act(caller, { use: 'sign', meetingId, given }, (acting) => sign(acting, given)),
    enterPaper: (caller, meetingId, given) =>
      act(caller, { use: 'sign-on-paper', meetingId, given }, (acting) => enterPaper(acting, given)),
    refuse: (caller, meetingId, given) =>
      act(caller, { use: 'refuse-to-sign', meetingId, given }, (acting) => refuse(acting, given)),
  };
}
