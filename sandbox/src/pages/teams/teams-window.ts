import type { Membership, TeamsClient } from '../sandbox-client.ts';
import type { Settings, Theme } from '../settings.ts';
import type { Say } from '../text.ts';
import { settingsBar } from '../theme-switch.ts';
import type { Activity, Chat, Feed, Message, SandboxConfig } from '../window-api.ts';
import { type ActivityView, activityView } from './activity-view.ts';
import { type CardPresses, cardPresses } from './card-presses.ts';
import { type ChatPane, chatPane } from './chat-pane.ts';
import { ComposeBox } from './compose.ts';
import { Conversation } from './conversation.ts';
import { linkTarget } from './deep-link.ts';
import { linkEvents } from './event-link.ts';
import { frameOptions } from './frame-options.ts';
import { GroupPane } from './group-pane.ts';
import { type Clock, cityClock } from './japan-time.ts';
import { MeetingPane } from './meeting-pane.ts';
import { messageSummary } from './message-view.ts';
import { type Shell, shell, type View, views } from './shell.ts';
import { TabFrame } from './tab-frame.ts';
import { UnreadFeed, unreadInChat } from './unread-feed.ts';

interface WindowOptions {
  readonly say: Say;
  readonly settings: Settings;
  readonly config: SandboxConfig;
  readonly client: TeamsClient;
  readonly chat: Chat;
}

/** One person's Teams: joins the panes to the sandbox. */
export class TeamsWindow {
  readonly #options: WindowOptions;
  readonly #clock: Clock;
  readonly #conversation: Conversation;
  readonly #compose: ComposeBox;
  readonly #chatPane: ChatPane;
  readonly #activity: ActivityView;
  readonly #tab: TabFrame;
  readonly #meetings: MeetingPane;
  readonly #groups: GroupPane;
  readonly #shell: Shell;
  readonly #cards: CardPresses;
  readonly #feed: UnreadFeed;
  #theme: Theme;
  #view: View = 'chat';
  /** News is taken in one after the other, so that a list fetched earlier never overwrites a later change. */
  #news: Promise<void> = Promise.resolve();

