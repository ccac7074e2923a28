import { cardOf, cut, type Element, heading, small, text } from '../../shared/card-elements.ts';
import { type ChatMessage, type ErrorParams, type Locale, say } from '../../shared/index.ts';
import type { MinutesParts } from '../parts.ts';
import type { ChatOffer, FromChatAnswer } from './contract.ts';
import { chatsTexts } from './text.ts';

type Code = keyof typeof chatsTexts extends `minutes.${infer Rest}` ? Rest : never;

const words = (locale: Locale, code: Code, params: ErrorParams = {}): string =>
  say(chatsTexts, `minutes.${code}`, locale, params) ?? code;

export const FROM_CHAT = 'minutes/from-chat';

const day = (id: 'from' | 'to', value: string, locale: Locale): Element => ({
  ...{ type: 'Input.Date', id, value, isRequired: true, label: words(locale, `chatform_${id}`) },
  errorMessage: words(locale, 'chatform_day_missing'),
});

/** 「議事録」 in a chat of several people: which days, which 会議体, under which name. Everybody there sees it. */
export function formMessage(offer: ChatOffer, locale: Locale): ChatMessage {
  const { title, from, to, bodies, unitName } = offer;
  const choices = [
    { title: words(locale, 'chatform_no_body'), value: '' },
    ...bodies.map(({ id, name }) => ({ title: name, value: id })),
  ];
  const body: Element[] = [
    heading(words(locale, 'chatform_title')),
    text(words(locale, 'chatform_lead')),
    {
      ...{ type: 'Input.Text', id: 'title', value: title, maxLength: 200, isRequired: true },
      ...{ label: words(locale, 'chatform_name'), errorMessage: words(locale, 'chatform_name_missing') },
    },
    day('from', from, locale),
    day('to', to, locale),
    { type: 'Input.ChoiceSet', id: 'bodyId', label: words(locale, 'chatform_body'), value: '', choices },
    small(words(locale, 'chatform_seen', { unit: unitName }), { spacing: 'Medium' }),
  ];
  const send = { type: 'Action.Execute', verb: FROM_CHAT, title: words(locale, 'chatform_send'), style: 'positive' };
  return { kind: 'card', card: cardOf(locale, body, [send]), summary: words(locale, 'chatform_title') };
}

/** What became of it, with the way to the minutes: only those may go it who may see them. */
export function takenMessage(
  { pageUrl }: Pick<MinutesParts, 'pageUrl'>,
  { meetingId, outcome, title }: FromChatAnswer & { readonly title: string },
  locale: Locale,
): ChatMessage {
  const code = outcome === 'STARTED' ? 'chatform_started' : 'chatform_there';
  const sentence = words(locale, code, { title: cut(title, 80) });
  const open: Element[] = pageUrl
    ? [
        {
          type: 'Action.OpenUrl',
          title: words(locale, 'chatform_open'),
          url: pageUrl(`meetings/${meetingId}/transcript`),
        },
      ]
    : [];
  return { kind: 'card', card: cardOf(locale, [text(sentence)], open), summary: sentence };
}
