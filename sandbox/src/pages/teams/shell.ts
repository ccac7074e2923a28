import { h, icon, setAttribute } from '../dom.ts';
import type { Say } from '../text.ts';
import type { Chat } from '../window-api.ts';

export const views = ['activity', 'chat', 'group', 'meeting', 'tab'] as const;
export type View = (typeof views)[number];

const drawings = {
  activity: 'M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6ZM9.5 20a2.6 2.6 0 0 0 5 0',
  chat: 'M12 4c5 0 9 3.4 9 7.6s-4 7.6-9 7.6c-1 0-2-.2-3-.4L4 20.500l1.300-3.700C3.900 15.400 3 13.600 3 11.600 3 7.400 7 4 12 4ZM8 10.500h8M8 13.500h5',
  group:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM17 11a2.500 2.500 0 1 0 0-5M2.500 19c0-3 2.500-5 5.500-5s5.500 2 5.500 5M16 14c3 0 5 2 5 4.500',
  meeting: 'M3 7h12v10H3ZM15 11l6-3v8l-6-3',
};

export interface ShellOptions {
  readonly say: Say;
  readonly chat: Chat;
  readonly settings: HTMLElement;
  readonly panes: Readonly<Record<View, HTMLElement>>;
  readonly onView: (view: View) => void;
}

export interface Shell {
  readonly elements: readonly HTMLElement[];
  show(view: View): void;
  setUnread(view: View, count: number): void;
  focusRail(view: View): void;
  /** Said to a reader; seen by nobody. */
  announce(sentence: string): void;
  /** Shown for a while at the edge. */
  toast(sentence: string): void;
}

export function shell(options: ShellOptions): Shell {
  const { say, panes } = options;
  const buttons = railButtons(options);
  const live = h('div', { attrs: { class: 'visually-hidden', 'aria-live': 'polite' }, testId: 'live' });
  const toast = h('div', { attrs: { class: 'toast', role: 'status' }, testId: 'toast' });
  let toastTimer = 0;
  return {
    elements: [
      h('a', { attrs: { class: 'skip', href: '#main' } }, say('skip.toMain')),
      h('p', { attrs: { class: 'notice', role: 'note' } }, say('sandbox.notice')),
      header(options),
      h(
        'div',
        { attrs: { class: 'app' } },
        h(
          'nav',
          { attrs: { class: 'rail', 'aria-label': say('rail.label') } },
          ...views.map((view) => buttons[view].button),
        ),
        h(
          'main',
          { attrs: { id: 'main', tabindex: -1 } },
          panes.activity,
          panes.chat,
          panes.group,
          panes.meeting,
          panes.tab,
        ),
      ),
      live,
      toast,
    ],
    show: (view) => {
      for (const candidate of views) {
        panes[candidate].hidden = candidate !== view;
        setAttribute(buttons[candidate].button, 'aria-current', candidate === view ? 'page' : null);
      }
    },
    setUnread: (view, count) => {
      const { badge, words } = buttons[view];
      badge.textContent = count === 0 ? '' : count > 99 ? '99+' : String(count);
      words.textContent = count === 0 ? '' : say('rail.unread', { count });
    },
    focusRail: (view) => buttons[view].button.focus(),
    announce: (sentence) => {
      // A node of its own, so that the same sentence twice is heard twice.
      live.replaceChildren(h('p', {}, sentence));
    },
    toast: (sentence) => {
      clearTimeout(toastTimer);
      toast.textContent = sentence;
      toastTimer = window.setTimeout(() => toast.replaceChildren(), 8_000);
    },
  };
}

interface RailButton {
  readonly button: HTMLButtonElement;
  readonly badge: HTMLElement;
  readonly words: HTMLElement;
}

function railButtons({ say, onView }: ShellOptions): Record<View, RailButton> {
  const make = (view: View, picture: Node) => {
    const badge = h('span', { attrs: { class: 'badge' }, testId: `badge-${view}` });
    const words = h('span', { attrs: { class: 'visually-hidden' } });
    const button = h(
      'button',
      { attrs: { type: 'button' }, testId: `rail-${view}`, on: { click: () => onView(view) } },
      h('span', { attrs: { class: 'rail-picture', 'aria-hidden': 'true' } }, picture, badge),
      h('span', { attrs: { class: 'rail-name' } }, say(`rail.${view}`)),
      words,
    );
    return { button, badge, words };
  };
  return {
    activity: make('activity', icon(drawings.activity)),
    chat: make('chat', icon(drawings.chat)),
    group: make('group', icon(drawings.group)),
    meeting: make('meeting', icon(drawings.meeting)),
    tab: make('tab', h('span', { attrs: { class: 'mark' } }, '議')),
  };
}

function header({ say, chat, settings }: ShellOptions): HTMLElement {
  const { displayName, jobTitle, tenantName, signInName } = chat.person;
  return h(
    'header',
    { attrs: { class: 'bar' } },
    h('span', { attrs: { class: 'product' } }, say('teams.title')),
    h(
      'div',
      { attrs: { class: 'me', title: signInName }, testId: 'me' },
      h('span', { attrs: { class: 'avatar', 'aria-hidden': 'true' } }, displayName.slice(0, 1)),
      h(
        'span',
        { attrs: { class: 'me-words' } },
        h('strong', {}, displayName),
        h('span', { attrs: { class: 'me-post' } }, `${tenantName} ${jobTitle}`),
      ),
    ),
    h('a', { attrs: { class: 'change-person', href: '/' } }, say('teams.changePerson')),
    settings,
  );
}
