import type { ClosedGround } from '../../regulations/index.ts';
import { linesOf } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { bodyOf, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { presentSentence } from '../sentences/sentence.ts';
import { sentencesOf } from '../sentences/store.ts';
import type { Minuted } from './minuted.ts';

/** 「みなと市情報公開条例 第7条第1号（個人に関する情報）」. Papers are in Japanese whoever reads them. */
export const groundWords = ({ article, text }: ClosedGround): string => `${article}（${text.ja}）`;

/** The ground in words; one that is not of the body's rules says itself. */
export function groundSayer(grounds: readonly ClosedGround[]): (id: string) => string {
  return (id) => {
    const ground = grounds.find((one) => one.id === id);
    return ground ? groundWords(ground) : id;
  };
}

/** A meeting with its lines and sentences as they stand now, ready to be put on paper. */
export async function minutedOf(parts: MinutesParts, { tx, there }: Open, meeting: Meeting): Promise<Minuted> {
  const { meetingId, content, heldOn, isOpen } = meeting;
  const [lines, sentences] = await Promise.all([linesOf(tx, meetingId), sentencesOf(tx, meetingId)]);
  const { title, startsAt, endsAt, place, closedGround, closedReason, agenda, attendees, observers, papers } = content;
  const body = bodyOf(parts, tx, meeting);
  const sayGround = groundSayer(body?.closedGrounds ?? []);
  return {
    meeting: {
      ...{ title, heldOn, startsAt, endsAt, place, isOpen, closedReason, observers, papers: [...papers] },
      ...{ agenda: [...agenda], attendees: [...attendees] },
      closedGround: closedGround === null ? null : sayGround(closedGround),
      bodyName: body?.name.ja ?? '',
      unitName: there.units.get(meeting.unitId)?.name ?? content.organiser.unitName,
    },
    lines: lines.map(({ lineId: id, attendeeId, text }) => ({ id, attendeeId, text })),
    sentences: sentences.map(presentSentence),
  };
}
