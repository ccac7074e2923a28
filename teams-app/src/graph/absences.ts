import type { AutomaticRepliesSetting, DateTimeTimeZone, ScheduleInformation } from '@microsoft/microsoft-graph-types';
import { presencesOf, SCHEDULES_AT_ONCE, schedulesOf } from './asking-many.ts';
import { type BatchAnswer, type BatchStep, type GraphClient, GraphRefusal } from './graph-client.ts';
import { retryAfterMs } from './retry.ts';

/** Somebody whose mailbox is asked. */
export interface MailboxOwner {
  readonly staffId: string;
  readonly entraObjectId: string;
  /** Also the address of the mailbox. */
  readonly signInName: string;
}

/** What one source says of everybody at one moment. */
export interface AbsenceReading {
  /** Whose answer was understood, away or not. */
  readonly answered: readonly string[];
  /** How many gave an error instead. */
  readonly unread: number;
  /** `from` null where the source does not say since when, `until` null where it does not say until when. */
  readonly seen: readonly { readonly staffId: string; readonly from: Date | null; readonly until: Date | null }[];
}

type Seen = AbsenceReading['seen'][number];
/** The absences of one person; null when the answer cannot be understood. */
type Answer = readonly Seen[] | null;

const GROUP = 20;
const DAYS_AHEAD = 7;
const ROUNDS = 3;
const LONGEST_WAIT_MS = 20_000;
const FIRST_PAUSE_MS = 1_000;

/**
 * Automatic replies that are on, now or by plan. Their texts are asked for with the rest and kept nowhere.
 * Permission: MailboxSettings.Read (application).
 */
export async function readAutomaticReplies(
  graph: GraphClient,
  people: readonly MailboxOwner[],
): Promise<AbsenceReading> {
  const answers = new Map<string, Answer>();
  for (let at = 0; at < people.length; at += GROUP) {
    const group = people.slice(at, at + GROUP);
    const got = await patiently(
      graph,
      group.map(({ entraObjectId }) => ({
        method: 'GET',
        url: `/users/${entraObjectId}/mailboxSettings?$select=automaticRepliesSetting`,
      })),
    );
    refuseWhereAllRefused(got);
    for (const [index, { staffId }] of group.entries()) answers.set(staffId, repliesOf(staffId, got[index]));
  }
  return readingOf(answers);
}

/** A step of a batch that was told to wait waits, with the others that were told so; at most three rounds. */
async function patiently(graph: GraphClient, steps: readonly BatchStep[]): Promise<BatchAnswer[]> {
  const answers = await graph.batch(steps);
  for (let round = 1; round < ROUNDS; round += 1) {
    const busy = answers.flatMap(({ status }, index) => (status === 429 || status >= 500 ? [index] : []));
    if (busy.length === 0) break;
    const asked = busy.map((index) => waitOf(answers[index]?.headers ?? {}) ?? FIRST_PAUSE_MS * 2 ** (round - 1));
    const wait = Math.max(...asked);
    if (wait > LONGEST_WAIT_MS) break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    const again = await graph.batch(busy.flatMap((index) => steps[index] ?? []));
    for (const [at, index] of busy.entries()) answers[index] = again[at] ?? { status: 503, headers: {}, body: null };
  }
  return answers;
}

function waitOf(headers: BatchAnswer['headers']): number | null {
  const [, value = null] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after') ?? [];
  return retryAfterMs(value, new Date());
}

/** One person who may not be read is one person; everybody is a missing permission. @throws GraphRefusal */
function refuseWhereAllRefused(answers: readonly BatchAnswer[]): void {
  if (answers.length > 0 && answers.every(({ status }) => status === 403 || status === 401))
    throw new GraphRefusal(403, 'ErrorAccessDenied');
}

