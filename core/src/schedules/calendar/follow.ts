import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { syncJob } from './jobs-of.ts';
import {
  beginSubscription,
  forgetMailbox,
  lockMailbox,
  loseSubscription,
  mailboxesOf,
  noteProblem,
  noteSubscription,
  renewAgain,
} from './mailbox-store.ts';
import { type CalendarParts, CalendarsRefused, inside, type Reaching, reaching } from './parts.ts';
import type { CalendarRefusal, CalendarSubscription } from './port.ts';
import { type Mailbox, renewalOf, retryAt } from './rules.ts';
import { problemOf } from './sync.ts';

const Payload = z.object({ municipalityId: z.uuid(), ownerId: z.uuid() });

/** When Microsoft is asked again where the last word was only that it could not answer. */
const SOON_MS = 5 * 60_000;
/** When it is where somebody must change something here first. */
const PATIENTLY_MS = 60 * 60_000;

const soon = (now: Date, at: Date = now): Date => new Date(Math.max(at.getTime(), now.getTime() + SOON_MS));

async function noteRefusal(at: Reaching, { ownerId }: Mailbox, code: CalendarRefusal): Promise<void> {
  const { now, parts } = at;
  const problem = problemOf(code);
  const again = problem === 'UNREACHABLE' ? new Date(now.getTime() + PATIENTLY_MS) : retryAt(problem, now);
  await inside(at, async (tx) => {
    await renewAgain(tx, [ownerId], again);
    // That the address for news cannot be reached says nothing of the calendar.
    if (problem !== 'UNREACHABLE') await noteProblem(tx, [ownerId], { problem, at: now, again });
  });
  if (problem !== 'NO_MAILBOX') parts.report.failed('schedules/renew', new CalendarsRefused(code));
}

interface Done extends CalendarSubscription {
  readonly secret: string | null;
}

async function noteDone(at: Reaching, ownerId: string, { subscriptionId, expiresAt, secret }: Done) {
  const renewAt = soon(at.now, renewalOf(ownerId, expiresAt));
  await inside(at, (tx) => noteSubscription(tx, ownerId, { subscriptionId, expiresAt, renewAt, secret }));
}

const untilOf = ({ now, port }: Reaching): Date => new Date(now.getTime() + port.longestMs);

async function begin(at: Reaching, mailbox: Mailbox): Promise<void> {
  const { ownerId, address } = mailbox;
  const { port, municipalityId, parts, now } = at;
  const secret = randomBytes(32).toString('base64url');
  const again = soon(now);
  await inside(at, (tx) => beginSubscription(tx, ownerId, { secret, newsAddress: port.newsAddress, again }));
  const asked = await port.subscribe(municipalityId, { mailbox: address, secret, until: untilOf(at) });
  if (asked.kind === 'REFUSED') return noteRefusal(at, mailbox, asked.code);
  if (asked.kind === 'LATER') return inside(at, (tx) => renewAgain(tx, [ownerId], soon(now, asked.at)));
  await noteDone(at, ownerId, { ...asked.value, secret });
  // News are of what happens after it; what happened before, and while there was none, is asked for.
  await parts.enqueue([syncJob({ municipalityId, ownerId })]);
}

async function prolong(at: Reaching, mailbox: Mailbox, subscriptionId: string): Promise<void> {
  const { ownerId } = mailbox;
  const { port, municipalityId, now } = at;
  const asked = await port.prolong(municipalityId, subscriptionId, untilOf(at));
  if (asked.kind === 'OK') return noteDone(at, ownerId, { ...asked.value, secret: null });
  if (asked.kind === 'LATER') return inside(at, (tx) => renewAgain(tx, [ownerId], soon(now, asked.at)));
  if (asked.code !== 'schedules.graph_gone') return noteRefusal(at, mailbox, asked.code);
  await inside(at, (tx) => loseSubscription(tx, [ownerId], now));
  return begin(at, mailbox);
}

/** Sees to it that Microsoft tells of changes in one calendar, or goes on doing so. May run at any time. */
export async function renew(parts: CalendarParts, payload: unknown): Promise<void> {
  const { municipalityId, ownerId } = Payload.parse(payload);
  const at = reaching(parts, municipalityId);
  if (!at) return;
  const mailbox = (await inside(at, (tx) => mailboxesOf(tx, [ownerId]))).get(ownerId);
  if (!mailbox) return;
  const { subscriptionId, newsAddress, expiresAt } = mailbox;
  // Of one that was known by its news only, the end is not known yet.
  const isOver = expiresAt !== null && expiresAt <= at.now;
  const isAlive = subscriptionId !== null && newsAddress === at.port.newsAddress && !isOver;
  return isAlive ? prolong(at, mailbox, subscriptionId) : begin(at, mailbox);
}

/** Of a calendar at which nobody looks any more. */
export async function unfollow(at: Reaching, ownerId: string, subscriptionId: string | null): Promise<void> {
  if (subscriptionId !== null) await at.port.unsubscribe(at.municipalityId, subscriptionId);
  await inside(at, async (tx) => {
    if (await lockMailbox(tx, ownerId)) await forgetMailbox(tx, ownerId);
  });
}
