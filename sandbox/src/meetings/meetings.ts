import { randomUUID } from 'node:crypto';
import type { City, Person } from '../city/city.ts';
import { guidOf } from '../city/stable-ids.ts';
import type { World } from '../world.ts';
import type { Booked, BookedMeetings } from './booked.ts';
import { readScripts, type Script } from './script.ts';

export interface Meeting {
  readonly id: string;
  readonly tenantId: string;
  readonly organizer: Person;
  readonly people: readonly Person[];
  readonly script: Script;
  readonly threadId: string;
  readonly joinWebUrl: string;
  /** When an event of the calendar has it; null: nobody booked it. */
  readonly booked: Pick<Booked, 'start' | 'end'> | null;
  readonly start: Date;
  /** null: it is going on. */
  readonly end: Date | null;
  /** null: there is none as long as the meeting goes on. */
  readonly transcript: Transcript | null;
}

export interface Transcript {
  readonly id: string;
  readonly callId: string;
  readonly createdAt: Date;
  readonly endedAt: Date;
}

/** What the tenant's administrator allows. Everything is allowed at the start, unlike in a new tenant. */
export interface MeetingPolicy {
  /** `EnableGraphTranscriptAccess` */
  readonly transcriptAccess: boolean;
  /** `EnableAttributedTranscripts` */
  readonly attribution: boolean;
  /** Whose meetings an application access policy opens: everybody's, or those of these sign-in names. */
  readonly accessPolicy: 'everybody' | readonly string[];
}

const OPEN: MeetingPolicy = { transcriptAccess: true, attribution: true, accessPolicy: 'everybody' };
const DAY_MS = 86_400_000;
const JAPAN_MS = 9 * 3_600_000;
const MINUTE_MS = 60_000;
/** Somebody switches the transcript on when all have arrived. */
const TRANSCRIPT_AFTER_MS = 40_000;

const base64 = (text: string) => Buffer.from(text).toString('base64');

const ID = /^1\*([0-9a-f-]{36})\*0\*\*(19:\S+)$/;
const meetingId = ({ id }: Person, threadId: string): string => base64(`1*${id}*0**${threadId}`);

/** Nothing has been said in it yet. */
function waiting({ organizer, people, subject, start, end, joinUrl, threadId }: Booked): Meeting {
  const who = {
    organizer: organizer.signInName,
    people: people.map(({ signInName }) => signInName),
    rooms: [],
    hidden: 0,
  };
  return {
    ...{ id: meetingId(organizer, threadId), tenantId: organizer.tenantId, organizer, people, threadId },
    script: { ...who, name: '', subject, daysAgo: 0, startMinute: 0, said: [] },
    ...{ joinWebUrl: joinUrl, booked: { start, end }, start, end: null, transcript: null },
  };
}

/** Teams meetings with what was said in them; made up, and forgotten with the process. */
export class Meetings {
  readonly #world: World;
  readonly #booked: BookedMeetings;
  readonly #scripts = readScripts();
  readonly #all = new Map<string, Meeting>();
  readonly #policies = new Map<string, MeetingPolicy>();

