import type { Cities } from '../city/cities.ts';
import type { Person } from '../city/city.ts';
import { Chat, conversationIdOf, type SavedChat, userIdOf } from './chat.ts';

/** Every person has one chat with the bot, made when first looked at. */
export class Chats {
  readonly #chats = new Map<string, Chat>();
  readonly #byConversation = new Map<string, Person>();
  readonly #byUser = new Map<string, Person>();
  readonly #now: () => number;
  readonly #changed: () => void;

  constructor(cities: Cities, { now, changed }: { now: () => number; changed: () => void }) {
    this.#now = now;
    this.#changed = changed;
    for (const person of cities.all.flatMap((city) => city.people)) {
      this.#byConversation.set(conversationIdOf(person), person);
      this.#byUser.set(userIdOf(person), person);
      this.#byUser.set(`8:orgid:${person.id}`, person);
      this.#byUser.set(person.id, person);
    }
  }

  of(person: Person, saved?: SavedChat): Chat {
    const known = this.#chats.get(person.id);
    if (known !== undefined) return known;
    const chat = new Chat(person, {
      now: this.#now,
      changed: this.#changed,
      ...(saved === undefined ? {} : { saved }),
    });
    this.#chats.set(person.id, chat);
    return chat;
  }

  byConversation(id: string): Chat | null {
    const person = this.#byConversation.get(id);
    return person === undefined ? null : this.of(person);
  }

  /** By 29:…, 8:orgid:{object id} or the object id. */
  byUser(id: string): Chat | null {
    const person = this.#byUser.get(id);
    return person === undefined ? null : this.of(person);
  }

  all(): readonly Chat[] {
    return [...this.#chats.values()];
  }
}
