import { say } from '../../shared/index.ts';
import { nextOf } from '../course.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { keepsMinutes, mayEdit } from '../meetings/policy.ts';
import { bodyOf, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { progressOf } from '../progress.ts';
import { mayReopen } from '../round/policy.ts';
import { sentencesOf } from '../sentences/store.ts';
import type { SignerView, SigningView } from './contract.ts';
import { minutesDigest } from './digest.ts';
import { lackingSigners, signerHere, signersOf } from './rules.ts';
import { type Signature, signaturesOf } from './store.ts';
import { signingTexts } from './text.ts';

function presentSigner(attendee: AttendeeInput, signature: Signature | undefined): SignerView {
  const { id: attendeeId, name, postTitle, staffId, role } = attendee;
  return {
    ...{ attendeeId, name, postTitle, role: role === 'CHAIR' ? 'CHAIR' : 'SIGNER', signsHere: staffId !== null },
    ...{ state: signature ? 'SIGNED' : 'WAITING', signedAt: signature?.signedAt.toISOString() ?? null },
    paper: signature?.paper ?? null,
    enteredBy: signature?.paper ? signature.signedBy : null,
  };
}

/** The signatures of a meeting as this person sees them. */
export async function signingOf(
  parts: Pick<MinutesParts, 'regulations'>,
  open: Open,
  meeting: Meeting,
): Promise<SigningView> {
  const { tx, sight, actor, caller } = open;
  const { meetingId, version, state } = meeting;
  const body = bodyOf(parts, tx, meeting);
  const [sentences, signatures, progress] = await Promise.all([
    sentencesOf(tx, meetingId),
    signaturesOf(tx, meetingId),
    progressOf(tx, meeting),
  ]);
  const by = new Map(signatures.map((one) => [one.attendeeId, one]));
  const wanted = body !== null && body.signers > 0;
  const mine = signerHere(meeting, actor.staffId);
  const signs = state === 'SIGNING' && mine !== null && !by.has(mine.id);
  const lacking = wanted && mayEdit(meeting, sight) ? lackingSigners(meeting, body) : [];
  const signers = wanted || state === 'SIGNING' ? signersOf(meeting) : [];
  const waits = signers.some(({ id, staffId }) => staffId === null && !by.has(id));
  const isNext = mayEdit(meeting, sight) && nextOf(meeting, body, progress) === 'SIGNING';
  return {
    ...{ meetingId, version, digest: minutesDigest(meeting, sentences), needed: body?.signers ?? 0 },
    article: wanted ? body.article : null,
    signers: signers.map((one) => presentSigner(one, by.get(one.id))),
    hindrances: lacking.map(({ code, params }) => {
      return { code, sentence: say(signingTexts, code, caller.locale, params) ?? code };
    }),
    ...{ isUnderWay: state === 'SIGNING', isComplete: wanted && progress.signed },
    may: {
      ...{ begin: isNext && lacking.length === 0 && sentences.length > 0, sign: signs, refuse: signs },
      enterPaper: state === 'SIGNING' && waits && keepsMinutes(meeting, sight),
      reopen: mayReopen(meeting, sight),
    },
  };
}
