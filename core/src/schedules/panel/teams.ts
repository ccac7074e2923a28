import type { Clock, Report } from '../../platform/index.ts';
import { inParts } from '../../shared/index.ts';
import type { Calendars, RemotePresence } from '../calendar/port.ts';

export interface TeamsParts {
  readonly clock: Clock;
  readonly report: Report;
  readonly calendars: () => Calendars | null;
}

/** What Teams said of somebody, and when. */
export interface TeamsSaid extends RemotePresence {
  readonly at: Date;
}

export interface TeamsKnown {
  /** By Entra object id; whom Teams does not know is not among them. */
  readonly of: ReadonlyMap<string, TeamsSaid>;
  /** Of some of them Teams could not be asked. */
  readonly failed: boolean;
}

export type TeamsPresences = (municipalityId: string, people: readonly string[]) => Promise<TeamsKnown>;

interface Kept {
  readonly at: Date;
  readonly said: TeamsSaid | null;
}

const FRESH_MS = 30_000;
const PATIENCE_MS = 3_000;
const MOST_A_CALL = 650;
const MOST_KEPT = 5_000;

interface Asking {
  readonly port: Calendars;
  readonly municipalityId: string;
  readonly kept: Map<string, Kept>;
}

const keyOf = (municipalityId: string, id: string): string => `${municipalityId} ${id.toLowerCase()}`;

async function ask({ clock }: TeamsParts, { port, municipalityId, kept }: Asking, people: readonly string[]) {
  const answer = await port.presences(municipalityId, people);
  if (answer.kind !== 'OK') return false;
  const at = clock.now();
  const by = new Map(answer.value.map((one) => [one.entraObjectId.toLowerCase(), one]));
  if (kept.size + people.length > MOST_KEPT) kept.clear();
  for (const id of people) {
    const one = by.get(id.toLowerCase());
    kept.set(keyOf(municipalityId, id), { at, said: one ? { ...one, at } : null });
  }
  return true;
}

/** Whether Teams answered before the reader's patience ended; an answer that comes later is kept for the next reader. */
async function patiently(work: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const done = await Promise.race([work, late]);
  clearTimeout(timer);
  return done;
}

/** Presence in Teams, asked for at most every half minute. Where it cannot be asked it is left out, and that is said. */
export function teamsPresences(parts: TeamsParts): TeamsPresences {
  const kept = new Map<string, Kept>();
  const failing = (error: unknown) => {
    parts.report.failed('schedules/presences', error);
    return false;
  };
  return async (municipalityId, people) => {
    const port = parts.calendars();
    if (!port?.municipalityIds.includes(municipalityId)) return { of: new Map(), failed: false };
    const now = parts.clock.now().getTime();
    const isFresh = (id: string) => {
      const age = now - (kept.get(keyOf(municipalityId, id))?.at.getTime() ?? Number.NEGATIVE_INFINITY);
      return age >= 0 && age < FRESH_MS;
    };
    const at = { port, municipalityId, kept };
    const asked = inParts(
      people.filter((id) => !isFresh(id)),
      MOST_A_CALL,
    );
    const answers = await Promise.all(asked.map((some) => patiently(ask(parts, at, some).catch(failing))));
    const of = new Map<string, TeamsSaid>();
    for (const id of people) {
      const said = isFresh(id) ? kept.get(keyOf(municipalityId, id))?.said : null;
      if (said) of.set(id, said);
    }
    return { of, failed: answers.includes(false) };
  };
}
