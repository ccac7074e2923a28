import { z } from 'zod';
import { badInput, type Caller, type LocalDate, snippetOf, soughtIn } from '../../shared/index.ts';
import { typedDay } from '../../shared/typed-text.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { meetingsById } from '../meetings/store.ts';
import { bodyOf, looking, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { MinutesHit, MinutesSearch, MinutesSearchQuery } from './contract.ts';
import { type Found, type FoundPlace, foundBy } from './store.ts';

export interface MinutesFinder {
  /** Only what the caller may see. @throws bad-input `minutes.search_too_short`, `minutes.bad_cursor` */
  search(caller: Caller, query: MinutesSearchQuery): Promise<MinutesSearch>;
}

const PAGE = 30;

const PlaceSchema = z.tuple([typedDay(), z.uuid(), z.number().int().min(0).max(9), z.number(), z.uuid()]);

/** @throws bad-input `minutes.bad_cursor` */
function placeOf(cursor: string | undefined): FoundPlace | null {
  if (cursor === undefined) return null;
  try {
    const read = PlaceSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    const [heldOn, meetingId, rank, place, foundId] = read;
    return { heldOn: heldOn as LocalDate, meetingId, rank, place, foundId };
  } catch {
    throw badInput('minutes.bad_cursor');
  }
}

const cursorAfter = ({ heldOn, meetingId, rank, place, foundId }: Found): string =>
  Buffer.from(JSON.stringify([heldOn, meetingId, rank, place, foundId])).toString('base64url');

function presentMeeting(parts: MinutesParts, { tx, there, caller }: Open, meeting: Meeting): MinutesHit['meeting'] {
  const { meetingId: id, state, heldOn, unitId, content } = meeting;
  return {
    ...{ id, state, heldOn, title: content.title },
    bodyName: bodyOf(parts, tx, meeting)?.name[caller.locale] ?? null,
    unitName: there.units.get(unitId)?.name ?? content.organiser.unitName,
  };
}

const search = (parts: MinutesParts, caller: Caller, query: MinutesSearchQuery): Promise<MinutesSearch> =>
  looking(parts, caller, async (open) => {
    const { q, speaker = null, agenda = null, body = null, from = null, to = null, cursor } = query;
    const words = soughtIn(q);
    if (words === null) throw badInput('minutes.search_too_short');
    const rows = await foundBy(open.tx, {
      ...{ sight: open.sight, words, speaker, agenda, bodyId: body },
      ...{ from: from as LocalDate | null, to: to as LocalDate | null, after: placeOf(cursor), limit: PAGE + 1 },
    });
    const page = rows.slice(0, PAGE);
    const meetings = await meetingsById(open.tx, [...new Set(page.map(({ meetingId }) => meetingId))]);
    const shown = new Map(meetings.map((one) => [one.meetingId, presentMeeting(parts, open, one)]));
    const items = page.flatMap(({ kind, foundId: id, meetingId, words: text, part, speaker: who }): MinutesHit[] => {
      const meeting = shown.get(meetingId);
      return meeting ? [{ kind, id, part, speaker: who, snippet: snippetOf(text, words), meeting }] : [];
    });
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    return { total: rows[0]?.total ?? 0, items, nextCursor: last ? cursorAfter(last) : null };
  });

export const createFinder = (parts: MinutesParts): MinutesFinder => ({
  search: (caller, query) => search(parts, caller, query),
});
