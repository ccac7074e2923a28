import { type ChatMessage, type Locale, say } from '../../shared/index.ts';
import { cardOf, cut, type Element, execute, factSet, heading, small, text } from '../elements.ts';
import type { Talk } from './store.ts';
import { talkTexts } from './text.ts';

type Code = keyof typeof talkTexts extends `telework.talk_${infer Rest}` ? Rest : never;

const words = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(talkTexts, `telework.talk_${code}`, locale, params) ?? code;

/** To the head: that it may be time to talk, and what the person chose to show. */
export function headMessage(talk: Talk, { name, locale }: { name: string; locale: Locale }): ChatMessage {
  const title = words(locale, 'head_title', { name, days: talk.days });
  const mood: Element[] =
    talk.shown && talk.mood !== '' ? [factSet([[words(locale, 'head_mood'), cut(talk.mood, 500)]])] : [];
  return {
    kind: 'card',
    card: cardOf(locale, [heading(title), text(words(locale, 'head_lead')), ...mood]),
    summary: title,
  };
}

/** To the person: what their head was told, and a line for themselves. */
export function ownMessage({ talkId, days, mood, shown }: Talk, locale: Locale): ChatMessage {
  const title = words(locale, 'own_title', { days });
  const press = (share: boolean, code: Code) => execute('talk-mood', words(locale, code), { talkId, share });
  const field: Element = {
    ...{ type: 'Input.Text', id: 'mood', label: words(locale, 'own_field'), isMultiline: true, maxLength: 500 },
    value: mood,
  };
  const standing = mood === '' ? [] : [small(words(locale, shown ? 'shown' : 'kept'), { isSubtle: true })];
  const actions = [press(false, shown ? 'hide' : 'keep'), press(true, 'show')];
  const body = [heading(title), text(words(locale, 'own_lead')), field, ...standing];
  return { kind: 'card', card: cardOf(locale, body, actions), summary: title };
}
