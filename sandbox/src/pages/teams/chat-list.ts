import { h, icon } from '../dom.ts';
import type { Say } from '../text.ts';

const LINES = 'M4 6h16M4 12h16M4 18h16';

/** In a narrow window the list of chats and the conversation take turns; in a wide one they stand beside each other. */
export class ChatList {
  /** Opens the list; seen in a narrow window only. */
  readonly button: HTMLButtonElement;
  readonly #view: () => HTMLElement;

  constructor(say: Say, view: () => HTMLElement) {
    this.#view = view;
    const attrs = { type: 'button', class: 'quiet list-button', 'aria-label': say('chats.open') };
    this.button = h('button', { attrs, testId: 'open-list', on: { click: () => this.#open() } }, icon(LINES));
  }

  show(what: 'list' | 'conversation'): void {
    this.#view().classList.toggle('listed', what === 'list');
  }

  /** After a choice in the list, which is gone then. */
  choose(): void {
    this.show('conversation');
    this.button.focus();
  }

  #open(): void {
    this.show('list');
    const list = this.#view().querySelector('.chats');
    const current = list?.querySelector<HTMLElement>('button[aria-current]') ?? list?.querySelector('button');
    current?.focus();
  }
}
