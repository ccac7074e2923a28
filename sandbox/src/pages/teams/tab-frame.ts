import { h, replaceChildren } from '../dom.ts';
import type { Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import type { HostToken } from '../window-api.ts';
import {
  answerMessage,
  type HostReply,
  type HostRequest,
  readRequest,
  replyTo,
  type TabContext,
} from './host-protocol.ts';

export interface TabFrameOptions {
  readonly say: Say;
  readonly tabUrl: string;
  readonly context: Omit<TabContext, 'theme' | 'entityId' | 'subPageId'>;
  readonly theme: () => Theme;
  readonly token: (resource: string | null) => Promise<HostToken>;
  readonly onLink: (url: string) => void;
  readonly onLeave: () => void;
  readonly onReturnFocus: (forward: boolean) => void;
  readonly testId: 'tab' | 'panel';
}

/** How long a tab may stay silent before the person is told; a cold service takes a few seconds. */
const patienceMilliseconds = 20_000;

/** The tab in its frame, and the host side of every word that teams-js says. */
export class TabFrame {
  readonly element: HTMLElement;
  readonly #options: TabFrameOptions;
  readonly #origin: string;
  readonly #holder = h('div', { attrs: { class: 'frame-holder' } });
  readonly #state: HTMLElement;
  #frame: HTMLIFrameElement | null = null;
  #page: { entityId: string; subPageId: string | null } = { entityId: 'inbox', subPageId: null };
  #patience = 0;

  constructor(options: TabFrameOptions) {
    this.#options = options;
    this.#origin = new URL(options.tabUrl).origin;
    this.#state = h('div', { attrs: { class: 'frame-state' }, testId: `${options.testId}-state` });
    this.element = h(
      'section',
      { attrs: { class: 'tab-view', 'aria-label': options.say('tab.frame') } },
      this.#state,
      this.#holder,
    );
    window.addEventListener('message', this.#receive);
  }

  /** Another frame stands in its place. */
  close(): void {
    clearTimeout(this.#patience);
    window.removeEventListener('message', this.#receive);
  }

  /** Opened for the first time, or at a page: Teams loads a tab anew for a deep link. */
  open(page?: { entityId: string; subPageId: string | null }): void {
    if (page !== undefined) this.#page = { ...page, entityId: page.entityId || 'inbox' };
    if (page === undefined && this.#frame !== null) return;
    this.#load();
  }

  setTheme(theme: Theme): void {
    this.#frame?.contentWindow?.postMessage({ func: 'themeChange', args: [theme] }, this.#origin);
  }

  #load(): void {
    const { say, tabUrl, testId } = this.#options;
    this.#frame = h('iframe', {
      attrs: {
        title: say('tab.frame'),
        src: tabUrl,
        // What Teams itself grants to a tab.
        sandbox:
          'allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-pointer-lock allow-scripts allow-same-origin allow-downloads',
        allow: 'clipboard-read; clipboard-write; fullscreen',
      },
      testId: `${testId}-frame`,
    });
    replaceChildren(this.#holder, this.#frame);
    this.#show('loading');
    clearTimeout(this.#patience);
    this.#patience = window.setTimeout(() => this.#show('silent'), patienceMilliseconds);
  }

  #show(state: 'loading' | 'ready' | 'silent' | 'failed', reason = ''): void {
    const { say, tabUrl } = this.#options;
    this.#state.dataset.state = state;
    this.#state.hidden = state === 'ready';
    if (state === 'ready') return;
    if (state === 'loading') {
      replaceChildren(this.#state, h('p', { attrs: { role: 'status' } }, say('tab.loading')));
      return;
    }
    const sentence =
      state === 'silent' ? say('tab.silent', { url: new URL(tabUrl).origin }) : say('tab.failed', { reason });
    const reload = { attrs: { type: 'button', class: 'button primary' }, on: { click: () => this.#load() } };
    replaceChildren(
      this.#state,
      h('p', { attrs: { role: 'alert' } }, sentence),
      h('button', reload, say('tab.reload')),
    );
  }

  readonly #receive = (event: MessageEvent): void => {
    const frame = this.#frame?.contentWindow;
    if (frame === undefined || frame === null || event.source !== frame || event.origin !== this.#origin) return;
    const request = readRequest(event.data);
    if (request === null) return;
    // A tab that speaks is alive, even one that never says it is ready.
    clearTimeout(this.#patience);
    if (this.#state.dataset.state === 'silent') this.#show('ready');
    const context = { ...this.#options.context, ...this.#page, theme: this.#options.theme() };
    void this.#perform(request, replyTo(request, context, this.#options.say('tab.unsupported')), frame);
  };

  async #perform(request: HostRequest, reply: HostReply, frame: Window): Promise<void> {
    const answer = (args: readonly unknown[]) => frame.postMessage(answerMessage(request, args), this.#origin);
    switch (reply.kind) {
      case 'silent':
        return;
      case 'answer':
        if (request.func === 'getContext' && this.#state.dataset.state === 'loading') this.#show('ready');
        answer(reply.args);
        return;
      case 'token':
        answer(await this.#token(reply.resource));
        return;
      case 'openLink':
        answer(reply.args);
        this.#options.onLink(reply.link);
        return;
      case 'openPage':
        answer(reply.args);
        this.open(reply);
        return;
      case 'leaveTab':
        answer(reply.args);
        this.#options.onLeave();
        return;
      case 'returnFocus':
        this.#options.onReturnFocus(reply.forward);
        return;
      case 'state':
        if (reply.state === 'failed') this.#show('failed', reply.reason);
        else this.#show('ready');
    }
  }

  async #token(resource: string | null): Promise<readonly unknown[]> {
    try {
      return [true, (await this.#options.token(resource)).token];
    } catch (error) {
      return [false, error instanceof Error ? error.message : String(error)];
    }
  }
}
