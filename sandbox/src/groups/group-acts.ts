import { BOT_ID, type PressedAction } from '../channel/activities.ts';
import { userIdOf } from '../channel/chat.ts';
import { contentOf, hasCard } from '../channel/chat-message.ts';
import type { Delivery } from '../channel/delivery.ts';
import { type InvokeAnswer, replacementCard, toInvokeAnswer } from '../channel/invoke-answer.ts';
import type { Person } from '../city/city.ts';
import { Refusal } from '../refusal.ts';
import { BOT_NAME, TIME_ZONE } from '../settings.ts';
import type { World } from '../world.ts';
import type { Group, GroupMessage } from './group.ts';
import type { Groups, Writing } from './groups.ts';

export interface Acting {
  readonly group: Group;
  readonly person: Person;
}

/** What people do in a chat of several people. The bot hears only what it is called for. */
export class GroupActs {
  readonly #world: World;
  readonly #groups: Groups;
  readonly #delivery: Delivery;

  constructor(world: World, groups: Groups, delivery: Delivery) {
    this.#world = world;
    this.#groups = groups;
    this.#delivery = delivery;
  }

  say({ group, person }: Acting, writing: Writing): GroupMessage {
    const message = this.#groups.write(group, person, writing);
    const calls = message.mentions.some((mention) => mention.person === 'bot');
    if (!calls || !group.installed) return message;
    const text = writing.text.replace(`@${BOT_NAME}`, `<at>${BOT_NAME}</at>`);
    const entity = { type: 'mention', text: `<at>${BOT_NAME}</at>`, mentioned: { id: BOT_ID, name: BOT_NAME } };
    const base = this.base({ group, person }, message.id, rootOf(message));
    const activity = { ...base, type: 'message', text, textFormat: 'plain', entities: [entity] };
    void this.#delivery.send(group.id, activity, { lasting: false });
    return message;
  }

  async press({ group, person }: Acting, { messageId, verb, data, trigger, id }: PressedAction): Promise<InvokeAnswer> {
    const message = this.#groups.message(group, messageId);
    if (message.from !== 'bot' || message.cards.length === 0) throw new Refusal(400, 'notACard');
    const action = { type: 'Action.Execute', ...(id === undefined ? {} : { id }), verb, data };
    const invokeId = this.#groups.nextId(this.#world.settings.now());
    const base = this.base({ group, person }, invokeId, rootOf(message));
    const activity = {
      ...base,
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action, trigger },
      replyToId: messageId,
    };
    const answer = toInvokeAnswer(await this.#delivery.post(activity, this.#world.settings.invokeTimeoutMs));
    const card = replacementCard(answer);
    if (card !== null && trigger !== 'automatic') this.#groups.touch(message, { cards: [card] });
    return answer;
  }

  /** What every activity from this person in this chat says of itself. */
  base({ group, person }: Acting, id: string, root: string) {
    const now = this.#world.settings.now();
    return {
      ...{
        id,
        channelId: 'msteams',
        serviceUrl: this.#delivery.serviceUrl(),
        locale: 'ja-JP',
        localTimezone: TIME_ZONE,
      },
      timestamp: new Date(now).toISOString(),
      from: { id: userIdOf(person), name: person.displayName, aadObjectId: person.id },
      recipient: { id: BOT_ID, name: BOT_NAME },
      conversation: { ...conversationOf(group, root), isGroup: true, tenantId: group.tenantId },
      // Teams does not say everywhere which group a team is: the link of a message does.
      channelData: {
        tenant: { id: group.tenantId },
        ...(group.channel ? { channel: { id: group.id }, team: { id: group.id, name: group.channel.teamName } } : {}),
      },
    };
  }
}

export const rootOf = ({ id, replyTo }: Pick<GroupMessage, 'id' | 'replyTo'>): string => replyTo ?? id;

/** A thread of a channel is a conversation of its own. */
const conversationOf = ({ id, channel }: Group, root: string) =>
  channel ? { id: `${id};messageid=${root}`, conversationType: 'channel' } : { id, conversationType: 'groupChat' };

/** What the bot posts into the chat, or puts in the place of a message of its own. */
export function botPosts(groups: Groups, group: Group, body: Parameters<typeof contentOf>[0]): GroupMessage {
  const { text, attachments } = contentOf(body);
  return groups.post(group, { text, cards: attachments.filter((one) => hasCard({ attachments: [one] } as never)) });
}
