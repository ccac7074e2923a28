import { h, replaceChildren } from '../dom.ts';
import type { Say } from '../text.ts';
import type { Activity, Feed } from '../window-api.ts';
import type { Clock } from './japan-time.ts';

export interface ActivityOptions {
  readonly say: Say;
  readonly clock: Clock;
  readonly onOpen: (activity: Activity) => void;
  readonly onReadAll: () => void;
}

export interface ActivityView {
  readonly element: HTMLElement;
  show(feed: Feed): void;
  fail(): void;
}

export function activityView({ say, clock, onOpen, onReadAll }: ActivityOptions): ActivityView {
  const list = h('ul', { attrs: { class: 'feed' }, testId: 'activities' });
  const state = h('p', { attrs: { class: 'state', role: 'status' } }, say('state.loading'));
  const readAll = h(
    'button',
    { attrs: { type: 'button', class: 'quiet', hidden: true }, testId: 'read-all', on: { click: onReadAll } },
    say('activity.readAll'),
  );
  const element = h(
    'section',
    { attrs: { class: 'activity', 'aria-labelledby': 'activity-heading' } },
    h(
      'div',
      { attrs: { class: 'pane-head' } },
      h('h1', { attrs: { id: 'activity-heading', tabindex: -1 } }, say('activity.heading')),
      readAll,
    ),
    state,
    list,
  );
  return {
    element,
    show: ({ unread, items }) => {
      readAll.hidden = unread === 0;
      state.hidden = items.length > 0;
      state.textContent = say('activity.empty');
      replaceChildren(list, ...items.map((item) => entry(item, { say, clock, onOpen })));
    },
    fail: () => {
      state.hidden = false;
      state.textContent = say('activity.failed');
    },
  };
}

function entry(item: Activity, { say, clock, onOpen }: Pick<ActivityOptions, 'say' | 'clock' | 'onOpen'>): HTMLElement {
  const name = clock.dayName(item.at, new Date());
  const day = {
    today: '',
    yesterday: `${say('chat.day.yesterday')} `,
    date: `${name.kind === 'date' ? name.text : ''} `,
  }[name.kind];
  return h(
    'li',
    {},
    h(
      'button',
      {
        attrs: { type: 'button', class: item.read ? 'entry' : 'entry unread' },
        testId: 'activity',
        on: { click: () => onOpen(item) },
      },
      h('span', { attrs: { class: 'dot', 'aria-hidden': 'true' } }),
      h(
        'span',
        { attrs: { class: 'entry-body' } },
        h(
          'span',
          { attrs: { class: 'entry-head' } },
          h('strong', {}, item.title),
          !item.read && h('span', { attrs: { class: 'visually-hidden' } }, ` ${say('activity.unread')} `),
          h('time', { attrs: { datetime: item.at } }, day + clock.time(item.at)),
        ),
        h('span', { attrs: { class: 'preview' } }, item.preview),
      ),
    ),
  );
}
