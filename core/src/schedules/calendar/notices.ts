import { timingSafeEqual } from 'node:crypto';
import type { JobSpec } from '../../platform/index.ts';
import { renewJob, syncJob } from './jobs-of.ts';
import {
  adoptSubscription,
  forgetToken,
  hashOf,
  heardOf,
  loseSubscription,
  type Told,
  toldBy,
} from './mailbox-store.ts';
import { type CalendarParts, inside, type Reaching, reaching } from './parts.ts';

/** One piece of news as it came to our address: anybody may have sent it. */
export interface CalendarNotice {
  readonly municipalityId: string;
  readonly subscriptionId: string;
  /** What only Microsoft and we know; null where the sender gave none. */
  readonly secret: string | null;
  /** CHANGED: some event of the mailbox; which one, the next reading says. */
  readonly kind: 'CHANGED' | 'MISSED' | 'REMOVED' | 'REAUTHORIZE';
}

/** How much of the news was ours. */
export interface CalendarsHeard {
  readonly believed: number;
  readonly forged: number;
}

interface Believed {
  readonly notice: CalendarNotice;
  readonly told: Told;
}

/** A secret is believed of its own subscription only, or while Microsoft has not said which that is. */
function ownerOf(known: readonly Told[], { secret, subscriptionId }: CalendarNotice): Told | null {
  if (secret === null) return null;
  const hash = hashOf(secret);
  const told = known.find(({ secretHash }) => timingSafeEqual(secretHash, hash));
  if (!told) return null;
  return told.former || told.subscriptionId === null || told.subscriptionId === subscriptionId ? told : null;
}

const ownersOf = (some: readonly Believed[], kinds: readonly CalendarNotice['kind'][]): string[] => [
  ...new Set(some.filter(({ notice }) => kinds.includes(notice.kind)).map(({ told }) => told.ownerId)),
];

/** Of two at once only one is listened to: what came before the later one was read when that began. */
const isSuperseded = ({ told }: Believed): boolean => told.former && told.subscriptionId !== null;

/** Whose subscription nobody here knew by its id yet. */
const unnamed = ({ told, notice }: Believed): boolean =>
  !told.former && told.subscriptionId === null && notice.kind !== 'REMOVED';

async function take(at: Reaching, all: readonly Believed[]): Promise<JobSpec[]> {
  const { municipalityId, now } = at;
  const believed = all.filter((one) => !isSuperseded(one));
  // What is said of a subscription that we had before is not said of the one that we have.
  const present = believed.filter(({ told }) => !told.former);
  const [missed, removed] = [ownersOf(believed, ['MISSED']), ownersOf(present, ['REMOVED'])];
  const moved = ownersOf(believed, ['CHANGED', 'MISSED', 'REMOVED']);
  await inside(at, async (tx) => {
    for (const { told, notice } of believed.filter(unnamed))
      await adoptSubscription(tx, told.ownerId, notice.subscriptionId);
    await heardOf(tx, moved, now);
    await forgetToken(tx, missed);
    await loseSubscription(tx, removed, now);
  });
  const whose = (ownerId: string) => ({ municipalityId, ownerId });
  return [
    ...moved.map((ownerId) => syncJob(whose(ownerId))),
    ...ownersOf(present, ['REMOVED', 'REAUTHORIZE']).map((ownerId) => renewJob(whose(ownerId))),
  ];
}

/** Keeps that a calendar was told to have changed before it is answered that it was heard: whatever happens, it is read. */
export async function hearCalendarNotices(
  parts: CalendarParts,
  notices: readonly CalendarNotice[],
): Promise<CalendarsHeard> {
  let count = 0;
  for (const [municipalityId, told] of Map.groupBy(notices, (notice) => notice.municipalityId)) {
    const at = reaching(parts, municipalityId);
    if (!at) continue;
    const hashes = [...new Set(told.flatMap(({ secret }) => (secret === null ? [] : [secret])))].map(hashOf);
    const known = await inside(at, (tx) => toldBy(tx, hashes));
    const believed = told.flatMap((notice) => {
      const owner = ownerOf(known, notice);
      return owner ? [{ notice, told: owner }] : [];
    });
    if (believed.length === 0) continue;
    count += believed.length;
    await parts.enqueue(await take(at, believed));
  }
  return { believed: count, forged: notices.length - count };
}
