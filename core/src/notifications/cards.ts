import { asTyped, type Card, type ChatMessage, type Locale, say } from '../shared/index.ts';
import { notificationsTexts } from './text.ts';

const SHOWN = 15;

export interface Digest {
  /** One line for each thing, as it would be shown in a notification. */
  readonly lines: readonly string[];
  readonly inboxUrl: string | null;
  readonly locale: Locale;
}

const words = (locale: Locale, code: string, params: Record<string, number> = {}) =>
  say(notificationsTexts, `notifications.${code}`, locale, params) ?? code;

function listed({ lines, locale }: Digest): string[] {
  const rest = lines.length - SHOWN;
  return [...lines.slice(0, SHOWN), ...(rest > 0 ? [words(locale, 'digest_more', { count: rest })] : [])];
}

/** Several things in one message. */
export function digestCard(digest: Digest): ChatMessage {
  const { lines, inboxUrl, locale } = digest;
  const title = words(locale, 'digest_title', { count: lines.length });
  const card: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: locale,
    body: [
      { type: 'TextBlock', text: title, weight: 'Bolder', size: 'Medium', wrap: true, style: 'heading' },
      ...listed(digest).map((line) => ({ type: 'TextBlock', text: asTyped(line), wrap: true, spacing: 'Small' })),
      { type: 'TextBlock', text: words(locale, 'digest_hint'), wrap: true, isSubtle: true, size: 'Small' },
    ],
    ...(inboxUrl === null
      ? {}
      : { actions: [{ type: 'Action.OpenUrl', title: words(locale, 'digest_open'), url: inboxUrl }] }),
  };
  return { kind: 'card', card, summary: title };
}

/** The same as plain text, for another way than the chat. */
export function digestNote(digest: Digest): { subject: string; text: string } {
  const { lines, inboxUrl, locale } = digest;
  const text = [
    ...listed(digest).map((line) => `・${line}`),
    ...(inboxUrl === null ? [] : ['', inboxUrl]),
    '',
    words(locale, 'otherwise_why'),
  ];
  return { subject: words(locale, 'otherwise_subject', { count: lines.length }), text: text.join('\n') };
}
