import { append, h, replaceChildren, setAttribute } from '../dom.ts';
import type { Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import type { Attachment, Message } from '../window-api.ts';
import { cardSummary, isCard } from './card-json.ts';
import { type DrawnCard, drawCard, nothingInProgress, type Press } from './card-view.ts';
import type { Clock } from './japan-time.ts';
import { plainWords } from './markdown.ts';
import { markdownNodes, richTextNodes } from './markdown-dom.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

export interface MessageHooks {
  readonly say: Say;
  readonly clock: Clock;
  readonly theme: () => Theme;
  readonly onPress: (view: MessageView, press: Press) => void;
  readonly onLink: (url: string) => void;
  readonly onResend: (text: string) => void;
}

export type NoteKind = 'busy' | 'note' | 'problem';

/** One message on the screen. It changes in place, and keeps what the person was typing into its card. */
export interface MessageView {
  readonly element: HTMLElement;
  readonly divider: HTMLElement;
  message(): Message;
  update(message: Message): boolean;
  /** A view for this person alone (automatic refresh): it replaces the card here and nowhere else. */
  showOwnCard(content: unknown): void;
  redraw(): void;
  note(kind: NoteKind | null, sentence?: string): void;
  busy(): boolean;
}

interface Parts {
  readonly element: HTMLElement;
  readonly divider: HTMLElement;
  readonly meta: HTMLElement;
  readonly content: HTMLElement;
  readonly status: HTMLElement;
}

export function messageView(first: Message, hooks: MessageHooks): MessageView {
  const parts = layOut(first);
  let message = first;
  let ownCard: unknown = null;
  let cards: readonly DrawnCard[] = [];
  let isBusy = false;

  const draw = (keepWork: boolean) => {
    const hadFocus = parts.content.contains(document.activeElement);
    const inProgress = cards.map((card) => (keepWork ? card.inProgress() : nothingInProgress));
    const drawn = message.attachments.map((attachment, index) =>
      attachment.contentType === cardType
        ? drawCard(hooks.say, {
            content: ownCard ?? attachment.content,
            theme: hooks.theme(),
            inProgress: inProgress[index] ?? nothingInProgress,
            onPress: (press) => hooks.onPress(view, press),
            onLink: hooks.onLink,
          })
        : { element: filePart(attachment), inProgress: () => nothingInProgress },
    );
    cards = drawn;
    drawMeta(parts, message, hooks);
    replaceChildren(parts.content, ...textPart(message, hooks), ...drawn.map((card) => card.element));
    drawDelivery(parts, message, hooks);
    if (hadFocus) parts.element.focus({ preventScroll: true });
  };

  const view: MessageView = {
    element: parts.element,
    divider: parts.divider,
    message: () => message,
    update: (next) => {
      if (JSON.stringify(next) === JSON.stringify(message) && ownCard === null) return false;
      message = next;
      ownCard = null;
      draw(!isBusy);
      return true;
    },
    showOwnCard: (content) => {
      ownCard = content;
      draw(true);
    },
    redraw: () => draw(true),
    note: (kind, sentence = '') => {
      isBusy = kind === 'busy';
      drawNote(parts, kind, sentence);
    },
    busy: () => isBusy,
  };
  draw(false);
  return view;
}

function layOut(message: Message): Parts {
  const meta = h('div', { attrs: { class: 'meta' } });
  const content = h('div', { attrs: { class: 'content' } });
  const status = h('div', { attrs: { class: 'card-status' }, testId: 'message-status' });
  const element = h(
    'article',
    {
      attrs: {
        class: `message from-${message.from}`,
        tabindex: -1,
        'data-message-id': message.id,
        'data-from': message.from,
      },
      testId: 'message',
    },
    message.from === 'bot' && h('span', { attrs: { class: 'mark', 'aria-hidden': 'true' } }, '議'),
    h('div', { attrs: { class: 'bubble' } }, meta, content, status),
  );
  const divider = h('div', { attrs: { class: 'day', hidden: true } });
  return { element, divider, meta, content, status };
}

function drawMeta({ meta, element }: Parts, message: Message, { say, clock }: MessageHooks): void {
  const name = message.from === 'person' ? say('chat.you') : message.fromName;
  const time = clock.time(message.sentAt);
  element.setAttribute('aria-label', `${name}、${time}`);
  replaceChildren(
    meta,
    h('span', { attrs: { class: 'name' } }, name),
    h('time', { attrs: { datetime: message.sentAt, title: clock.full(message.sentAt) } }, time),
    message.editedAt !== null && h('span', { attrs: { class: 'edited' } }, say('chat.edited')),
  );
}

function textPart({ text, textFormat, from }: Message, { onLink }: MessageHooks): readonly Node[] {
  if (text === null || text.trim() === '') return [];
  const formatted = { markdown: markdownNodes, xml: richTextNodes, plain: plainNodes };
  const nodes = from === 'person' ? plainNodes(text) : formatted[textFormat](text);
  const body = h('div', { attrs: { class: 'text' } });
  append(body, nodes);
  body.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null;
    if (anchor === null) return;
    event.preventDefault();
    onLink(anchor.href);
  });
  return [body];
}

function plainNodes(text: string): readonly Node[] {
  return [h('p', { attrs: { class: 'plain' } }, text)];
}

function filePart({ name, contentUrl, contentType }: Attachment): HTMLElement {
  const label = name ?? contentType;
  const safe = contentUrl !== null && /^https?:/.test(contentUrl) ? contentUrl : null;
  return h(
    'p',
    { attrs: { class: 'file' } },
    safe === null ? label : h('a', { attrs: { href: safe, target: '_blank', rel: 'noopener noreferrer' } }, label),
  );
}

function drawDelivery({ status }: Parts, message: Message, { say, onResend }: MessageHooks): void {
  if (message.from !== 'person') return;
  status.className = `card-status ${message.delivery}`;
  if (message.delivery === 'delivered') replaceChildren(status);
  if (message.delivery === 'waiting') replaceChildren(status, say('chat.waiting'));
  if (message.delivery !== 'failed') return;
  const again = () => onResend(message.text ?? '');
  replaceChildren(
    status,
    message.problem ?? say('chat.undelivered'),
    h('button', { attrs: { type: 'button', class: 'quiet' }, on: { click: again } }, say('chat.resend')),
  );
}

function drawNote({ element, content, status }: Parts, kind: NoteKind | null, sentence: string): void {
  setAttribute(element, 'aria-busy', kind === 'busy' ? 'true' : null);
  // Not `disabled`: that would throw the keyboard out of the card.
  for (const button of content.querySelectorAll('button')) {
    setAttribute(button, 'aria-disabled', kind === 'busy' ? 'true' : null);
  }
  status.className = `card-status ${kind ?? ''}`;
  setAttribute(status, 'role', kind === 'problem' ? 'alert' : 'status');
  replaceChildren(
    status,
    kind === 'busy' && h('span', { attrs: { class: 'spinner', 'aria-hidden': 'true' } }),
    sentence,
  );
}

/** A few words for the live region and the list of chats. */
export function messageSummary({ summary, text, attachments }: Message, card: string): string {
  if (summary !== null && summary !== '') return summary;
  const words = plainWords(text ?? '');
  if (words !== '') return words.slice(0, 140);
  const content = attachments.find((attachment) => isCard(attachment.content))?.content;
  return cardSummary(content) || card;
}
