import { h, replaceChildren } from '../dom.ts';
import type { GroupChat, GroupMessage, TeamsClient } from '../sandbox-client.ts';
import type { Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import { drawCard, nothingInProgress, type Press } from './card-view.ts';
import { ChatList } from './chat-list.ts';
import { ComposeBox } from './compose.ts';
import { ComposeDialog } from './compose-dialog.ts';
import type { Clock } from './japan-time.ts';

export interface GroupPaneOptions {
  readonly say: Say;
  readonly clock: Clock;
  readonly botName: string;
  readonly client: Pick<TeamsClient, 'groups' | 'writeTo' | 'pressIn' | 'command' | 'search' | 'paste'>;
  readonly theme: () => Theme;
  readonly onLink: (url: string) => void;
  readonly onProblem: (sentence: string) => void;
}

const LOOK_AGAIN_MS = 1_500;

/** HTML of messages is read for its words alone: nothing of it runs here. */
function wordsOf(html: string): string {
  const broken = html.replaceAll(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n');
  return new DOMParser().parseFromString(broken, 'text/html').body.textContent?.trim() ?? '';
}

/** Chats of several people: who is in them, what was written, and the app where somebody calls it. */
export class GroupPane {
  readonly element: HTMLElement;
  readonly #options: GroupPaneOptions;
  readonly #list = h('ul', { attrs: { class: 'meeting-list' }, testId: 'group-list' });
  readonly #head = h('h1', {});
  readonly #messages = h('div', { attrs: { class: 'messages' }, testId: 'group-messages' });
  readonly #compose: ComposeBox;
  readonly #pane: HTMLElement;
  readonly #dialog: ComposeDialog;
  readonly #turns: ChatList;
  #chosen: string | null = null;
  #drawn = '';
  #timer = 0;

  constructor(options: GroupPaneOptions) {
    this.#options = options;
    const { say, botName } = options;
    this.#compose = new ComposeBox(say, botName, (text) => this.#write(text));
    // The same box as in the chat with the app, under names of its own.
    for (const part of this.#compose.element.querySelectorAll<HTMLElement>('[data-testid]'))
      part.dataset.testid = `group-${part.dataset.testid}`;
    const ask = () => void this.#write(`@${botName} 議事録`).catch(() => options.onProblem(say('compose.failed')));
    const attrs = { type: 'button', class: 'button hint-button' };
    const minutes = h(
      'button',
      { attrs, testId: 'group-minutes', on: { click: ask } },
      say('group.minutes', { bot: botName }),
    );
    this.#dialog = new ComposeDialog({ ...options, onDone: () => void this.#look() });
    const find = () => this.#chosen !== null && this.#dialog.search(this.#chosen);
    const search = h('button', { attrs, testId: 'group-search', on: { click: find } }, say('group.search'));
    this.#compose.element.querySelector('.hints')?.replaceChildren(minutes, search);
    this.#turns = new ChatList(say, () => this.element);
    this.#pane = h(
      'section',
      { attrs: { class: 'pane', hidden: true } },
      h('div', { attrs: { class: 'pane-head' } }, this.#turns.button, this.#head),
      h(
        'div',
        { attrs: { class: 'conversation' } },
        h('div', { attrs: { class: 'scroller', tabindex: 0 } }, this.#messages),
      ),
      this.#compose.element,
      this.#dialog.element,
    );
    const chats = h(
      'section',
      { attrs: { class: 'chats', 'aria-label': say('group.title') } },
      h('h2', {}, say('group.title')),
      this.#list,
    );
    this.element = h('div', { attrs: { class: 'chat-view', 'aria-label': say('rail.group') } }, chats, this.#pane);
  }

  open(): void {
    this.close();
    void this.#look();
    this.#timer = window.setInterval(() => void this.#look(), LOOK_AGAIN_MS);
  }

  close(): void {
    window.clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { client, say } = this.#options;
    try {
      const groups = await client.groups();
      // What is there already stays: somebody may be typing into a card.
      const drawn = JSON.stringify([groups, this.#chosen]);
      if (drawn === this.#drawn) return;
      this.#drawn = drawn;
      this.#draw(groups);
    } catch {
      replaceChildren(this.#list, h('li', { attrs: { role: 'status' } }, say('group.failed')));
    }
  }

  #draw(groups: readonly GroupChat[]): void {
    const { say } = this.#options;
    const rows = groups.map((group) => {
      const choose = () => {
        this.#chosen = group.id;
        void this.#look().then(() => this.#pane.hidden || this.#turns.choose());
      };
      const attrs = { type: 'button', 'aria-current': group.id === this.#chosen ? 'true' : null };
      const button = { attrs, testId: 'group', on: { click: choose } };
      return h('li', {}, h('button', button, h('strong', {}, group.topic ?? say('group.unnamed'))));
    });
    replaceChildren(this.#list, ...(rows.length > 0 ? rows : [h('li', {}, say('group.none'))]));
    const group = groups.find(({ id }) => id === this.#chosen);
    this.#pane.hidden = group === undefined;
    if (!group) {
      this.#turns.show('list');
      return;
    }
    replaceChildren(this.#head, group.topic ?? say('group.unnamed'), h('small', {}, ` ${group.members.join('、')}`));
    replaceChildren(
      this.#messages,
      ...group.messages.filter(({ from }) => from !== null).map((one) => this.#message(group, one)),
    );
    this.#messages.lastElementChild?.scrollIntoView({ block: 'nearest' });
  }

  #message(group: GroupChat, message: GroupMessage): HTMLElement {
    const { say, clock, botName, theme, onLink } = this.#options;
    const { from, sentAt, html, deleted, editedAt, files, reactions, cards } = message;
    const name = from === 'bot' ? botName : (from ?? '');
    const day = clock.dayName(sentAt, new Date());
    const when = `${day.kind === 'date' ? day.text : say(`chat.day.${day.kind}`)} ${clock.time(sentAt)}`;
    const words = deleted ? say('group.deleted') : wordsOf(html);
    const small = [
      editedAt === null ? '' : say('group.edited'),
      ...reactions.map(({ sign, name: who }) => `${sign} ${who}`),
    ];
    const drawn = cards.map(({ content }) =>
      drawCard(say, {
        ...{ content, theme: theme(), inProgress: nothingInProgress, onLink },
        onPress: (press) => void this.#press(group, message, press),
      }),
    );
    return h(
      'article',
      { attrs: { class: from === 'bot' ? 'message' : 'message person', tabindex: -1 }, testId: 'group-message' },
      h('div', { attrs: { class: 'meta' } }, h('strong', {}, name), ` ${when}`, this.#menu(group, message, name)),
      h(
        'div',
        { attrs: { class: 'content', style: 'white-space: pre-line' } },
        words,
        ...drawn.map(({ element }) => element),
      ),
      h('small', {}, [...files.map((file) => file.name), ...small].filter((part) => part !== '').join('　')),
    );
  }

  /** What the app offers on this message. */
  #menu(group: GroupChat, { id, deleted, from }: GroupMessage, name: string): HTMLElement | null {
    const { say } = this.#options;
    if (deleted || from === 'bot') return null;
    const menu = h('details', { attrs: { class: 'menu message-menu' } });
    const capture = () => {
      menu.open = false;
      this.#dialog.capture(group.id, id);
    };
    const button = { attrs: { type: 'button', class: 'quiet' }, testId: 'group-capture', on: { click: capture } };
    menu.append(
      h('summary', { attrs: { class: 'quiet', 'aria-label': say('group.more', { name }) }, testId: 'group-more' }, '…'),
      h('div', { attrs: { class: 'menu-items' } }, h('button', button, say('group.capture'))),
    );
    return menu;
  }

  async #write(text: string): Promise<void> {
    if (this.#chosen === null) return;
    await this.#options.client.writeTo(this.#chosen, text);
    await this.#look();
  }

  async #press({ id }: GroupChat, { id: messageId }: GroupMessage, { action, inputs }: Press): Promise<void> {
    const { client, say, onProblem } = this.#options;
    try {
      const { outcome, sentence } = await client.pressIn(id, { messageId, action, inputs, trigger: 'manual' });
      if (outcome === 'message' || outcome === 'error') onProblem(sentence ?? say('card.somethingWrong'));
      await this.#look();
    } catch {
      onProblem(say('card.failed'));
    }
  }
}
