import type { Actor } from '../../directory/index.ts';
import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import { reportsOf } from '../people/people.ts';
import type { ToTab } from '../tab-pages.ts';
import { correctionMessage, dayMessage, missingMessage } from './cards.ts';
import { orNull, seeCorrection, waitingFor } from './corrections.ts';
import { readMissing } from './missing-store.ts';
import type { PunchesParts } from './reading.ts';
import { seeDay } from './service.ts';
import { readCorrection } from './store.ts';

export const CORRECTION_SUBJECT = 'telework/correction';
export const MISSING_SUBJECT = 'telework/missing-punch';

interface PunchChatParts extends PunchesParts, ToTab {}

const MOST_WAITING = 20;

const asCaller = ({ municipalityId, locale }: Onlooker): Caller => ({
  ...{ municipalityId, locale, entraObjectId: '', via: 'rules', idempotencyKey: null },
});

/** What one who may look sees; null for who may not, or is gone. */
async function asSeen<T>(
  { db, directory }: PunchChatParts,
  { municipalityId, staffId }: Onlooker,
  work: (tx: Tx, actor: Actor) => Promise<T | null>,
): Promise<T | null> {
  return db.singly(municipalityId, async (tx) => {
    const actor = await directory.actorById(tx, staffId);
    return actor ? work(tx, actor) : null;
  });
}

/** How a correction looks in chats, and what waits there for a head. */
const correctionsInChat = (parts: PunchChatParts): ShownInChat => ({
  prefix: CORRECTION_SUBJECT,
  render: (onlooker, correctionId) =>
    asSeen(parts, onlooker, async (tx, actor) => {
      const row = await readCorrection(tx, correctionId);
      const view = await seeCorrection(parts, { tx, caller: asCaller(onlooker), actor }, row).catch(orNull);
      return view && correctionMessage(view, { locale: onlooker.locale, pageUrl: parts.pageUrl });
    }),
  async waitingFor(municipalityId, staffId) {
    const waiting = await asSeen(parts, { municipalityId, staffId, locale: 'ja' }, async (tx, actor) => {
      const below = reportsOf(await parts.directory.organisation(tx), actor);
      const ids = below.map((one) => one.staffId);
      return (await waitingFor(tx, actor.staffId, ids)).slice(0, MOST_WAITING);
    });
    return (waiting ?? []).map(({ fact }) => ({ id: fact.factId, version: 1 }));
  },
});

/** 「終了しましたか」; once it is settled the card says how the day is. */
const missingInChat = (parts: PunchChatParts): ShownInChat => ({
  prefix: MISSING_SUBJECT,
  render: (onlooker, noticeId) =>
    asSeen(parts, onlooker, async (tx, actor) => {
      const notice = await readMissing(tx, noticeId);
      if (notice?.staffId !== onlooker.staffId) return null;
      const seeing = { tx, caller: asCaller(onlooker), actor, staffId: notice.staffId };
      const view = await seeDay(parts, seeing, notice.day);
      const context = { locale: onlooker.locale, pageUrl: parts.pageUrl, key: noticeId };
      const isMissing =
        notice.missing === 'END' ? view.state === 'UNCONFIRMED_END' : view.state === 'NOT_STARTED' && !view.closed;
      return isMissing ? missingMessage(view, notice.missing, context) : dayMessage(view, context);
    }),
  waitingFor: async () => [],
});

export const punchesInChat = (parts: PunchChatParts): ShownInChat[] => [correctionsInChat(parts), missingInChat(parts)];
