import { type Locale, say } from '../../shared/index.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import { keepsMinutes, mayEdit, type Sight } from '../meetings/policy.ts';
import { mayReopen } from '../round/policy.ts';
import type { SignerView, SigningView } from './contract.ts';
import { lackingSigners, signerHere, signersOf } from './rules.ts';
import type { SigningStanding } from './standing.ts';
import type { Signature } from './store.ts';
import { signingTexts } from './text.ts';

interface Looker {
  readonly sight: Sight;
  readonly locale: Locale;
}

function presentSigner(attendee: AttendeeInput, signature: Signature | undefined): SignerView {
  const { id: attendeeId, name, postTitle, staffId, role } = attendee;
  return {
    ...{ attendeeId, name, postTitle, role: role === 'CHAIR' ? 'CHAIR' : 'SIGNER', signsHere: staffId !== null },
    ...{ state: signature ? 'SIGNED' : 'WAITING', signedAt: signature?.signedAt.toISOString() ?? null },
    paper: signature?.paper ?? null,
    enteredBy: signature?.paper ? signature.signedBy : null,
  };
}

function hindrancesOf({ meeting, body }: SigningStanding, { sight, locale }: Looker): SigningView['hindrances'] {
  if (!body || body.signers === 0 || !mayEdit(meeting, sight)) return [];
  return lackingSigners(meeting, body).map(({ code, params }) => {
    return { code, sentence: say(signingTexts, code, locale, params) ?? code };
  });
}

function mayOf(standing: SigningStanding, { sight }: Looker, isHindered: boolean): SigningView['may'] {
  const { meeting, signatures, next, sentences } = standing;
  const signed = new Set(signatures.map(({ attendeeId }) => attendeeId));
  const isUnderWay = meeting.state === 'SIGNING';
  const mine = signerHere(meeting, sight.staffId);
  const sign = isUnderWay && mine !== null && !signed.has(mine.id);
  const paperWaits = signersOf(meeting).some(({ id, staffId }) => staffId === null && !signed.has(id));
  return {
    begin: mayEdit(meeting, sight) && next === 'SIGNING' && !isHindered && sentences > 0,
    ...{ sign, refuse: sign, enterPaper: isUnderWay && paperWaits && keepsMinutes(meeting, sight) },
    reopen: mayReopen(meeting, sight),
  };
}

/** The signatures of a meeting as this person sees them. */
export function presentSigning(standing: SigningStanding, looker: Looker): SigningView {
  const { meeting, body, signatures, digest, signed } = standing;
  const { meetingId, version, state } = meeting;
  const by = new Map(signatures.map((one) => [one.attendeeId, one]));
  const isWanted = body !== null && body.signers > 0;
  const isUnderWay = state === 'SIGNING';
  const signers = isWanted || isUnderWay ? signersOf(meeting) : [];
  const hindrances = hindrancesOf(standing, looker);
  return {
    ...{ meetingId, version, digest, needed: body?.signers ?? 0, article: isWanted ? body.article : null },
    signers: signers.map((one) => presentSigner(one, by.get(one.id))),
    ...{ hindrances, isUnderWay, isComplete: isWanted && signed },
    may: mayOf(standing, looker, hindrances.length > 0),
  };
}
