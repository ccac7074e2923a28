import type { Clock } from '../../platform/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { Asked, ReadSoFar, SourceRefusal, TeamsMeetings, TranscriptFacts } from './source.ts';

const ok = <T>(value: T): Asked<T> => ({ kind: 'OK', value });

/** A Teams of one's own: what is in it, what it was asked, and what it refuses. */
export class FakeTeams implements TeamsMeetings {
  readonly municipalityIds = [MINATO];
  readonly #clock: Clock;
  readonly #there: TranscriptFacts[] = [];
  readonly asked: ReadSoFar[] = [];
  readonly calls: string[] = [];
  refusal: SourceRefusal | null = null;
  /** Of meeting and attendance only. */
  contentRefusal: SourceRefusal | null = null;
  subscribeRefusal: SourceRefusal | null = null;
  refusedOrganizer: string | null = null;
  later: Date | null = null;
  beforeAnswer: ((secret: string) => Promise<void>) | null = null;
  secret = '';
  subscriptionId = '';
  #subscribed = 0;
  #isThere = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  put(transcriptKey: string, organizerOid: string): void {
    const key = { municipalityId: MINATO, organizerOid, meetingKey: 'meeting-1', transcriptKey };
    this.#there.push({ key, createdAt: this.#clock.now(), endedAt: null });
  }

  /** Microsoft knows of no subscription any more, and tells nobody. */
  forget(): void {
    this.#isThere = false;
  }

  #asked<T>(value: () => T): Asked<T> {
    if (this.refusal) return { kind: 'REFUSED', code: this.refusal };
    return this.later ? { kind: 'LATER', at: this.later } : ok(value());
  }

  #of(transcriptKey: string): Asked<TranscriptFacts> {
    const found = this.#there.find(({ key }) => key.transcriptKey === transcriptKey);
    const asked = this.#asked(() => found);
    if (asked.kind !== 'OK') return asked;
    return found ? ok(found) : { kind: 'REFUSED', code: 'minutes.graph_gone' };
  }

  readonly source: TeamsMeetings['source'] = {
    newTranscripts: async (_, organizers) =>
      this.#asked(() =>
        organizers.map((one) => {
          const { organizerOid, token } = one;
          if (organizerOid === this.refusedOrganizer)
            return { organizerOid, outcome: { kind: 'REFUSED', code: 'minutes.graph_no_access_policy' } };
          const theirs = this.#there.filter(({ key }) => key.organizerOid === organizerOid);
          if (theirs.length > 0) this.asked.push(one);
          const found = theirs.slice(Number(token?.slice('after-'.length) ?? 0));
          return { organizerOid, outcome: ok({ token: `after-${theirs.length}`, found }) };
        }),
      ),
    facts: async ({ transcriptKey }) => this.#of(transcriptKey),
    content: async () => ok({ text: 'WEBVTT\n\n', form: 'NAMED', fileName: 'teams.vtt' }),
    meeting: async ({ organizerOid }) => {
      if (this.contentRefusal) return { kind: 'REFUSED', code: this.contentRefusal };
      const [start, end] = [this.#clock.now(), null];
      return ok({ subject: '政策会議', start, end, organizerOid, participants: [], joinWebUrl: null, chatKey: null });
    },
    meetingOfLink: async () => ({ kind: 'REFUSED', code: 'minutes.graph_gone' }),
    attendance: async () => (this.contentRefusal ? { kind: 'REFUSED', code: this.contentRefusal } : ok([])),
  };

  readonly subscriptions: TeamsMeetings['subscriptions'] = {
    address: 'https://kaigi.example/api/graph/notifications',
    longestMs: 3 * 24 * 60 * 60_000 - 60_000,
    subscribe: async (_, { secret, until }) => {
      this.calls.push('subscribe');
      if (this.subscribeRefusal) return { kind: 'REFUSED', code: this.subscribeRefusal };
      await this.beforeAnswer?.(secret);
      this.#subscribed += 1;
      this.#isThere = true;
      this.secret = secret;
      this.subscriptionId = `sub-${this.#subscribed}`;
      return ok({ subscriptionId: this.subscriptionId, expiresAt: until });
    },
    prolong: async (_, subscriptionId, until) => {
      this.calls.push(`prolong ${subscriptionId}`);
      if (!this.#isThere) return { kind: 'REFUSED', code: 'minutes.graph_gone' };
      return ok({ subscriptionId, expiresAt: until });
    },
    unsubscribe: async () => ok(null),
  };
}
