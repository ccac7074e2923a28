import { Refusal } from '../refusal.ts';
import { sentence } from '../text.ts';
import type { World } from '../world.ts';
import {
  type ActivityFrame,
  cardActivity,
  installationActivity,
  membersAddedActivity,
  messageActivity,
  type PressedAction,
  submitActivity,
} from './activities.ts';
import type { Chat } from './chat.ts';
import { type ChatMessage, contentOf, hasCard } from './chat-message.ts';
import type { Delivery } from './delivery.ts';
import { type InvokeAnswer, replacementCard, toInvokeAnswer } from './invoke-answer.ts';

/** What a person can do in the chat with the bot. */
export class PersonActs {
  readonly #world: World;
  readonly #delivery: Delivery;

  constructor(world: World, delivery: Delivery) {
    this.#world = world;
    this.#delivery = delivery;
  }

  install(chat: Chat): void {
    if (chat.installed) return;
    chat.set({ installed: true });
    this.#announce(chat);
  }

  /** After a restart: what had not reached the bot goes out again. */
  resume(chat: Chat): void {
    if (chat.installed && !chat.announced) this.#announce(chat);
    for (const message of chat.messages) if (message.delivery === 'waiting') this.#deliver(chat, message);
  }

  uninstall(chat: Chat): void {
    if (!chat.installed) return;
    chat.set({ installed: false });
    chat.markAnnounced(false);
    const removal = installationActivity(this.#frame(chat), 'remove');
    void this.#delivery.send(chat.conversationId, removal, { lasting: true });
  }

  /** Blocking is the person's private matter: the bot learns of it only by being refused. */
  block(chat: Chat, blocked: boolean): void {
    chat.set({ blocked });
  }

  say(chat: Chat, text: string): ChatMessage {
    this.#refuseRemoved(chat);
    const content = { ...contentOf({ type: 'message', text }), textFormat: 'plain' as const };
    const message = chat.add('person', content);
    this.#deliver(chat, message);
    return message;
  }

  async press(chat: Chat, pressed: PressedAction): Promise<InvokeAnswer> {
    const message = this.#cardMessage(chat, pressed.messageId);
    const activity = cardActivity(this.#frame(chat), pressed);
    const posted = await this.#delivery.post(activity, this.#world.settings.invokeTimeoutMs);
    const answer = toInvokeAnswer(posted);
    const card = replacementCard(answer);
    if (card === null || pressed.trigger === 'automatic') return answer;
    chat.update(message, { attachments: [card] });
    return { ...answer, message };
  }

  submit(chat: Chat, messageId: string, value: unknown): InvokeAnswer {
    this.#cardMessage(chat, messageId);
    const activity = submitActivity(this.#frame(chat), value, messageId);
    void this.#delivery.send(chat.conversationId, activity, { lasting: false });
    return toInvokeAnswer({ reached: true, status: 200, body: null });
  }

  /** The bot hears of it as in Teams: first the installation, then its own arrival in the chat. */
  #announce(chat: Chat): void {
    const { conversationId } = chat;
    void this.#delivery.send(conversationId, installationActivity(this.#frame(chat), 'add'), { lasting: true });
    const arrival = this.#delivery.send(conversationId, membersAddedActivity(this.#frame(chat)), { lasting: true });
    void arrival.then((outcome) => chat.markAnnounced(outcome === 'delivered'));
  }

  #deliver(chat: Chat, message: ChatMessage): void {
    const activity = { ...messageActivity(this.#frame(chat), message.text), id: message.id };
    void this.#delivery.send(chat.conversationId, activity, { lasting: false }).then((outcome) => {
      const problem = { delivered: null, refused: 'messageRefused', 'given-up': 'messageGivenUp' } as const;
      const code = problem[outcome];
      const delivery = code === null ? 'delivered' : 'failed';
      chat.update(message, { delivery, problem: code === null ? null : sentence(code) });
    });
  }

  #cardMessage(chat: Chat, messageId: string): ChatMessage {
    this.#refuseRemoved(chat);
    const message = chat.message(messageId);
    if (message === null) throw new Refusal(404, 'unknownMessage');
    if (message.from !== 'bot' || !hasCard(message)) throw new Refusal(400, 'notACard');
    return message;
  }

  #refuseRemoved(chat: Chat): void {
    if (!chat.installed || chat.blocked) throw new Refusal(409, 'notInstalled');
  }

  #frame(chat: Chat): ActivityFrame {
    const now = this.#world.settings.now();
    return { chat, id: chat.nextId(), serviceUrl: this.#delivery.serviceUrl(), now };
  }
}
