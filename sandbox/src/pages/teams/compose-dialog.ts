import { h, replaceChildren } from '../dom.ts';
import type { TeamsClient } from '../sandbox-client.ts';
import type { Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import type { ComposeAnswer, ComposeFound } from '../window-api.ts';
import { drawCard, nothingInProgress, type Press } from './card-view.ts';

export interface ComposeDialogOptions {
  readonly say: Say;
  readonly client: Pick<TeamsClient, 'command' | 'search' | 'paste'>;
  readonly theme: () => Theme;
  readonly onLink: (url: string) => void;
  readonly onDone: () => void;
}

const CAPTURE = 'captureMessage';
const SEARCH = 'searchRecords';

/** The small window in which Teams shows what an app asks, and the app's search beside the compose box. */
export class ComposeDialog {
  readonly element: HTMLDialogElement;
  readonly #options: ComposeDialogOptions;
  readonly #title = h('h2', { attrs: { id: 'compose-dialog-title' } });
  readonly #body = h('div', { attrs: { class: 'compose-dialog-body' }, testId: 'compose-dialog-body' });

  constructor(options: ComposeDialogOptions) {
    this.#options = options;
    const attrs = { type: 'button', class: 'quiet' };
    const close = h(
      'button',
      { attrs, testId: 'compose-dialog-close', on: { click: () => this.element.close() } },
      options.say('group.close'),
    );
    this.element = h(
      'dialog',
      { attrs: { class: 'compose-dialog', 'aria-labelledby': 'compose-dialog-title' }, testId: 'compose-dialog' },
      h('div', { attrs: { class: 'pane-head' } }, this.#title, close),
      this.#body,
    );
    this.element.addEventListener('close', () => options.onDone());
  }

  /** 「文書として保存」 on a message. */
  capture(group: string, messageId: string): void {
    const { say, client } = this.#options;
    this.#open(say('group.capture'));
    const send = (data?: unknown) =>
      this.#working(
        () => client.command(group, { messageId, commandId: CAPTURE, ...(data === undefined ? {} : { data }) }),
        submit,
      );
    const submit = ({ action, inputs }: Press) => {
      const own = typeof action.data === 'object' && action.data !== null ? action.data : {};
      void send({ ...own, ...inputs });
    };
    void send();
  }

  /** 「文書の検索」 beside the compose box. */
  search(group: string): void {
    const { say, client } = this.#options;
    this.#open(say('group.search'));
    const box = h('input', {
      attrs: { type: 'search', 'aria-label': say('group.searchFor'), maxlength: 200 },
      testId: 'compose-search',
    });
    const found = h('div', { attrs: { 'aria-live': 'polite' } });
    const look = async (event: Event) => {
      event.preventDefault();
      replaceChildren(found, h('p', { attrs: { role: 'status' } }, say('group.busy')));
      const answer = await client
        .search(group, SEARCH, box.value)
        .catch((): ComposeAnswer => ({ kind: 'sentence', sentence: say('card.failed') }));
      replaceChildren(found, this.#list(group, answer));
    };
    const go = h('button', { attrs: { type: 'submit', class: 'button' } }, say('group.searchGo'));
    replaceChildren(
      this.#body,
      h('form', { attrs: { class: 'line' }, on: { submit: (event) => void look(event) } }, box, go),
      h('p', { attrs: { class: 'hint' } }, say('group.searchFor')),
      found,
    );
    box.focus();
  }

  #open(title: string): void {
    replaceChildren(this.#title, title);
    replaceChildren(this.#body);
    if (!this.element.open) this.element.showModal();
  }

  #list(group: string, answer: ComposeAnswer): HTMLElement {
    const { say, client } = this.#options;
    if (answer.kind === 'sentence') return h('p', { attrs: { role: 'alert' } }, answer.sentence);
    const items = answer.kind === 'list' ? answer.items : [];
    if (items.length === 0) return h('p', {}, say('group.searchNone'));
    const paste = async ({ card }: ComposeFound) => {
      await client.paste(group, card);
      this.element.close();
    };
    const rows = items.map((item) => {
      const button = {
        attrs: { type: 'button', class: 'found' },
        testId: 'compose-found',
        on: { click: () => void paste(item) },
      };
      return h('li', {}, h('button', button, h('strong', {}, item.title), h('small', {}, item.text)));
    });
    return h('ul', { attrs: { class: 'found-list' } }, ...rows);
  }

  async #working(work: () => Promise<ComposeAnswer>, onPress: (press: Press) => void): Promise<void> {
    const { say, theme, onLink } = this.#options;
    replaceChildren(this.#body, h('p', { attrs: { role: 'status' } }, say('group.busy')));
    const answer = await work().catch((): ComposeAnswer => ({ kind: 'sentence', sentence: say('card.failed') }));
    if (answer.kind !== 'dialog') {
      const sentence = answer.kind === 'sentence' ? answer.sentence : '';
      return replaceChildren(this.#body, h('p', { attrs: { role: 'alert' } }, sentence));
    }
    replaceChildren(this.#title, answer.title);
    const drawn = drawCard(say, {
      content: answer.card,
      theme: theme(),
      inProgress: nothingInProgress,
      // Open, the dialog would keep everything behind it from being pressed, whatever is shown there.
      onLink: (url) => {
        this.element.close();
        onLink(url);
      },
      onPress,
    });
    replaceChildren(this.#body, drawn.element);
  }
}
