import { h, replaceChildren } from '../dom.ts';
import type { Membership } from '../sandbox-client.ts';
import type { Say } from '../text.ts';
import { ChatList } from './chat-list.ts';

export interface ChatPaneOptions {
  readonly say: Say;
  readonly botName: string;
  readonly conversation: HTMLElement;
  readonly compose: HTMLElement;
  readonly onOpen: () => void;
  readonly onMembership: (change: Membership) => void;
}

export interface ChatPane {
  readonly element: HTMLElement;
  setConnected(connected: boolean): void;
  setMembership(state: { readonly installed: boolean; readonly blocked: boolean }): void;
  setPreview(text: string, time: string): void;
  /** Where the list stands in its place. */
  showConversation(): void;
}

/** The list of chats at the left and the conversation beside it. */
export function chatPane(options: ChatPaneOptions): ChatPane {
  const { say, botName, conversation, compose, onOpen, onMembership } = options;
  const list = new ChatList(say, () => element);
  const item = chatItem(botName, () => {
    list.choose();
    onOpen();
  });
  const offline = h('p', { attrs: { class: 'strip', role: 'status', hidden: true } }, say('chat.offline'));
  const membership = h('div', { attrs: { class: 'strip', role: 'status', hidden: true }, testId: 'membership' });
  const menu = h('details', { attrs: { class: 'menu' } });
  const change = (code: Membership, style: string) => {
    const press = () => {
      menu.open = false;
      onMembership(code);
    };
    return h(
      'button',
      { attrs: { type: 'button', class: style }, testId: code, on: { click: press } },
      say(`chat.${code}`),
    );
  };
  menu.append(
    h('summary', { attrs: { class: 'quiet', 'aria-label': say('chat.options') } }, '…'),
    h('div', { attrs: { class: 'menu-items' } }, change('block', 'quiet'), change('uninstall', 'quiet')),
  );
  const chats = h(
    'section',
    { attrs: { class: 'chats', 'aria-label': say('chats.label') } },
    h('div', { attrs: { class: 'pane-head' } }, h('h2', {}, say('chats.heading'))),
    item.element,
  );
  const pane = h(
    'section',
    { attrs: { class: 'pane', 'aria-labelledby': 'chat-heading' } },
    h(
      'div',
      { attrs: { class: 'pane-head' } },
      list.button,
      h('span', { attrs: { class: 'mark', 'aria-hidden': 'true' } }, '議'),
      h('h1', { attrs: { id: 'chat-heading' } }, botName),
      menu,
    ),
    offline,
    membership,
    conversation,
    compose,
  );
  const element = h('div', { attrs: { class: 'chat-view' } }, chats, pane);
  return {
    element,
    showConversation: () => list.show('conversation'),
    setConnected: (connected) => {
      offline.hidden = connected;
    },
    setMembership: ({ installed, blocked }) => {
      menu.hidden = !installed || blocked;
      membership.hidden = installed && !blocked;
      replaceChildren(
        membership,
        h('span', {}, say(installed ? 'chat.blocked' : 'chat.notInstalled')),
        change(installed ? 'unblock' : 'install', 'button'),
      );
    },
    setPreview: item.setPreview,
  };
}

function chatItem(botName: string, onOpen: () => void): Pick<ChatPane, 'element' | 'setPreview'> {
  const preview = h('span', { attrs: { class: 'preview' } });
  const time = h('time');
  const head = h('span', { attrs: { class: 'chat-item-head' } }, h('strong', {}, botName), time);
  const attrs = { type: 'button', class: 'chat-item', 'aria-current': 'true' };
  return {
    element: h(
      'button',
      { attrs, testId: 'chat-item', on: { click: onOpen } },
      h('span', { attrs: { class: 'mark', 'aria-hidden': 'true' } }, '議'),
      h('span', { attrs: { class: 'chat-item-words' } }, head, preview),
    ),
    setPreview: (text, at) => {
      preview.textContent = text;
      time.textContent = at;
    },
  };
}
