import { badInput, type Caller } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { mayPublish, maySeeWords } from '../meetings/policy.ts';
import { bodyOf, looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { sentencesOf } from '../sentences/store.ts';
import type { MeetingHistory } from './contract.ts';
import { presentHappened, type Reader } from './present.ts';
import { type HistoryPlace, happenedTo } from './queries.ts';

const PAGE = 30;
const PLACE = /^(\S{20,30}) ([a-z-]{1,40}) ([1-9]\d{0,9})$/;

function placeOf(cursor: string | undefined): HistoryPlace | null {
  if (cursor === undefined) return null;
  const [, at = '', of = '', seq = ''] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const time = Date.parse(at);
  if (Number.isNaN(time) || Number(seq) > 2_147_483_647) throw badInput('minutes.bad_cursor');
  return { at: new Date(time), of, seq: Number(seq) };
}

const cursorOf = ({ at, of, seq }: HistoryPlace): string =>
  Buffer.from(`${at.toISOString()} ${of} ${seq}`).toString('base64url');

async function readerOf(parts: MinutesParts, open: Open, meeting: Meeting): Promise<Reader> {
  const { locale } = open.caller;
  const body = bodyOf(parts, open.tx, meeting);
  const sentences = await sentencesOf(open.tx, meeting.meetingId);
  const names = new Map([
    ...meeting.content.attendees.map(({ id, name }) => [id, name] as const),
    ...sentences.map(({ sentenceId, text }) => [sentenceId, text] as const),
  ]);
  const rules = new Map(body?.closedGrounds.map(({ id, text }) => [id, text[locale]]));
  if (body) rules.set(body.id, body.name[locale]);
  const [words, publishes] = [maySeeWords(meeting, open.sight), mayPublish(meeting, open.sight)];
  return {
    ...{ locale, nameOf: (id) => names.get(id), ruleOf: (id) => rules.get(id) ?? id },
    sees: (of) => (of === 'publication' ? publishes : words),
  };
}

/**
 * What was done to a meeting, by whom and when; its words as far as they are still held and this person may see them.
 * @throws not-found `minutes.meeting_not_found`; bad-input `minutes.bad_cursor`
 */
export const historyOf = (
  parts: MinutesParts,
  caller: Caller,
  { meetingId, cursor }: { readonly meetingId: string; readonly cursor: string | undefined },
): Promise<MeetingHistory> =>
  looking(parts, caller, async (open) => {
    const after = placeOf(cursor);
    const meeting = await meetingFor(open, meetingId);
    const rows = await happenedTo(open.tx, meetingId, { after, limit: PAGE + 1 });
    const page = rows.slice(0, PAGE);
    const reader = await readerOf(parts, open, meeting);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    return { items: page.map((row) => presentHappened(row, reader)), nextCursor: last ? cursorOf(last) : null };
  });
