import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { CalendarProblem, OwnerRef } from './entry.ts';
import type { Window } from './port.ts';
import type { Mailbox } from './rules.ts';

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

type Row = Omit<Mailbox, 'window'> & { readonly windowFrom: Date | null; readonly windowTo: Date | null };

const ROWS = `select m.owner_id as "ownerId", m.owner_kind as kind, m.address, m.window_from as "windowFrom",
    m.window_to as "windowTo", m.token, m.synced_at as "syncedAt", m.heard_at as "heardAt", m.problem,
    m.problem_at as "problemAt", m.subscription_id as "subscriptionId", m.news_address as "newsAddress",
    m.expires_at as "expiresAt", m.revision, m.looked_on as "lookedOn"
  from kaigi.schedules_mailbox m where m.municipality_id = $1`;

const mailboxOf = ({ windowFrom, windowTo, ...row }: Row): Mailbox => ({
  ...row,
  window: windowFrom && windowTo ? { from: windowFrom, to: windowTo } : null,
});

export async function mailboxesOf(tx: Tx, ownerIds: readonly string[]): Promise<Map<string, Mailbox>> {
  const rows = await tx.query<Row>(`${ROWS} and m.owner_id = any($2::uuid[])`, [tx.municipalityId, ownerIds]);
  return new Map(rows.map((row) => [row.ownerId, mailboxOf(row)]));
}

/** Until the end of the transaction nobody else changes what is known of it. */
export async function lockMailbox(tx: Tx, ownerId: string): Promise<Mailbox | null> {
  const [row] = await tx.query<Row>(`${ROWS} and m.owner_id = $2 for update`, [tx.municipalityId, ownerId]);
  return row ? mailboxOf(row) : null;
}

export interface Addressed extends OwnerRef {
  readonly address: string;
}

/** Somebody looks at these: from now on they are followed. Another address is another calendar. */
export async function lookAt(
  tx: Tx,
  owners: readonly Addressed[],
  { now, today }: { now: Date; today: LocalDate },
): Promise<void> {
  const rows = owners.toSorted((a, b) => (a.ownerId < b.ownerId ? -1 : 1));
  await tx.query(
    `insert into kaigi.schedules_mailbox as m (municipality_id, owner_id, owner_kind, address, looked_on, check_at, renew_at)
     select $1, r."ownerId", r.kind, r.address, $3, $4, $4
     from jsonb_to_recordset($2) as r("ownerId" uuid, kind text, address text)
     on conflict (municipality_id, owner_id) do update
       set address = excluded.address, looked_on = excluded.looked_on,
         token = case when m.address = excluded.address then m.token end,
         window_from = case when m.address = excluded.address then m.window_from end,
         window_to = case when m.address = excluded.address then m.window_to end,
         subscription_id = case when m.address = excluded.address then m.subscription_id end,
         secret_hash = case when m.address = excluded.address then m.secret_hash end,
         former_hash = case when m.address = excluded.address then m.former_hash else m.secret_hash end,
         problem = case when m.address = excluded.address then m.problem end,
         problem_at = case when m.address = excluded.address then m.problem_at end,
         renew_at = case when m.address = excluded.address then m.renew_at else excluded.renew_at end
       where m.looked_on < excluded.looked_on or m.address <> excluded.address`,
    [tx.municipalityId, JSON.stringify(rows), today, now],
  );
}

export interface Reading {
  readonly window: Window;
  readonly token: string;
  readonly syncedAt: Date;
  readonly checkAt: Date;
  readonly changed: boolean;
}

export async function noteReading(tx: Tx, ownerId: string, reading: Reading): Promise<void> {
  const { window, token, syncedAt, checkAt, changed } = reading;
  await tx.query(
    `update kaigi.schedules_mailbox set window_from = $3, window_to = $4, token = $5, synced_at = $6, check_at = $7,
       revision = revision + $8, problem = null, problem_at = null
     where municipality_id = $1 and owner_id = $2`,
    [tx.municipalityId, ownerId, window.from, window.to, token, syncedAt, checkAt, changed ? 1 : 0],
  );
}

/** What is known of them stays, and is said to be old until they are read again. */
export async function noteProblem(
  tx: Tx,
  ownerIds: readonly string[],
  { problem, at, again }: { problem: CalendarProblem; at: Date; again: Date },
): Promise<void> {
  await tx.query(
    `update kaigi.schedules_mailbox set problem = $3, problem_at = $4, check_at = $5
     where municipality_id = $1 and owner_id = any($2::uuid[])`,
    [tx.municipalityId, ownerIds, problem, at, again],
  );
}

/** The token is worth nothing any more: the next reading begins anew. */
export async function forgetToken(tx: Tx, ownerIds: readonly string[]): Promise<void> {
  await tx.query(
    'update kaigi.schedules_mailbox set token = null where municipality_id = $1 and owner_id = any($2::uuid[])',
    [tx.municipalityId, ownerIds],
  );
}

/** Our half of the secret is kept before it is sent: the first news may come before the answer. */
export async function beginSubscription(
  tx: Tx,
  ownerId: string,
  { secret, newsAddress, again }: { secret: string; newsAddress: string; again: Date },
): Promise<void> {
  await tx.query(
    `update kaigi.schedules_mailbox set former_hash = coalesce(secret_hash, former_hash), secret_hash = $3,
       news_address = $4, subscription_id = null, expires_at = null, renew_at = $5
     where municipality_id = $1 and owner_id = $2`,
    [tx.municipalityId, ownerId, hashOf(secret), newsAddress, again],
  );
}