function repliesOf(staffId: string, answer: BatchAnswer | undefined): Answer {
  // No mailbox: nothing that could reply.
  if (answer?.status === 404) return [];
  if (answer?.status !== 200) return null;
  const setting = (answer.body as { automaticRepliesSetting?: AutomaticRepliesSetting } | null)
    ?.automaticRepliesSetting;
  if (setting?.status === 'alwaysEnabled') return [{ staffId, from: null, until: null }];
  if (setting?.status !== 'scheduled') return setting ? [] : null;
  const from = instantOf(setting.scheduledStartDateTime);
  const until = instantOf(setting.scheduledEndDateTime);
  return from && until ? [{ staffId, from, until }] : null;
}

/**
 * What calendars show as out of office in the coming days. Working elsewhere is work, and busy is at hand.
 * Permission: Calendars.ReadBasic.All (application).
 */
export async function readOutOfOffice(
  graph: GraphClient,
  people: readonly MailboxOwner[],
  now: Date,
): Promise<AbsenceReading> {
  const answers = new Map<string, Answer>();
  const window = { from: now, to: new Date(now.getTime() + DAYS_AHEAD * 86_400_000) };
  for (let at = 0; at < people.length; at += SCHEDULES_AT_ONCE) {
    const group = people.slice(at, at + SCHEDULES_AT_ONCE);
    const asked = group.map(({ entraObjectId, signInName }) => ({ key: entraObjectId, address: signInName }));
    const byAddress = await schedulesOf(graph, asked, window);
    for (const { staffId, signInName } of group)
      answers.set(staffId, entriesOf(staffId, byAddress.get(signInName.toLowerCase())));
  }
  return readingOf(answers);
}

const NO_MAILBOX = new Set(['ErrorMailRecipientNotFound', 'ErrorNonExistentMailbox']);

function entriesOf(staffId: string, found: ScheduleInformation | undefined): Answer {
  if (!found) return null;
  if (found.error) return NO_MAILBOX.has(found.error.responseCode ?? '') ? [] : null;
  const away = (found.scheduleItems ?? []).filter(({ status }) => status === 'oof');
  const seen = away.map(({ start, end }) => ({ staffId, from: instantOf(start), until: instantOf(end) }));
  return seen.every(({ from, until }) => from && until) ? seen : null;
}

/**
 * Whom Teams shows as out of office. The activity does not say so; only the settings beside it do.
 * Permission: Presence.Read.All (application).
 */
export async function readPresences(graph: GraphClient, people: readonly MailboxOwner[]): Promise<AbsenceReading> {
  const found = await presencesOf(
    graph,
    people.map(({ entraObjectId }) => entraObjectId),
  );
  const byId = new Map(found.map((one) => [one.id?.toLowerCase(), one]));
  return readingOf(
    new Map(
      people.map(({ staffId, entraObjectId }): [string, Answer] => {
        const away = byId.get(entraObjectId.toLowerCase())?.outOfOfficeSettings?.isOutOfOffice;
        // Whom Teams does not know is not shown as away.
        return [staffId, away === true ? [{ staffId, from: null, until: null }] : []];
      }),
    ),
  );
}

function readingOf(answers: ReadonlyMap<string, Answer>): AbsenceReading {
  const understood = [...answers].filter((one): one is [string, readonly Seen[]] => one[1] !== null);
  return {
    answered: understood.map(([staffId]) => staffId),
    unread: answers.size - understood.length,
    seen: understood.flatMap(([, seen]) => seen),
  };
}

const OFFSET_MS: Readonly<Record<string, number>> = {
  UTC: 0,
  'Etc/UTC': 0,
  'Tokyo Standard Time': 9 * 3_600_000,
  'Asia/Tokyo': 9 * 3_600_000,
};

/** Outlook gives a local time and the name of its zone; one that we do not know is not guessed. */
export function instantOf(given: DateTimeTimeZone | null | undefined): Date | null {
  const offset = OFFSET_MS[given?.timeZone ?? 'UTC'];
  const local = Date.parse(`${given?.dateTime?.replace(/(\.\d{3})\d*/, '$1').replace(/Z$/, '')}Z`);
  return offset === undefined || Number.isNaN(local) ? null : new Date(local - offset);
}
