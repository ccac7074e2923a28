import type { ShownInChat } from '../../notifications/index.ts';
import { localDateOf, parseLocalDate } from '../../shared/index.ts';
import { reportsOf } from '../people/people.ts';
import type { RoomParts } from '../room.ts';
import { bossDayMessage } from './boss-card.ts';
import { lateResults, linesOf } from './boss-day.ts';
import { ownMessage, toldMessage } from './cards.ts';
import { presentDay } from './day-view.ts';
import { readReminder } from './reminding-store.ts';
import * as store from './store.ts';
import { words } from './words.ts';

/** A person's own day, when something was said to it. */
export const REPORT_SUBJECT = 'telework/report';
/** A report that somebody forgot. */
export const REMINDER_SUBJECT = 'telework/report-due';
/** The card of a boss and a day: `<staffId>.<date>`. */
export const BOSS_SUBJECT = 'telework/boss-day';

type Parts = Pick<RoomParts, 'db' | 'clock' | 'directory' | 'regulations' | 'approvals' | 'wake'>;

export function reportsInChat(parts: Parts): ShownInChat {
  const { db, clock, directory, regulations } = parts;
  return {
    prefix: REPORT_SUBJECT,
    render: ({ municipalityId, staffId, locale }, reportId) =>
      db.singly(municipalityId, async (tx) => {
        const [actor, there, report] = await Promise.all([
          directory.actorById(tx, staffId),
          directory.organisation(tx),
          store.readReport(tx, reportId),
          regulations.ready(tx),
        ]);
        if (!actor || report?.staffId !== staffId) return null;
        const open = { tx, actor, there, today: localDateOf(clock.now()) };
        const day = await presentDay(parts, open, { person: actor, date: report.date, locale });
        return toldMessage(day(new Map()), locale);
      }),
    waitingFor: async () => [],
  };
}

/** The form of what was forgotten; once it is reported, the day as it is. */
export function remindersInChat(parts: Parts): ShownInChat {
  const { db, clock, directory, regulations } = parts;
  return {
    prefix: REMINDER_SUBJECT,
    render: ({ municipalityId, staffId, locale }, noticeId) =>
      db.singly(municipalityId, async (tx) => {
        const [actor, there, notice] = await Promise.all([
          directory.actorById(tx, staffId),
          directory.organisation(tx),
          readReminder(tx, noticeId),
          regulations.ready(tx),
        ]);
        if (!actor || notice?.staffId !== staffId) return null;
        const open = { tx, actor, there, today: localDateOf(clock.now()) };
        const view = (await presentDay(parts, open, { person: actor, date: notice.date, locale }))(new Map());
        const isMissing = (notice.kind === 'PLAN' ? (view.plan ?? view.result) : view.result) === null;
        const code = notice.kind === 'PLAN' ? 'card.remind_plan' : 'card.remind_result';
        return ownMessage(view, { locale, choices: [], note: isMissing ? words(locale, code) : undefined });
      }),
    waitingFor: async () => [],
  };
}

export function bossDaysInChat({ db, clock, directory, regulations }: Parts): ShownInChat {
  return {
    prefix: BOSS_SUBJECT,
    render: ({ municipalityId, staffId, locale }, id) =>
      db.singly(municipalityId, async (tx) => {
        const [bossId, day = ''] = id.split('.');
        const date = parseLocalDate(day);
        const [actor, there] = await Promise.all([
          directory.actorById(tx, staffId),
          directory.organisation(tx),
          regulations.ready(tx),
        ]);
        if (bossId !== staffId || !date || !actor) return null;
        const under = reportsOf(there, actor);
        const ids = under.map((one) => one.staffId);
        const staffIds = await store.teleworkersOn(tx, date, ids);
        const [lines, late] = await Promise.all([
          linesOf(regulations, tx, { staffIds, date, now: clock.now() }),
          lateResults(tx, regulations.teleworkOn({ municipalityId, day: date }), { staffIds: ids, date }),
        ]);
        const names = new Map(under.map(({ staffId: who, name }) => [who, name]));
        return bossDayMessage({ date, lines, lateResults: late, names, locale });
      }),
    waitingFor: (municipalityId, staffId) =>
      db.singly(municipalityId, async (tx) => {
        const date = localDateOf(clock.now());
        const row = (await store.bossDays(tx, date, [staffId])).get(staffId);
        return row ? [{ id: `${staffId}.${date}`, version: row.stage }] : [];
      }),
  };
}
