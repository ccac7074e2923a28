import { h, replaceChildren } from '../dom.ts';
import type { Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import type { TeamsMeeting } from '../window-api.ts';
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
  #frame: TabFrame | null = null;

  constructor(options: MeetingPaneOptions) {
    this.#options = options;
    const { say } = options;
    this.element = h(
      'section',
      { attrs: { class: 'meeting-view', 'aria-label': say('rail.meeting') } },
      h('div', { attrs: { class: 'meeting-side' } }, h('h2', {}, say('meeting.title')), this.#list),
      this.#call,
      this.#panel,
    );
  }

  /** Asks anew each time: meetings begin and end elsewhere. */
  async open(): Promise<void> {
    const { say, clock, load } = this.#options;
    const state = (sentence: string) => replaceChildren(this.#list, h('li', { attrs: { role: 'status' } }, sentence));
    try {
      const meetings = await load();
      if (meetings.length === 0) return state(say('meeting.none'));
      const rows = meetings.map((meeting) =>
        h(
          'li',
          {},
          h(
            'button',
            { attrs: { type: 'button' }, testId: 'meeting', on: { click: () => this.#enter(meeting) } },
            h('strong', {}, meeting.subject),
            h('span', {}, `${clock.time(meeting.start)} ${meeting.end === null ? say('meeting.going') : ''}`),
          ),
        ),
      );
      replaceChildren(this.#list, ...rows);
    } catch {
      state(say('meeting.failed'));
    }
  }

  setTheme(theme: Theme): void {
    this.#frame?.setTheme(theme);
  }

  #enter(meeting: TeamsMeeting): void {
    const { say, frame } = this.#options;
    this.#frame?.close();
    this.#frame = new TabFrame({ ...frame, context: { ...frame.context, meeting }, testId: 'panel' });
    replaceChildren(this.#call, h('h2', {}, meeting.subject), h('p', {}, say('meeting.call')));
    replaceChildren(this.#panel, this.#frame.element);
    this.#panel.hidden = false;
    this.#frame.open({ entityId: 'meeting', subPageId: null });
  }
}
