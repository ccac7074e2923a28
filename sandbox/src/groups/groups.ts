import type { ChatAttachment } from '../channel/chat-message.ts';
import type { Person } from '../city/city.ts';
import { guidOf, opaqueIdOf } from '../city/stable-ids.ts';
import { Refusal } from '../refusal.ts';
import { BOT_NAME } from '../settings.ts';
import type { World } from '../world.ts';
import type { Group, GroupFile, GroupMessage } from './group.ts';

export interface Writing {
  readonly text: string;
  /** What Teams would have made of it, where it is not plain. */
  readonly html?: string | undefined;
  readonly at?: number | undefined;
  readonly replyTo?: string | undefined;
  readonly files?: readonly GroupFile[] | undefined;
}

interface Making extends Pick<Group, 'tenantId' | 'topic'> {
  readonly members: readonly Person[];
  /** It is a channel of a team. */
  readonly channel?: { readonly team: string; readonly name: string } | undefined;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Chats of several people. They live in memory: a restart begins anew. */
export class Groups {
  readonly #groups = new Map<string, Group>();
  readonly #world: World;
  #last = 0;

  constructor(world: World) {
    this.#world = world;
  }

  make({ tenantId, topic, members, channel }: Making): Group {
    const key = opaqueIdOf(`group:${tenantId}:${this.#groups.size}`).toLowerCase();
    const id = `19:${key}@thread.${channel ? 'tacv2' : 'v2'}`;
    const team = channel && { teamId: guidOf(`team:${tenantId}:${channel.team}`), teamName: channel.team };
    const group: Group = {
      ...{ channel: channel && team ? { ...team, name: channel.name } : null },
      ...{
        id,
        tenantId,
        topic: channel ? `${channel.team} > ${channel.name}` : topic,
        members: new Map(members.map((one) => [one, null])),
        messages: [],
      },
      ...{ installed: true, consented: true, allowed: true },
    };
    this.#groups.set(id, group);
    return group;
  }

  byId(id: string): Group | null {
    return this.#groups.get(id) ?? null;
  }

  inTeam(teamId: string): readonly Group[] {
    return [...this.#groups.values()].filter(({ channel }) => channel?.teamId === teamId);
  }

  of(person: Person): readonly Group[] {
    return [...this.#groups.values()].filter(({ members }) => members.has(person));
  }

  /** Of all people of the city who are called so, the one who is in the chat. */
  write(group: Group, from: GroupMessage['from'], writing: Writing): GroupMessage {
    const { text, at = this.#world.settings.now(), replyTo = null, files = [] } = writing;
    const people = [...group.members.keys()].map((person) => ({ name: person.displayName, person }));
    const called = [...people, { name: BOT_NAME, person: 'bot' as const }];
    const mentions = called.filter(({ name }) => text.includes(`@${name}`));
    const html = mentions.reduce(
      (words, { name }, at) => words.replace(`@${escaped(name)}`, `<at id="${at}">${escaped(name)}</at>`),
      writing.html ?? `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`,
    );
    return this.#add(group, { from, at, html, mentions, files, replyTo, cards: [] });
  }

  post(group: Group, { text, cards }: { text: string; cards: readonly ChatAttachment[] }): GroupMessage {
    const at = this.#world.settings.now();
    const html = text === '' ? '' : `<p>${escaped(text)}</p>`;
    return this.#add(group, { from: 'bot', at, html, mentions: [], files: [], replyTo: null, cards });
  }

  join(group: Group, person: Person, since: number | null): void {
    group.members.set(person, since);
    this.#add(group, { ...NOTHING, at: this.#world.settings.now() });
  }

  leave(group: Group, person: Person): void {
    group.members.delete(person);
    this.#add(group, { ...NOTHING, at: this.#world.settings.now() });
  }

  /** @throws Refusal 404, also for somebody who is not in the chat */
  seenBy(person: Person, id: string): Group {
    const group = this.byId(id);
    if (!group?.members.has(person)) throw new Refusal(404, 'unknownPath');
    return group;
  }

  message(group: Group, id: string): GroupMessage {
    const message = group.messages.find((one) => one.id === id);
    if (!message) throw new Refusal(404, 'unknownMessage');
    return message;
  }

  touch(message: GroupMessage, change: Partial<Pick<GroupMessage, 'html' | 'editedAt' | 'deletedAt' | 'cards'>>): void {
    Object.assign(message, change, { modifiedAt: Math.max(this.#world.settings.now(), message.modifiedAt + 1) });
  }

  nextId(at: number): string {
    this.#last = Math.max(this.#last + 1, at);
    return String(this.#last);
  }

  #add(group: Group, { at, ...rest }: Adding): GroupMessage {
    // Teams numbers messages by the moment at which they were written.
    let id = at;
    while (group.messages.some((one) => one.id === String(id))) id += 1;
    const unchanged = { editedAt: null, deletedAt: null, reactions: [] };
    const message: GroupMessage = { ...rest, ...unchanged, id: String(id), createdAt: id, modifiedAt: id };
    group.messages.push(message);
    group.messages.sort((one, other) => one.createdAt - other.createdAt);
    return message;
  }
}

type Adding = Pick<GroupMessage, 'from' | 'html' | 'mentions' | 'files' | 'replyTo' | 'cards'> & {
  readonly at: number;
};
const NOTHING = { from: null, html: '<systemEventMessage/>', mentions: [], files: [], replyTo: null, cards: [] };
