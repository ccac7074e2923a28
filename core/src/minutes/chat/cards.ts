import { cardOf, cut, dayWord, type Element, factSet, heading, note, small, text } from '../../shared/card-elements.ts';
import { type ChatMessage, type ErrorParams, type Locale, say } from '../../shared/index.ts';
import type { MeetingList, MeetingView } from '../meetings/contract.ts';
import type { MinutesParts } from '../parts.ts';
import { chatTexts } from './text.ts';

type Code = keyof typeof chatTexts extends `minutes.${infer Rest}` ? Rest : never;

const words = (locale: Locale, code: Code, params: ErrorParams = {}): string =>
  say(chatTexts, `minutes.${code}`, locale, params) ?? code;

type ToTab = Pick<MinutesParts, 'pageUrl'>;

const open = ({ pageUrl }: ToTab, page: string, title: string): Element[] =>
  pageUrl ? [{ type: 'Action.OpenUrl', title, url: pageUrl(page) }] : [];

type Due = MeetingView['deadlines'][number];

function dueWord(due: Due | null | undefined, locale: Locale): string | null {
  if (!due) return null;
  return dayWord(due.on, locale) + (due.state === 'LATE' ? words(locale, 'state_late') : '');
}

interface Ready {
  readonly meeting: MeetingView;
  /** Lines that nobody was put to yet. */
  readonly open: number;
}

/** To whoever keeps the minutes: the transcript is there. */
export function readyMessage(to: ToTab, { meeting, open: nobody }: Ready, locale: Locale): ChatMessage {
  const newest = meeting.transcripts.at(-1);
  const written = newest?.source === 'CHAT';
  const title = words(locale, written ? 'chat_written' : 'chat_ready', { title: cut(meeting.title, 80) });
  const lead = written ? 'chat_written_lead' : 'chat_ready_lead';
  const body = [
    heading(title),
    text(words(locale, newest?.state === 'KEPT' ? 'chat_kept' : lead)),
    factSet([
      [words(locale, 'chat_day'), dayWord(meeting.heldOn, locale)],
      [words(locale, 'chat_state'), words(locale, `state_${meeting.state}`)],
      [words(locale, 'chat_lines'), newest ? String(newest.lines) : null],
      [words(locale, 'chat_due'), dueWord(meeting.deadlines[0], locale)],
    ]),
    ...note(nobody > 0 ? words(locale, 'chat_open_speakers', { count: nobody }) : undefined),
    ...(newest?.doubts ?? []).map((doubt) => small(doubt)),
  ];
  const actions = open(to, `meetings/${meeting.id}/transcript`, words(locale, 'chat_edit'));
  return { kind: 'card', card: cardOf(locale, body, actions), summary: title };
}

const MOST = 8;

interface Asked {
  readonly items: MeetingList['items'];
  readonly asked: string;
}

/** 「議事録」: one's own meetings, the newest first, each a way into its minutes. */
export function listMessage(to: ToTab, { items, asked }: Asked, locale: Locale): ChatMessage {
  const title = words(locale, 'chat_list');
  const none = asked === '' ? words(locale, 'chat_none') : words(locale, 'chat_none_like', { words: cut(asked, 50) });
  const rows = items.slice(0, MOST).map(({ id, title: name, heldOn, state, due }): Element => {
    const when = [dayWord(heldOn, locale), words(locale, `state_${state}`), dueWord(due, locale)];
    return {
      ...{ type: 'Container', spacing: 'Medium' },
      ...(to.pageUrl
        ? { selectAction: { type: 'Action.OpenUrl', title: name, url: to.pageUrl(`meetings/${id}`) } }
        : {}),
      items: [text(cut(name, 80), { weight: 'Bolder' }), small(when.filter((part) => part !== null).join('　'))],
    };
  });
  const more = items.length > MOST ? [small(words(locale, 'chat_more'))] : [];
  const body = [heading(title), ...(rows.length > 0 ? rows : [text(none)]), ...more];
  const actions = open(to, 'meetings', words(locale, 'chat_open_list'));
  return { kind: 'card', card: cardOf(locale, body, actions), summary: title };
}
