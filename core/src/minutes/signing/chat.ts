import type { ShownInChat } from '../../notifications/index.ts';
import { cardOf, cut, dayWord, factSet, heading, text } from '../../shared/card-elements.ts';
import type { ChatMessage, Locale } from '../../shared/index.ts';
import { courseVersionOf } from '../history/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import { cardWords, openTab } from '../round/cards.ts';
import { lookingIn } from '../round/chat.ts';
import { SIGNING_SUBJECT } from '../round/telling.ts';
import { isSigned, signerHere, signersOf } from './rules.ts';
import { meetingsToSign, type Signature, signaturesOf } from './store.ts';

interface Told {
  readonly meeting: Meeting;
  readonly signatures: readonly Signature[];
  readonly staffId: string;
}

function codeOf({ meeting, signatures, staffId }: Told) {
  const signedBy = signatures.map(({ attendeeId }) => attendeeId);
  if (isSigned(meeting, signedBy)) return 'card_signed';
  if (meeting.state !== 'SIGNING') return 'card_signing_over';
  const mine = signerHere(meeting, staffId);
  return mine && !signedBy.includes(mine.id) ? 'card_sign' : 'card_signing';
}

function signingMessage(told: Told, to: Pick<MinutesParts, 'pageUrl'> & { readonly locale: Locale }): ChatMessage {
  const { meeting, signatures } = told;
  const { locale } = to;
  const code = codeOf(told);
  const title = cardWords(locale, code, { title: cut(meeting.content.title, 80) });
  const count = { count: signersOf(meeting).length, answered: signatures.length };
  const body = [
    heading(title),
    factSet([
      [cardWords(locale, 'card_held_on'), dayWord(meeting.heldOn, locale)],
      [cardWords(locale, 'card_signers'), cardWords(locale, 'card_answered_count', count)],
    ]),
    ...(code === 'card_sign' ? [text(cardWords(locale, 'card_sign_line'))] : []),
  ];
  const button = cardWords(locale, code === 'card_sign' ? 'card_to_sign' : 'card_open');
  const actions = openTab(to, `meetings/${meeting.meetingId}/course`, button);
  return { kind: 'card', card: cardOf(locale, body, actions), summary: title };
}

/** 署名の依頼. One signs in the tab, in front of what one signs. */
export const signingInChat = (parts: MinutesParts): ShownInChat => ({
  prefix: SIGNING_SUBJECT,
  render: ({ municipalityId, staffId, locale }, meetingId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const seen = await lookingIn(parts, tx, { staffId, meetingId });
      if (!seen) return null;
      const told = { meeting: seen.meeting, signatures: await signaturesOf(tx, meetingId), staffId };
      return signingMessage(told, { locale, pageUrl: parts.pageUrl });
    }),
  waitingFor: (municipalityId, staffId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const waiting: { id: string; version: number }[] = [];
      for (const id of await meetingsToSign(tx, staffId)) {
        const [meeting, signatures] = await Promise.all([readMeeting(tx, id), signaturesOf(tx, id)]);
        if (meeting && codeOf({ meeting, signatures, staffId }) === 'card_sign')
          waiting.push({ id, version: await courseVersionOf(tx, id) });
      }
      return waiting;
    }),
});