  constructor(world: World, booked: BookedMeetings) {
    this.#world = world;
    this.#booked = booked;
    for (const city of world.cities.all)
      for (const script of this.#scripts) if (this.#people(city, script) !== null) this.#begin(city, script, null);
  }

  scripts(): readonly Script[] {
    return this.#scripts;
  }

  of(tenantId: string): Meeting[] {
    return [...this.#all.values()].filter((meeting) => meeting.tenantId === tenantId);
  }

  find(tenantId: string, id: string): Meeting | null {
    const found = this.#all.get(id) ?? this.#waiting(id);
    return found?.tenantId === tenantId ? found : null;
  }

  /** Of this organizer, also those that events have made and that nobody has held yet. */
  byJoinUrl(organizer: Person, joinUrl: string): Meeting | null {
    const held = [...this.#all.values()].find((one) => one.organizer === organizer && one.joinWebUrl === joinUrl);
    const booked = this.#booked(organizer).find((one) => one.joinUrl === joinUrl);
    return held ?? (booked ? waiting(booked) : null);
  }

  /** What was booked, held now with these words; null where there is none, or no such script. */
  holdBooked(city: City, name: string, joinUrl: string): Meeting | null {
    const said = this.#scripts.find((one) => one.name === name)?.said;
    const found = city.people.map((person) => this.byJoinUrl(person, joinUrl)).find((one) => one !== null);
    if (!said || !found) return null;
    if (found.transcript !== null) return found;
    const held = { ...found, script: { ...found.script, said }, start: new Date(this.#world.settings.now()) };
    this.#all.set(held.id, held);
    return held;
  }

  /** The same meeting once more, beginning now; null where the script or its people are not of this city. */
  hold(city: City, name: string): Meeting | null {
    const script = this.#scripts.find((one) => one.name === name);
    return script && this.#people(city, script) !== null ? this.#begin(city, script, this.#world.settings.now()) : null;
  }

  /** What was said has been said by then: one that has only just begun began so much earlier. */
  end(meeting: Meeting): Meeting {
    if (meeting.transcript !== null) return meeting;
    const { id, script } = meeting;
    const spokenMs = script.said.at(-1)?.to ?? 0;
    const latest = this.#world.settings.now() - spokenMs - TRANSCRIPT_AFTER_MS;
    const start = new Date(Math.min(meeting.start.getTime(), latest));
    const createdAt = new Date(start.getTime() + TRANSCRIPT_AFTER_MS);
    const endedAt = new Date(createdAt.getTime() + spokenMs);
    const keys = { id: base64(`1##0##${guidOf(`transcript:${id}`)}`), callId: guidOf(`call:${id}`) };
    const ended = { ...meeting, start, end: endedAt, transcript: { ...keys, createdAt, endedAt } };
    this.#all.set(id, ended);
    return ended;
  }

  remove(id: string): void {
    this.#all.delete(id);
  }

  policyOf(tenantId: string): MeetingPolicy {
    return this.#policies.get(tenantId) ?? OPEN;
  }

  setPolicy(tenantId: string, policy: Partial<MeetingPolicy>): MeetingPolicy {
    const set = { ...this.policyOf(tenantId), ...policy };
    this.#policies.set(tenantId, set);
    return set;
  }

  /** Booked and not held yet: its id says whose it is, and which. */
  #waiting(id: string): Meeting | null {
    const [, organizerId = '', threadId] = ID.exec(Buffer.from(id, 'base64').toString()) ?? [];
    const organizer = this.#world.cities.byId(organizerId);
    const booked = organizer && this.#booked(organizer).find((one) => one.threadId === threadId);
    return booked ? waiting(booked) : null;
  }

  #people(city: City, script: Script): Person[] | null {
    const people = [script.organizer, ...script.people.filter((name) => name !== script.organizer)].map((name) =>
      this.#world.cities.bySignInName(`${name}@${city.domain}`),
    );
    return people.every((person) => person !== null) ? people : null;
  }

  /** Those from before the sandbox's start have the same keys after every start. */
  #begin(city: City, script: Script, at: number | null): Meeting | null {
    const people = this.#people(city, script);
    const [organizer] = people ?? [];
    if (!people || !organizer) return null;
    const seed = at === null ? `${city.tenantId}:${script.name}` : randomUUID();
    const threadId = `19:meeting_${base64(guidOf(`thread:${seed}`))}@thread.v2`;
    const context = encodeURIComponent(JSON.stringify({ Tid: city.tenantId, Oid: organizer.id }));
    const meeting: Meeting = {
      ...{
        id: meetingId(organizer, threadId),
        tenantId: city.tenantId,
        organizer,
        people,
        script,
        threadId,
      },
      joinWebUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(threadId)}/0?context=${context}`,
      ...{ start: this.#startOf(script, at), end: null, transcript: null, booked: null },
    };
    this.#all.set(meeting.id, meeting);
    return at === null && script.daysAgo > 0 ? this.end(meeting) : meeting;
  }

  #startOf({ daysAgo, startMinute }: Script, at: number | null): Date {
    if (at !== null) return new Date(at);
    const now = this.#world.settings.now();
    if (daysAgo === 0) return new Date(now - MINUTE_MS);
    const midnight = Math.floor((now + JAPAN_MS) / DAY_MS) * DAY_MS - JAPAN_MS;
    return new Date(midnight - daysAgo * DAY_MS + startMinute * MINUTE_MS);
  }
}
