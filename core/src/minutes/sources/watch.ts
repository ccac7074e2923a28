import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newId, type Tx } from '../../platform/index.ts';
import { catchUpJob, type SourcesRoom, TeamsRefused, watchJob } from './room.ts';
import type { Asked, TeamsMeetings } from './source.ts';
import {
  forgetSubscription,
  hashOf,
  noteSubscribing,
  type SubscriptionRow,
  saveSubscription,
  subscriptionsOf,
  watchOf,
} from './watch-store.ts';

const Payload = z.object({ municipalityId: z.uuid(), renew: z.boolean().default(false) });

/** Long enough before the end for a night in which nothing can be asked. */
const RENEW_BEFORE_MS = 24 * 60 * 60_000;

interface Watching {
  readonly room: SourcesRoom;
  readonly teams: TeamsMeetings;
  readonly municipalityId: string;
  readonly now: Date;
}

const inside = <T>({ room, municipalityId }: Watching, work: (tx: Tx) => Promise<T>): Promise<T> =>
  room.db.inMunicipality(municipalityId, work);

async function noteRefusal(watching: Watching, asked: Exclude<Asked<unknown>, { kind: 'LATER' }>): Promise<void> {
  const refusal = asked.kind === 'REFUSED' ? asked.code : null;
  const before = await inside(watching, async (tx) => {
    const { subscribingRefusal } = await watchOf(tx, watching.now);
    await noteSubscribing(tx, refusal);
    return subscribingRefusal;
  });
  if (refusal !== null && refusal !== before)
    watching.room.report.failed('minutes/teams-watch', new TeamsRefused(refusal));
}

/** What has run out, goes to an address that is ours no more, or came to nothing: gone, here and at Microsoft. */
async function clearAway(
  { teams, ...watching }: Watching,
  rows: readonly SubscriptionRow[],
): Promise<SubscriptionRow[]> {
  const { municipalityId, now } = watching;
  const [unanswered] = rows.filter(({ subscriptionId }) => subscriptionId === null);
  const isOfUse = (row: SubscriptionRow) =>
    row.expiresAt > now &&
    row.address === teams.subscriptions.address &&
    // Of those that Microsoft never confirmed, the last may still exist there; its news are believed until it ends.
    (row.subscriptionId !== null || row === unanswered);
  for (const row of rows.filter((one) => !isOfUse(one))) {
    if (row.subscriptionId !== null && row.expiresAt > now)
      await teams.subscriptions.unsubscribe(municipalityId, row.subscriptionId);
    await inside({ teams, ...watching }, (tx) => forgetSubscription(tx, row.id));
  }
  return rows.filter(isOfUse);
}

/** Our half of the secret is kept before it is sent: the first news may come before the answer. */
async function begin(watching: Watching): Promise<void> {
  const { room, teams, municipalityId, now } = watching;
  const { subscriptions } = teams;
  const secret = randomBytes(32).toString('base64url');
  const until = new Date(now.getTime() + subscriptions.longestMs);
  const row = {
    id: newId(room.clock),
    subscriptionId: null,
    address: subscriptions.address,
    secretHash: hashOf(secret),
  };
  await inside(watching, (tx) => saveSubscription(tx, { ...row, expiresAt: until }));
  const asked = await subscriptions.subscribe(municipalityId, { secret, until });
  if (asked.kind === 'LATER') return room.enqueue([watchJob(municipalityId, { runAt: asked.at })]);
  await inside(watching, (tx) =>
    asked.kind === 'OK' ? saveSubscription(tx, { ...row, ...asked.value }) : forgetSubscription(tx, row.id),
  );
  await noteRefusal(watching, asked);
  // News are of transcripts that begin after it; those from before, and from while there was none, are asked for.
  if (asked.kind === 'OK') await room.enqueue([catchUpJob(municipalityId)]);
}

async function prolong(watching: Watching, current: SubscriptionRow, subscriptionId: string): Promise<void> {
  const { room, teams, municipalityId, now } = watching;
  const until = new Date(now.getTime() + teams.subscriptions.longestMs);
  const asked = await teams.subscriptions.prolong(municipalityId, subscriptionId, until);
  if (asked.kind === 'LATER') return room.enqueue([watchJob(municipalityId, { runAt: asked.at, renew: true })]);
  if (asked.kind === 'REFUSED' && asked.code === 'minutes.graph_gone') {
    await inside(watching, (tx) => forgetSubscription(tx, current.id));
    return begin(watching);
  }
  if (asked.kind === 'OK')
    await inside(watching, (tx) => saveSubscription(tx, { ...current, expiresAt: asked.value.expiresAt }));
  await noteRefusal(watching, asked);
}

/** Sees to it that a municipality is told of new transcripts. May run at any time, and does what is needed only. */
export async function watch(room: SourcesRoom, payload: unknown): Promise<void> {
  const { municipalityId, renew } = Payload.parse(payload);
  const teams = room.teams();
  if (!teams?.municipalityIds.includes(municipalityId)) return;
  const watching = { room, teams, municipalityId, now: room.clock.now() };
  const rows = await inside(watching, async (tx) => {
    await watchOf(tx, watching.now);
    return subscriptionsOf(tx);
  });
  const current = (await clearAway(watching, rows)).find(({ subscriptionId }) => subscriptionId !== null);
  if (!current || current.subscriptionId === null) return begin(watching);
  const isSoonOver = current.expiresAt.getTime() - watching.now.getTime() < RENEW_BEFORE_MS;
  if (renew || isSoonOver) await prolong(watching, current, current.subscriptionId);
}
