import { type Condition, provided, type Statement, type Tx } from '../platform/index.ts';
import type { Locale } from '../shared/index.ts';

export interface Address {
  readonly conversationId: string;
  readonly reference: unknown;
  /** The language in which the person uses this chat. */
  readonly locale: Locale;
}

export interface Copy {
  readonly copyId: string;
  readonly conversationId: string;
  readonly activityId: string;
  readonly freshVersion: number;
  readonly contentHash: string;
}

/** Whether the person is reached there already, in the same way; not, where the condition does not hold. */
export async function isKept(
  tx: Tx,
  { staffId, conversationId, reference, locale }: Address & { readonly staffId: string },
  condition: Condition | null,
): Promise<boolean> {
  const asking: Statement = {
    text: `select from kaigi.notifications_address a
     where a.municipality_id = $1 and a.staff_id = $2 and a.conversation_id = $3 and a.state = 'LIVE'
       and a.reference = $4 and a.locale = $5`,
    values: [tx.municipalityId, staffId, conversationId, JSON.stringify(reference), locale],
  };
  const { text, values } = condition ? provided(asking, condition) : asking;
  return (await tx.query(text, values)).length > 0;
}

/** Returns true when the person became reachable there by this: a new conversation, or one that had been lost. */
export async function keepAddress(
  tx: Tx,
  address: Address & { readonly staffId: string; readonly at: Date },
): Promise<boolean> {
  const [row] = await tx.query<{ before: string | null }>(
    `with before as (select a.state from kaigi.notifications_address a
       where a.municipality_id = $1 and a.staff_id = $2 and a.conversation_id = $3)
     insert into kaigi.notifications_address as a
       (municipality_id, staff_id, conversation_id, reference, state, kept_at, locale)
     values ($1, $2, $3, $4, 'LIVE', $5, $6)
     on conflict (municipality_id, staff_id, conversation_id) do update
       set reference = excluded.reference, state = 'LIVE', kept_at = excluded.kept_at, locale = excluded.locale
       where a.state <> 'LIVE' or a.reference <> excluded.reference or a.locale <> excluded.locale
     returning (select state from before) as before`,
    [
      tx.municipalityId,
      address.staffId,
      address.conversationId,
      JSON.stringify(address.reference),
      address.at,
      address.locale,
    ],
  );
  return row !== undefined && row.before !== 'LIVE';
}

export async function markAddress(
  tx: Tx,
  staffId: string,
  { conversationId, state }: { readonly conversationId: string; readonly state: 'BLOCKED' | 'GONE' },
): Promise<void> {
  await tx.query(
    `update kaigi.notifications_address set state = $4, lost_at = now()
     where municipality_id = $1 and staff_id = $2 and conversation_id = $3 and state <> $4`,
    [tx.municipalityId, staffId, conversationId, state],
  );
}

export async function addressesOf(tx: Tx, staffId: string): Promise<Address[]> {
  return tx.query<Address>(
    `select a.conversation_id as "conversationId", a.reference, a.locale from kaigi.notifications_address a
     where a.municipality_id = $1 and a.staff_id = $2 and a.state = 'LIVE' order by a.kept_at`,
    [tx.municipalityId, staffId],
  );
}

/** Staff who could never be reached: no conversation was ever kept for them. */
export async function withoutAddress(tx: Tx, staffIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ staffId: string }>(
    `select s as "staffId" from unnest($2::uuid[]) s
     where not exists (select from kaigi.notifications_address a where a.municipality_id = $1 and a.staff_id = s)`,
    [tx.municipalityId, staffIds],
  );
  return rows.map((row) => row.staffId);
}

/** A question about one person and one subject: was it sent to them anew since then? */
export interface Asked {
  readonly subject: string;
  readonly staffId: string;
  readonly since: Date;
}

export type Unsent = Pick<Asked, 'subject' | 'staffId'>;

/** Of these, where nothing was sent nor is to be told later. A copy that was thrown away was sent all the same. */
export async function withoutCopy(tx: Tx, asked: readonly Asked[]): Promise<Unsent[]> {
  return tx.query(
    `select q.subject, q."staffId" from jsonb_to_recordset($2) as q(subject text, "staffId" uuid, since timestamptz)
     where not exists (select from kaigi.notifications_copy c
       where c.municipality_id = $1 and c.subject = q.subject and c.staff_id = q."staffId" and c.sent_at >= q.since)
     and not exists (select from kaigi.notifications_held h
       where h.municipality_id = $1 and h.subject = q.subject and h.staff_id = q."staffId" and h.held_at >= q.since
         and (h.told_at is null or h.told_by is not null))`,
    [tx.municipalityId, JSON.stringify(asked)],
  );
}

export async function copiesOf(tx: Tx, subject: string, staffId: string): Promise<Copy[]> {
  return tx.query<Copy>(
    `select c.copy_id as "copyId", c.conversation_id as "conversationId", c.activity_id as "activityId",
       c.fresh_version as "freshVersion", c.content_hash as "contentHash"
     from kaigi.notifications_copy c
     where c.municipality_id = $1 and c.subject = $2 and c.staff_id = $3 and not c.gone order by c.sent_at`,
    [tx.municipalityId, subject, staffId],
  );
}

/** Who has a copy of these subjects. */
export async function holdersOfCopies(tx: Tx, subjects: readonly string[]): Promise<Unsent[]> {
  return tx.query(
    `select distinct c.subject, c.staff_id as "staffId" from kaigi.notifications_copy c
     where c.municipality_id = $1 and c.subject = any($2::text[]) and not c.gone`,
    [tx.municipalityId, subjects],
  );
}

export async function addCopy(
  tx: Tx,
  copy: Copy & { readonly staffId: string; readonly subject: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    `insert into kaigi.notifications_copy (municipality_id, copy_id, staff_id, conversation_id, subject, activity_id,
       fresh_version, content_hash, sent_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.municipalityId,
      copy.copyId,
      copy.staffId,
      copy.conversationId,
      copy.subject,
      copy.activityId,
      copy.freshVersion,
      copy.contentHash,
      copy.at,
    ],
  );
}

export async function updateCopy(tx: Tx, copyId: string, contentHash: string): Promise<void> {
  await tx.query('update kaigi.notifications_copy set content_hash = $3 where municipality_id = $1 and copy_id = $2', [
    tx.municipalityId,
    copyId,
    contentHash,
  ]);
}

export async function forgetCopy(tx: Tx, copyId: string): Promise<void> {
  await tx.query('update kaigi.notifications_copy set gone = true where municipality_id = $1 and copy_id = $2', [
    tx.municipalityId,
    copyId,
  ]);
}
