import { z } from 'zod';
import {
  type Action,
  action,
  type Caller,
  type ChatMessage,
  KaigiError,
  type Locale,
  sentenceOfRefusal,
  type Texts,
  typedDay,
} from '../../shared/index.ts';
import { asking, cardOf, cut, dayWord, type Element, execute, heading, small, text } from '../elements.ts';
import { openPage, type ToTab } from '../tab-pages.ts';
import type { OvertimeDayView } from './contract.ts';
import type { Overtime } from './service.ts';
import { words } from './words.ts';

const MOST = 6;

const lineOf = ({ date, from, to, person, reason, state }: OvertimeDayView, locale: Locale): string => {
  return `${dayWord(date, locale)} ${from}〜${to}　${person.unitName} ${person.name}　${state === 'UNORDERED' ? words(locale, 'unordered') : cut(reason, 60)}`;
};

const time = (id: string, label: string, value: string): Element => ({
  ...{ type: 'Input.Text', id, label, value, isRequired: true, maxLength: 5 },
  errorMessage: label,
});

/** Ids are unique in a card: several days stand in the same one. */
function confirmButtons(item: OvertimeDayView, at: number, locale: Locale): Element {
  const { itemId, version, from, to, date, person } = item;
  const about = { at: String(at), date, staffId: person.staffId, version, ...(itemId === null ? {} : { itemId }) };
  const yes = execute('overtime-confirm', words(locale, 'confirm'), about);
  const fields = [
    time(`from${at}`, words(locale, 'worked_from'), from),
    time(`to${at}`, words(locale, 'worked_to'), to),
  ];
  const no =
    itemId === null ? [] : [execute('overtime-confirm', words(locale, 'not_worked'), { ...about, nothing: 'true' })];
  return { type: 'ActionSet', actions: [asking(words(locale, 'confirm_open'), fields, [yes, ...no])] };
}

/** What is over and waits for the boss; the times can be put right before. */
export function waitingCard(
  items: readonly OvertimeDayView[],
  { locale, said, pageUrl }: ToTab & { readonly locale: Locale; readonly said?: string },
): ChatMessage {
  const title = words(locale, 'waiting', { count: items.length });
  const shown = items.slice(0, MOST);
  const body = [
    ...(said === undefined ? [] : [text(said, { weight: 'Bolder' })]),
    heading(title),
    ...shown.flatMap((item, at) => [text(lineOf(item, locale)), confirmButtons(item, at, locale)]),
    ...(items.length > MOST ? [small(words(locale, 'more', { count: items.length - MOST }))] : []),
  ];
  const tab = items.length === 0 ? [] : openPage({ pageUrl }, 'people', words(locale, 'tab'));
  return { kind: 'card', card: cardOf(locale, body, tab), summary: title };
}

const Confirmed = z.looseObject({
  at: z.string().max(3),
  date: typedDay(),
  staffId: z.uuid(),
  itemId: z.uuid().optional(),
  version: z.number().int().min(0),
  nothing: z.string().optional(),
});
type Confirmed = z.infer<typeof Confirmed>;

const TIME = /^([0-2]?[0-9]|3[0-5]):[0-5][0-9]$/u;

async function confirmed(overtime: Overtime, caller: Caller, data: Confirmed): Promise<void> {
  const { at, date, staffId, itemId, version, nothing } = data;
  const [from, to] = [String(data[`from${at}`] ?? ''), String(data[`to${at}`] ?? '')];
  const readable = TIME.test(from) && TIME.test(to);
  if (nothing === undefined && !readable) throw new KaigiError('bad-input', 'telework.overtime_too_long');
  if (itemId === undefined) await overtime.confirmUnordered(caller, { staffId, date, from, to, note: '' });
  else
    await overtime.confirm(caller, itemId, { version, worked: nothing === undefined ? { from, to } : null, note: '' });
}

interface ConfirmParts extends ToTab {
  readonly overtime: Overtime;
  readonly texts: Texts;
}

/** 事後確認 from the card; what is still waiting comes back. */
export const confirmAction = ({ overtime, texts, pageUrl }: ConfirmParts): Action =>
  action({
    verb: 'telework/overtime-confirm',
    data: Confirmed,
    async handle(caller, data) {
      const { locale } = caller;
      let said = words(locale, 'confirmed');
      try {
        await confirmed(overtime, caller, data);
      } catch (error) {
        said = sentenceOfRefusal(error, texts, locale);
      }
      const { items } = await overtime.days(caller, { box: 'to-confirm' });
      return waitingCard(items, { locale, said, pageUrl });
    },
  });
