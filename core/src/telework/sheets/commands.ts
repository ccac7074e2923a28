import {
  type Caller,
  type ChatCommand,
  type ChatMessage,
  KaigiError,
  lastOfMonth,
  localDateOf,
} from '../../shared/index.ts';
import { cardOf, type Element, heading, text } from '../elements.ts';
import { openPage, type ToTab } from '../tab-pages.ts';
import type { ConfirmationService } from './confirmations.ts';
import type { Confirmations, SheetView } from './contract.ts';
import { type Month, monthOf, monthsBefore } from './month.ts';
import { confirmedBy } from './month-people.ts';
import type { SheetParts } from './parts.ts';
import type { Sheets } from './service.ts';
import { lengthWord, monthWord, words } from './words.ts';

interface CommandParts extends SheetParts, ToTab {
  readonly sheets: Sheets;
  readonly confirmations: ConfirmationService;
}

/** 「7」「7月」「2026-07」「先月」; the month of today where nothing is said. The nearest one gone by, never one to come. */
export function monthAsked(argument: string, today: Month): Month | null {
  const said = argument.normalize('NFKC').trim().toLowerCase();
  if (said === '' || said === '今月') return today;
  if (said === '先月' || said === 'last month') return monthsBefore(today).at(-1) ?? null;
  const whole = /^(\d{4})[-/年](\d{1,2})月?$/.exec(said);
  const number = Number(whole?.[2] ?? /^(\d{1,2})月?$/.exec(said)?.[1] ?? 0);
  if (number < 1 || number > 12) return null;
  const two = String(number).padStart(2, '0');
  const year = Number(today.slice(0, 4));
  return whole ? `${whole[1]}-${two}` : `${two <= today.slice(5) ? year : year - 1}-${two}`;
}

const MOST_LINES = 6;

function cardWith(locale: Caller['locale'], [title = '', ...lines]: readonly string[], tab: Element[]): ChatMessage {
  const body = [heading(title), ...lines.map((line) => text(line, { spacing: 'Small' }))];
  return { kind: 'card', card: cardOf(locale, body, tab), summary: title };
}

function ownCard(view: SheetView, { locale }: Caller, parts: CommandParts): ChatMessage {
  const { totals, blocks, limits, month } = view;
  const overtime = Object.entries(totals.byClass).reduce(
    (sum, [of, { minutes }]) => sum + (of === 'REGULAR' ? 0 : minutes),
    0,
  );
  const figures = {
    days: totals.daysWorked,
    worked: lengthWord(totals.worked + totals.deemed, locale),
    overtime: lengthWord(overtime, locale),
    telework: totals.teleworkDays,
  };
  const asked = blocks.map(({ date, words: what }) => words(locale, 'chat_asked', { date, what }));
  const near = limits.filter(({ level }) => level !== 'WITHIN').map((limit) => limit.words);
  const lines = [
    words(locale, 'chat_title', { month: monthWord(month, locale), state: words(locale, `state_${view.state}`) }),
    words(locale, 'chat_figures', figures),
    ...near,
    ...asked.slice(0, MOST_LINES),
    ...(asked.length > MOST_LINES ? [words(locale, 'chat_more', { count: asked.length - MOST_LINES })] : []),
  ];
  return cardWith(locale, lines, openPage(parts, 'month', words(locale, 'chat_open')));
}

function bossCard(list: Confirmations, { locale }: Caller, parts: CommandParts): ChatMessage[] {
  const { items, month, waiting, blocked, confirmed } = list;
  if (items.length === 0) return [];
  const names = items.filter(({ state }) => state === 'OPEN' || state === 'CHANGED');
  const people = names.slice(0, MOST_LINES).map(({ person, needs }) => {
    const what = needs.map((need) => words(locale, 'chat_need', { words: need.words, count: need.dates.length }));
    const said = what.length === 0 ? words(locale, 'chat_nothing') : what.join(locale === 'ja' ? '、' : ', ');
    return words(locale, 'chat_person', { name: person.name, what: said });
  });
  const lines = [
    words(locale, 'chat_people', { month: monthWord(month, locale), waiting, blocked, confirmed }),
    ...people,
    ...(names.length > MOST_LINES ? [words(locale, 'chat_more', { count: names.length - MOST_LINES })] : []),
  ];
  return [cardWith(locale, lines, openPage(parts, 'people', words(locale, 'chat_confirm')))];
}

/** Whether the caller confirms months of others. */
const isBoss = ({ db, directory, standing }: CommandParts, caller: Caller, month: Month): Promise<boolean> =>
  db.singly(caller.municipalityId, async (tx) => {
    const [actor, both] = await Promise.all([directory.actorOf(tx, caller), standing(tx, month)]);
    return confirmedBy(both, actor, false).length > 0;
  });

/** Who holds no post, or has none of this month, has no sheet; everything else is told. */
async function ownSheet({ sheets }: CommandParts, caller: Caller, month: Month): Promise<SheetView | null> {
  try {
    return await sheets.read(caller, month);
  } catch (error) {
    if (error instanceof KaigiError && error.code === 'telework.sheet_not_found') return null;
    throw error;
  }
}

/** 「勤務表」: one's month in a few lines, and for a boss who waits. */
export const sheetCommand = (parts: CommandParts): ChatCommand => ({
  words: ['勤務表', 'timesheet'],
  help: {
    ja: '「勤務表」「勤務表 先月」：今月（先月）の勤務と、片付けることを示します。部下のいる人には、確認を待つ人も示します。',
    en: '“timesheet”, “timesheet last month”: your month and what is asked; for a boss also who waits for a confirmation.',
  },
  async handle(caller, argument) {
    const today = localDateOf(parts.clock.now());
    const month = monthAsked(argument, monthOf(today));
    const { locale } = caller;
    if (month === null) return [{ kind: 'text', text: words(locale, 'chat_which') }];
    // What bosses confirm is the month before, as long as somebody waits.
    const theirs = argument === '' ? (monthsBefore(month).at(-1) ?? month) : month;
    const [own, boss] = await Promise.all([ownSheet(parts, caller, month), isBoss(parts, caller, theirs)]);
    const asks = boss && lastOfMonth(theirs) <= today;
    const found = asks ? await parts.confirmations.list(caller, { month: theirs, all: false }) : null;
    const people = found && (argument !== '' || found.waiting + found.blocked > 0) ? found : null;
    const shown = [...(own ? [ownCard(own, caller, parts)] : []), ...(people ? bossCard(people, caller, parts) : [])];
    return shown.length === 0 ? [{ kind: 'text', text: words(locale, 'chat_none') }] : shown;
  },
});
