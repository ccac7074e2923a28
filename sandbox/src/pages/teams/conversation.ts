import { h, replaceChildren } from '../dom.ts';
import type { Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import type { Message } from '../window-api.ts';
import type { Press } from './card-view.ts';
import type { Clock } from './japan-time.ts';
import { type MessageView, messageView } from './message-view.ts';

export interface ConversationOptions {
  readonly say: Say;
  readonly clock: Clock;
  readonly botName: string;
  readonly theme: () => Theme;
  readonly onPress: (view: MessageView, press: Press) => void;
  readonly onLink: (url: string) => void;
  readonly onSend: (text: string) => void;
  /** Called once for every state of a message that comes into sight. */
  readonly onSeen: (view: MessageView) => void;
}

/** The list of messages: in order, changed in place, and held at its end while new ones arrive. */
export class Conversation {
  readonly element: HTMLElement;
  readonly #options: ConversationOptions;
  readonly #views = new Map<string, MessageView>();
  readonly #list: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #typing: HTMLElement;
  readonly #jump: HTMLElement;
  readonly #suggested: HTMLElement;
  readonly #sight: IntersectionObserver;
  #atEnd = true;
  #typingTimer = 0;

  constructor(options: ConversationOptions) {
    const { say, botName } = options;
    this.#options = options;
    this.#list = h('div', { attrs: { class: 'messages' } });
    this.#empty = h(
      'p',
      { attrs: { class: 'state', hidden: true }, testId: 'chat-empty' },
      say('chat.empty', { bot: botName }),
    );
    this.#typing = h('p', { attrs: { class: 'typing', hidden: true } }, say('chat.typing', { bot: botName }));
    this.#suggested = h('div', {
      attrs: { class: 'suggested', role: 'group', 'aria-label': say('chat.suggested'), hidden: true },
    });
    this.#jump = h(
      'button',
      { attrs: { type: 'button', class: 'button jump', hidden: true }, on: { click: () => this.scrollToEnd() } },
      say('chat.jump'),
    );
    this.#scroller = h(
      'div',
      {
        attrs: { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': say('chat.messages', { bot: botName }) },
        testId: 'messages',
        on: { scroll: () => this.#noteScroll(), keydown: (event) => this.#walk(event) },
      },
      this.#empty,
      this.#list,
      this.#suggested,
      this.#typing,
    );
    this.element = h('div', { attrs: { class: 'conversation' } }, this.#scroller, this.#jump);
    this.#sight = new IntersectionObserver((entries) => this.#noteSight(entries), { root: this.#scroller });
    // Cards grow after they are drawn (pictures, an opened part): the end stays in sight.
    new ResizeObserver(() => this.#atEnd && this.scrollToEnd()).observe(this.#list);
    new ResizeObserver(() => this.#atEnd && this.scrollToEnd()).observe(this.#scroller);
  }

  /** All messages afresh, after opening or after the connection was lost. */
  show(messages: readonly Message[]): void {
    const present = new Set(messages.map((message) => message.id));
    for (const id of this.#views.keys()) if (!present.has(id)) this.#remove(id);
    for (const message of messages) this.#put(message);
    this.#arrange();
  }

  /** Tells whether the message was not there before, or has changed. */
  upsert(message: Message): 'added' | 'updated' | 'same' {
    const outcome = this.#put(message);
    if (outcome !== 'same') this.#arrange();
    if (outcome === 'added' && message.from === 'bot') this.showTyping(false);
    return outcome;
  }

  remove(id: string): void {
    this.#remove(id);
    this.#arrange();
  }

  last(): Message | null {
    return this.#ordered().at(-1)?.message() ?? null;
  }

  redraw(): void {
    for (const view of this.#views.values()) view.redraw();
  }

  showTyping(shown: boolean): void {
    clearTimeout(this.#typingTimer);
    this.#typing.hidden = !shown;
    // The bot says that it types; it never says that it stopped.
    if (shown) this.#typingTimer = window.setTimeout(() => this.showTyping(false), 6_000);
    if (shown && this.#atEnd) this.scrollToEnd();
  }

  scrollToEnd(): void {
    this.#atEnd = true;
    this.#jump.hidden = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  focusMessage(id: string | null): void {
    const view = id === null ? this.#ordered().at(-1) : this.#views.get(id);
    if (view === undefined) {
      this.#scroller.focus();
      return;
    }
    this.#atEnd = false;
    view.element.scrollIntoView({ block: 'nearest' });
    view.element.focus({ preventScroll: true });
    this.#noteScroll();
  }

  #put(message: Message): 'added' | 'updated' | 'same' {
    const existing = this.#views.get(message.id);
    if (existing !== undefined) {
      if (!existing.update(message)) return 'same';
      this.#sight.unobserve(existing.element);
      this.#sight.observe(existing.element);
      return 'updated';
    }
    const { say, clock, theme, onPress, onLink, onSend } = this.#options;
    const view = messageView(message, { say, clock, theme, onPress, onLink, onResend: onSend });
    this.#views.set(message.id, view);
    this.#sight.observe(view.element);
    return 'added';
  }

  #remove(id: string): void {
    const view = this.#views.get(id);
    if (view === undefined) return;
    this.#sight.unobserve(view.element);
    view.element.remove();
    view.divider.remove();
    this.#views.delete(id);
  }

  #ordered(): readonly MessageView[] {
    return [...this.#views.values()].sort((a, b) => a.message().sequence - b.message().sequence);
  }

  #arrange(): void {
    const { clock, say } = this.#options;
    const now = new Date();
    const views = this.#ordered();
    let previousDay = '';
    let place: Element | null = this.#list.firstElementChild;
    for (const view of views) {
      const { sentAt } = view.message();
      const day = clock.day(sentAt);
      const name = clock.dayName(sentAt, now);
      view.divider.hidden = day === previousDay;
      view.divider.textContent = name.kind === 'date' ? name.text : say(`chat.day.${name.kind}`);
      previousDay = day;
      // Only what is out of place is moved: moving a node would take the focus from it.
      for (const node of [view.divider, view.element]) {
        if (place === node) place = node.nextElementSibling;
        else this.#list.insertBefore(node, place);
      }
    }
    this.#empty.hidden = views.length > 0;
    this.#showSuggested(views.at(-1)?.message());
    if (this.#atEnd) this.scrollToEnd();
    else this.#jump.hidden = false;
  }

  #showSuggested(last: Message | undefined): void {
    const actions = (last?.suggestedActions ?? []).filter((action) => typeof action.value === 'string');
    this.#suggested.hidden = actions.length === 0;
    replaceChildren(
      this.#suggested,
      ...actions.map((action) => {
        const value = String(action.value);
        const press = () => (action.type === 'openUrl' ? this.#options.onLink(value) : this.#options.onSend(value));
        return h('button', { attrs: { type: 'button', class: 'button' }, on: { click: press } }, action.title);
      }),
    );
  }

  #noteScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < 48;
    if (this.#atEnd) this.#jump.hidden = true;
  }

  #noteSight(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const id = entry.target instanceof HTMLElement ? entry.target.dataset.messageId : undefined;
      const view = entry.isIntersecting && id !== undefined ? this.#views.get(id) : undefined;
      if (view !== undefined) this.#options.onSeen(view);
    }
  }

  /** Arrow keys go from message to message; Tab then goes into the one that has the focus. */
  #walk(event: KeyboardEvent): void {
    const target = event.target;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const onMessage =
      target instanceof HTMLElement && (target === this.#scroller || target.dataset.testid === 'message');
    if (event.key === 'Escape' && target instanceof HTMLElement && !onMessage) {
      target.closest<HTMLElement>('[data-testid="message"]')?.focus();
      return;
    }
    if (!onMessage || (step === undefined && event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    const elements = this.#ordered().map((view) => view.element);
    const at = elements.indexOf(target);
    const from = at === -1 ? elements.length : at;
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? elements.length - 1 : from + (step ?? 0);
    this.focusMessage(elements[Math.max(0, Math.min(elements.length - 1, next))]?.dataset.messageId ?? null);
  }
}
