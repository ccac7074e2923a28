import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/index.ts';
import type { OrganizerReading, ReadSoFar, SourceRefusal } from './source.ts';

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export interface SubscriptionRow {
  readonly id: string;
  readonly subscriptionId: string | null;
  readonly address: string;
  readonly secretHash: Buffer;
  readonly expiresAt: Date;
}

export const subscriptionsOf = (tx: Tx): Promise<SubscriptionRow[]> =>
  tx.query<SubscriptionRow>(
    `select id, subscription_id as "subscriptionId", address, secret_hash as "secretHash", expires_at as "expiresAt"
     from kaigi.graph_subscription where municipality_id = $1 order by expires_at desc, id`,
    [tx.municipalityId],
  );

export async function saveSubscription(tx: Tx, row: SubscriptionRow): Promise<void> {
  await tx.query(
    `insert into kaigi.graph_subscription (municipality_id, id, subscription_id, address, secret_hash, expires_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (municipality_id, id) do update
       set subscription_id = excluded.subscription_id, expires_at = excluded.expires_at`,
    [tx.municipalityId, row.id, row.subscriptionId, row.address, row.secretHash, row.expiresAt],
  );
}

export async function forgetSubscription(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from kaigi.graph_subscription where municipality_id = $1 and id = $2', [
    tx.municipalityId,
    id,
  ]);
}

export interface WatchRow {
  readonly since: Date;
  readonly subscribingRefusal: SourceRefusal | null;
  readonly readingRefusal: SourceRefusal | null;
}

/** Begins with the first look. */
export async function watchOf(tx: Tx, now: Date): Promise<WatchRow> {
  await tx.query(
    'insert into kaigi.graph_watch (municipality_id, since) values ($1, $2) on conflict (municipality_id) do nothing',
    [tx.municipalityId, now],
  );
  const [row] = await tx.query<WatchRow>(
    `select since, subscribing_refusal as "subscribingRefusal", reading_refusal as "readingRefusal"
     from kaigi.graph_watch where municipality_id = $1`,
    [tx.municipalityId],
  );
  return row ?? { since: now, subscribingRefusal: null, readingRefusal: null };
}

export async function noteSubscribing(tx: Tx, refusal: SourceRefusal | null): Promise<void> {
  await tx.query('update kaigi.graph_watch set subscribing_refusal = $2 where municipality_id = $1', [
    tx.municipalityId,
    refusal,
  ]);
}

export async function noteReading(tx: Tx, refusal: SourceRefusal | null): Promise<void> {
  await tx.query('update kaigi.graph_watch set reading_refusal = $2 where municipality_id = $1', [
    tx.municipalityId,
    refusal,
  ]);
}

/** Where to read on; those who were read longest ago come first, so that a round cut short leaves nobody out for good. */
export async function readSoFar(tx: Tx, organizerOids: readonly string[], since: Date): Promise<ReadSoFar[]> {
  const rows = await tx.query<Pick<ReadSoFar, 'organizerOid' | 'token'>>(
    `select o.oid as "organizerOid", d.token from unnest($2::uuid[]) as o(oid)
     left join kaigi.graph_delta d on d.municipality_id = $1 and d.organizer_oid = o.oid
     order by d.read_at nulls first, o.oid`,
    [tx.municipalityId, organizerOids],
  );
  return rows.map((row) => ({ ...row, from: since }));
}

/** An organizer who was refused keeps the place from which to read on, once that is allowed. */
export async function noteReadings(tx: Tx, readings: readonly OrganizerReading[], now: Date): Promise<void> {
  const rows = readings
    .filter(({ outcome }) => outcome.kind !== 'LATER')
    .map(({ organizerOid, outcome }) => ({
      organizerOid,
      token: outcome.kind === 'OK' ? outcome.value.token : null,
      refusal: outcome.kind === 'REFUSED' ? outcome.code : null,
    }));
  await tx.query(
    `insert into kaigi.graph_delta as d (municipality_id, organizer_oid, token, read_at, refusal)
     select $1::uuid, r."organizerOid", r.token, $3::timestamptz, r.refusal
     from jsonb_to_recordset($2) as r("organizerOid" uuid, token text, refusal text)
     on conflict (municipality_id, organizer_oid) do update
       set token = coalesce(excluded.token, d.token), read_at = excluded.read_at, refusal = excluded.refusal`,
    [tx.municipalityId, JSON.stringify(rows), now],
  );
}