export interface Answered {
  readonly subscriptionId: string;
  readonly expiresAt: Date;
  readonly renewAt: Date;
  /** What it was begun with; null: it was prolonged. */
  readonly secret: string | null;
}

/** What Microsoft answered, unless meanwhile it is another calendar, or another subscription was begun. */
export async function noteSubscription(tx: Tx, ownerId: string, answered: Answered): Promise<void> {
  const { subscriptionId, expiresAt, renewAt, secret } = answered;
  await tx.query(
    `update kaigi.schedules_mailbox set subscription_id = $3, expires_at = $4, renew_at = $5
     where municipality_id = $1 and owner_id = $2 and (subscription_id = $3 or secret_hash = $6)`,
    [tx.municipalityId, ownerId, subscriptionId, expiresAt, renewAt, secret === null ? null : hashOf(secret)],
  );
}

/** News that know the secret say which subscription Microsoft made, though nobody heard its answer. */
export async function adoptSubscription(tx: Tx, ownerId: string, subscriptionId: string): Promise<void> {
  await tx.query(
    `update kaigi.schedules_mailbox set subscription_id = $3
     where municipality_id = $1 and owner_id = $2 and subscription_id is null`,
    [tx.municipalityId, ownerId, subscriptionId],
  );
}

export async function renewAgain(tx: Tx, ownerIds: readonly string[], again: Date): Promise<void> {
  await tx.query(
    'update kaigi.schedules_mailbox set renew_at = $3 where municipality_id = $1 and owner_id = any($2::uuid[])',
    [tx.municipalityId, ownerIds, again],
  );
}

/** The token is as good as before: it tells what happened while nobody told of it. */
export async function loseSubscription(tx: Tx, ownerIds: readonly string[], now: Date): Promise<void> {
  await tx.query(
    `update kaigi.schedules_mailbox set subscription_id = null, expires_at = null, renew_at = $3
     where municipality_id = $1 and owner_id = any($2::uuid[])`,
    [tx.municipalityId, ownerIds, now],
  );
}

export interface Told {
  readonly ownerId: string;
  readonly subscriptionId: string | null;
  readonly secretHash: Buffer;
  readonly former: boolean;
}

/** Whose news carry these secrets. */
export const toldBy = (tx: Tx, hashes: readonly Buffer[]): Promise<Told[]> =>
  tx.query<Told>(
    `select m.owner_id as "ownerId", m.subscription_id as "subscriptionId", h as "secretHash",
       m.secret_hash is distinct from h as former
     from unnest($2::bytea[]) as h
     join kaigi.schedules_mailbox m on m.municipality_id = $1 and (m.secret_hash = h or m.former_hash = h)`,
    [tx.municipalityId, hashes],
  );

export async function heardOf(tx: Tx, ownerIds: readonly string[], now: Date): Promise<void> {
  await tx.query(
    `update kaigi.schedules_mailbox set heard_at = $3, check_at = $3
     where municipality_id = $1 and owner_id = any($2::uuid[])`,
    [tx.municipalityId, ownerIds, now],
  );
}

/** Whose subscriptions these are. */
export const subscribedNow = (tx: Tx): Promise<Pick<Mailbox, 'ownerId' | 'subscriptionId' | 'expiresAt'>[]> =>
  tx.query(
    `select m.owner_id as "ownerId", m.subscription_id as "subscriptionId", m.expires_at as "expiresAt"
     from kaigi.schedules_mailbox m where m.municipality_id = $1 and m.subscription_id is not null`,
    [tx.municipalityId],
  );

/** What is to be done by now, what waits longest first. */
export async function dueMailboxes(
  tx: Tx,
  now: Date,
  most: number,
): Promise<{ renew: readonly string[]; check: readonly string[] }> {
  const due = (column: 'renew_at' | 'check_at') =>
    tx.query<{ ownerId: string }>(
      `select m.owner_id as "ownerId" from kaigi.schedules_mailbox m
       where m.municipality_id = $1 and m.${column} <= $2 order by m.${column} limit $3`,
      [tx.municipalityId, now, most],
    );
  const [renew, check] = await Promise.all([due('renew_at'), due('check_at')]);
  return { renew: renew.map(({ ownerId }) => ownerId), check: check.map(({ ownerId }) => ownerId) };
}

/** At which nobody has looked since that day. */
export const forsaken = (
  tx: Tx,
  before: LocalDate,
  most: number,
): Promise<Pick<Mailbox, 'ownerId' | 'subscriptionId'>[]> =>
  tx.query(
    `select m.owner_id as "ownerId", m.subscription_id as "subscriptionId" from kaigi.schedules_mailbox m
     where m.municipality_id = $1 and m.looked_on < $2 order by m.looked_on limit $3`,
    [tx.municipalityId, before, most],
  );

export async function forgetMailbox(tx: Tx, ownerId: string): Promise<void> {
  for (const table of ['schedules_entry', 'schedules_glance', 'schedules_mailbox'])
    await tx.query(`delete from kaigi.${table} where municipality_id = $1 and owner_id = $2`, [
      tx.municipalityId,
      ownerId,
    ]);
}
