import { h, replaceChildren } from '../dom.ts';
import type { Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import type { TeamsMeeting } from '../window-api.ts';
import { ChatList } from './chat-list.ts';
import type { Clock } from './japan-time.ts';
import { TabFrame, type TabFrameOptions } from './tab-frame.ts';

export interface MeetingPaneOptions {
  readonly say: Say;
  readonly clock: Clock;
  readonly frame: Omit<TabFrameOptions, 'testId'>;
  readonly load: () => Promise<readonly TeamsMeeting[]>;
}

/** A person's meetings, and the window of one of them: a call that shows nobody, with the app's side panel beside it. */
export class MeetingPane {
  readonly element: HTMLElement;
  readonly #options: MeetingPaneOptions;
  readonly #list = h('ul', { attrs: { class: 'meeting-list' }, testId: 'meeting-list' });
  readonly #call = h('div', { attrs: { class: 'meeting-call' } });
  readonly #panel = h('div', { attrs: { class: 'meeting-panel', hidden: true } });
  readonly #turns: ChatList;
  #frame: TabFrame | null = null;
  #buttons: ReadonlyMap<string, HTMLButtonElement> = new Map();
  #entered: string | null = null;

  constructor(options: MeetingPaneOptions) {
    this.#options = options;
    const { say } = options;
    this.element = h(
      'section',
      { attrs: { class: 'meeting-view listed', 'aria-label': say('rail.meeting') } },
      h('div', { attrs: { class: 'meeting-side chats' } }, h('h2', {}, say('meeting.title')), this.#list),
      this.#call,
      this.#panel,
    );
    this.#turns = new ChatList(say, () => this.element);
  }

  /** Asks anew each time: meetings begin and end elsewhere. */
  async open(): Promise<void> {
    const { say, load } = this.#options;
    const state = (sentence: string) => replaceChildren(this.#list, h('li', { attrs: { role: 'status' } }, sentence));
    try {
      const meetings = await load();
      if (meetings.length === 0) return state(say('meeting.none'));
      this.#buttons = new Map(meetings.map((meeting) => [meeting.id, this.#button(meeting)]));
      const rows = [...this.#buttons.values()].map((button) => h('li', {}, button));
      replaceChildren(this.#list, ...rows);
    } catch {
      state(say('meeting.failed'));
    }
  }

  setTheme(theme: Theme): void {
    this.#frame?.setTheme(theme);
  }

  #button(meeting: TeamsMeeting): HTMLButtonElement {
    const { say, clock } = this.#options;
    const attrs = { type: 'button', 'aria-current': meeting.id === this.#entered ? 'true' : null };
    return h(
      'button',
      { attrs, testId: 'meeting', on: { click: () => this.#choose(meeting) } },
      h('strong', {}, meeting.subject),
      h('span', {}, `${clock.time(meeting.start)} ${meeting.end === null ? say('meeting.going') : ''}`),
    );
  }

  #choose(meeting: TeamsMeeting): void {
    this.#entered = meeting.id;
    for (const [id, button] of this.#buttons)
      if (id === meeting.id) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    this.#enter(meeting);
    this.#turns.choose();
  }

  #enter(meeting: TeamsMeeting): void {
    const { say, frame } = this.#options;
    this.#frame?.close();
    this.#frame = new TabFrame({ ...frame, context: { ...frame.context, meeting }, testId: 'panel' });
    const head = h('div', { attrs: { class: 'meeting-head' } }, this.#turns.button, h('h2', {}, meeting.subject));
    replaceChildren(this.#call, head, h('p', {}, say('meeting.call')));
    replaceChildren(this.#panel, this.#frame.element);
    this.#panel.hidden = false;
    this.#frame.open({ entityId: 'meeting', subPageId: null });
  }
}
