import { z } from 'zod';
import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Action, action, isUuid } from '../../shared/index.ts';
import { typedLinesOrNothing } from '../../shared/typed-text.ts';
import type { SchedulesParts } from '../parts.ts';
import { cardAfter } from '../pressed.ts';
import { COMMENT_FIELD, SAY_VERB, STANCE_FIELD, writtenMessage } from './cards.ts';
import { StanceSchema, type WrittenRemarksInput } from './contract.ts';
import { waitedFor } from './rules.ts';
import { mayRead, viewOf, type WrittenMeetings } from './service.ts';
import { openFor, readWritten, remarksOf } from './store.ts';

export const WRITTEN_SUBJECT = 'schedules/written';

interface Wanted {
  readonly onlooker: Onlooker;
  readonly writtenId: string;
  readonly refused?: string | undefined;
}

async function messageFor(parts: SchedulesParts, tx: Tx, { onlooker, writtenId, refused }: Wanted) {
  const { staffId, locale } = onlooker;
  const [written, actor] = await Promise.all([readWritten(tx, writtenId), parts.directory.actorById(tx, staffId)]);
  if (!written || !actor || !mayRead(written, staffId)) return null;
  const view = await viewOf(parts, tx, { written, staffId, locale });
  const page = (path: string) => parts.pageUrl?.(path) ?? null;
  const minutesUrl = view.meetingId === null ? null : page(`meetings/${view.meetingId}`);
  return writtenMessage({ view, locale, url: page(`schedules/written/${writtenId}`), minutesUrl, refused });
}

/** To everybody who takes part, and to whoever called it. */
export const writtenInChat = (parts: SchedulesParts): ShownInChat => ({
  prefix: WRITTEN_SUBJECT,
  render: (onlooker, writtenId) =>
    parts.db.singly(onlooker.municipalityId, (tx) => messageFor(parts, tx, { onlooker, writtenId })),
  waitingFor: (municipalityId, staffId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const open = await openFor(tx, staffId);
      const remarks = await remarksOf(
        tx,
        open.map(({ writtenId }) => writtenId),
      );
      const of = Map.groupBy(remarks, ({ writtenId }) => writtenId);
      return open
        .filter((written) => waitedFor(written, of.get(written.writtenId) ?? []).includes(staffId))
        .map(({ writtenId, facts }) => ({ id: writtenId, version: facts }));
    }),
});

const Comment = typedLinesOrNothing(2000);

/** A stance and a comment for each matter, by its id; of other fields nothing is read. */
const Said = z.looseObject({ writtenId: z.uuid() }).transform(({ writtenId, ...given }, context) => {
  const ids = new Set(
    Object.keys(given).flatMap((key) => {
      const id = key.replace(STANCE_FIELD, '').replace(COMMENT_FIELD, '');
      return isUuid(id) ? [id] : [];
    }),
  );
  const remarks = [...ids].map((itemId) => {
    const comment = Comment.safeParse(given[`${COMMENT_FIELD}${itemId}`] ?? '');
    // A vote is not taken without the words that go with it.
    if (!comment.success) context.addIssue({ code: 'custom', message: comment.error.issues[0]?.message ?? '' });
    const stance = StanceSchema.safeParse(given[`${STANCE_FIELD}${itemId}`]).data ?? null;
    return { itemId, stance, comment: comment.data ?? '' };
  });
  return { writtenId, remarks };
});

export const writtenActions = (parts: SchedulesParts, meetings: WrittenMeetings): Action[] => [
  action<{ writtenId: string } & WrittenRemarksInput>({
    verb: SAY_VERB,
    data: Said,
    handle: (caller, { writtenId, remarks }) =>
      cardAfter(parts, caller, {
        work: () => meetings.say(caller, writtenId, { remarks }),
        cardFor: (tx, onlooker, refused) => messageFor(parts, tx, { onlooker, writtenId, refused }),
        unknown: 'schedules.written_not_found',
      }),
  }),
];