  constructor(options: WindowOptions) {
    const { say, settings, config, client, chat } = options;
    this.#options = options;
    this.#theme = settings.theme;
    this.#clock = cityClock(settings.locale, config.timeZone);
    const botName = chat.bot.name;
    const onLink = (url: string) => this.#openLink(url);
    this.#cards = cardPresses({ say, client, onMessage: (message) => this.#takeMessage(message, false) });
    this.#feed = new UnreadFeed({
      client,
      chatInSight: () => this.#view === 'chat' && !document.hidden,
      onFeed: (feed) => this.#showFeed(feed),
      onFailure: () => this.#activity.fail(),
    });
    this.#conversation = new Conversation({
      say,
      clock: this.#clock,
      botName,
      theme: () => this.#theme,
      onLink,
      onPress: (view, press) => void this.#cards.press(view, press),
      onSend: (text) => void this.#send(text).catch(() => this.#shell.toast(say('compose.failed'))),
      onSeen: (view) => this.#cards.refresh(view),
    });
    this.#compose = new ComposeBox(say, botName, (text) => this.#send(text));
    this.#chatPane = chatPane({
      say,
      botName,
      conversation: this.#conversation.element,
      compose: this.#compose.element,
      onOpen: () => this.#conversation.focusMessage(null),
      onMembership: (change) => void this.#changeMembership(change),
    });
    this.#activity = activityView({
      say,
      clock: this.#clock,
      onOpen: (activity) => void this.#openActivity(activity),
      onReadAll: () => void this.#feed.read(),
    });
    const frame = frameOptions(options, {
      theme: () => this.#theme,
      onLink,
      onLeave: () => this.#show('chat'),
      onReturnFocus: (forward) => this.#shell.focusRail(forward ? 'activity' : 'tab'),
    });
    this.#tab = new TabFrame({ ...frame, testId: 'tab' });
    this.#meetings = new MeetingPane({ say, clock: this.#clock, frame, load: () => client.meetings(chat.person) });
    this.#groups = new GroupPane({
      ...{ say, clock: this.#clock, botName, client, onLink, theme: () => this.#theme },
      onProblem: (sentence) => this.#shell.toast(sentence),
    });
    this.#shell = shell({
      say,
      chat,
      settings: settingsBar(settings, say, (theme) => this.#setTheme(theme)),
      panes: {
        ...{ activity: this.#activity.element, chat: this.#chatPane.element, tab: this.#tab.element },
        ...{ group: this.#groups.element, meeting: this.#meetings.element },
      },
      onView: (view) => this.#show(view),
    });
  }

  start(root: Element): void {
    const { client, chat } = this.#options;
    root.replaceChildren(...this.#shell.elements);
    this.#setMembership(chat);
    this.#show(viewInAddress());
    linkEvents(client.eventsUrl, {
      onReady: () => this.#enqueue(() => this.#reload()),
      onMessage: (kind, message) =>
        this.#enqueue(async () =>
          kind === 'deleted' ? this.#conversation.remove(message.id) : this.#takeMessage(message, true),
        ),
      onActivity: () => this.#enqueue(() => this.#feed.load()),
      onTyping: () => this.#conversation.showTyping(true),
      onChat: (state) => this.#setMembership(state),
      onConnection: (connected) => this.#chatPane.setConnected(connected),
    });
    document.addEventListener('visibilitychange', () => void this.#feed.readChat());
  }

  #enqueue(work: () => Promise<void>): void {
    this.#news = this.#news.then(work).catch((error: unknown) => console.error(error));
  }

  async #reload(): Promise<void> {
    const { client, say } = this.#options;
    try {
      const [messages] = await Promise.all([client.messages(), this.#feed.load()]);
      this.#conversation.show(messages);
      this.#showPreview();
    } catch (error) {
      this.#shell.toast(say('chat.failed'));
      throw error;
    }
  }

  #takeMessage(message: Message, announced: boolean): void {
    const { say, chat } = this.#options;
    const outcome = this.#conversation.upsert(message);
    this.#showPreview();
    if (outcome === 'same' || message.from === 'person' || !announced) return;
    const values = { bot: chat.bot.name, text: messageSummary(message, say('chat.card')) };
    this.#shell.announce(say(outcome === 'added' ? 'chat.newMessage' : 'chat.updatedMessage', values));
  }

  #showPreview(): void {
    const last = this.#conversation.last();
    if (last === null) return;
    this.#chatPane.setPreview(messageSummary(last, this.#options.say('chat.card')), this.#clock.time(last.sentAt));
  }

  async #send(text: string): Promise<void> {
    this.#conversation.scrollToEnd();
    this.#takeMessage(await this.#options.client.send(text), false);
  }

  #showFeed(feed: Feed): void {
    const { say, chat } = this.#options;
    this.#activity.show(feed);
    this.#shell.setUnread('activity', feed.unread);
    this.#shell.setUnread('chat', unreadInChat(feed).length);
    const count = feed.unread === 0 ? '' : `(${feed.unread}) `;
    document.title = `${count}${chat.person.displayName} | ${say('teams.title')} | ${say('sandbox.name')}`;
  }

  #show(view: View): void {
    this.#view = view;
    this.#shell.show(view);
    const address = new URL(location.href);
    if (view === 'chat') address.searchParams.delete('view');
    else address.searchParams.set('view', view);
    history.replaceState(null, '', address);
    if (view === 'tab') this.#tab.open();
    if (view === 'group') this.#groups.open();
    else this.#groups.close();
    if (view === 'meeting') void this.#meetings.open();
    if (view !== 'chat') return;
    this.#chatPane.showConversation();
    void this.#feed.readChat();
  }

  async #openActivity(activity: Activity): Promise<void> {
    if (!activity.read) await this.#feed.read([activity.id]);
    if (activity.webUrl !== null) {
      this.#openLink(activity.webUrl);
      return;
    }
    this.#show('chat');
    this.#conversation.focusMessage(activity.messageId);
  }

  #openLink(link: string): void {
    const { say, config, chat } = this.#options;
    const target = linkTarget(link, config.appId);
    switch (target.kind) {
      case 'tab':
        this.#tab.open(target);
        this.#show('tab');
        return;
      case 'chat':
        this.#show('chat');
        this.#compose.focus();
        return;
      case 'external':
        window.open(target.url, '_blank', 'noopener,noreferrer');
        return;
      case 'otherApp':
        this.#shell.toast(say('link.otherApp', { bot: chat.bot.name }));
        return;
      case 'refused':
        this.#shell.toast(say('link.refused'));
        return;
    }
  }

  #setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#conversation.redraw();
    this.#tab.setTheme(theme);
    this.#meetings.setTheme(theme);
  }

  async #changeMembership(change: Membership): Promise<void> {
    try {
      this.#setMembership(await this.#options.client.change(change));
    } catch {
      this.#shell.toast(this.#options.say('card.somethingWrong'));
    }
  }

  #setMembership(state: { readonly installed: boolean; readonly blocked: boolean }): void {
    this.#chatPane.setMembership(state);
    this.#compose.setOpen(state.installed && !state.blocked);
  }
}

function viewInAddress(): View {
  const asked = new URLSearchParams(location.search).get('view');
  return views.find((view) => view === asked) ?? 'chat';
}
