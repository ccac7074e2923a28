import type { X509Certificate } from 'node:crypto';
import type { Clock, Database, Report, Tx } from '../../platform/index.ts';
import { finding } from '../findings.ts';
import { newestCheckpoint } from '../queries.ts';
import type { Finding } from '../witness.ts';
import { StampFault } from './signer.ts';
import { checkStamp, stampRequest, tokenOf } from './stamp.ts';

/** Somebody outside who says what time it is (RFC 3161). */
export interface TimestampAuthority {
  readonly url: string;
  readonly roots: readonly X509Certificate[];
  /** The policy that is asked for; null leaves it to the authority. */
  readonly policy: string | null;
  /** Sends a request and brings the answer, within a deadline. */
  ask(request: Uint8Array): Promise<Uint8Array>;
}

/** A stamp as it is kept beside its checkpoint. */
export interface KeptStamp {
  readonly size: number;
  readonly note: string;
  readonly authority: string;
  readonly token: Buffer;
}

const utf8 = new TextEncoder();

/** Stamps of this municipality's log, from the smallest tree on. */
export function stampsAfter(tx: Tx, size: number, limit: number): Promise<KeptStamp[]> {
  return tx.query<KeptStamp>(
    `select s.tree_size as size, c.note, s.authority, s.token
     from kaigi.ledger_timestamp s
     join kaigi.ledger_checkpoint c on c.municipality_id = s.municipality_id and c.tree_size = s.tree_size
     where s.municipality_id = $1 and s.tree_size > $2 order by s.tree_size limit $3`,
    [tx.municipalityId, size, limit],
  );
}

/** When somebody outside had first seen the log as far as this entry, and who it was; null where nobody has. */
export async function stampOver(tx: Tx, index: number): Promise<{ at: Date; authority: string } | null> {
  const [kept] = await stampsAfter(tx, index, 1);
  if (!kept) return null;
  const { at, authority } = checkStamp(kept.token, { bytes: utf8.encode(kept.note), roots: null });
  return { at, authority };
}

export interface StampingParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly report: Report;
  readonly authority: TimestampAuthority;
}

/**
 * Has the newest checkpoint stamped, unless it is already. A failure is reported and the log goes on: the next hour asks
 * again. Returns whether there is a new stamp.
 */
export async function stampNewest(
  { db, clock, report, authority }: StampingParts,
  municipalityId: string,
): Promise<boolean> {
  const newest = await db.inMunicipality(municipalityId, async (tx) => {
    const checkpoint = await newestCheckpoint(tx);
    if (!checkpoint) return null;
    const stamped = await tx.query(
      'select from kaigi.ledger_timestamp s where s.municipality_id = $1 and s.tree_size = $2 and s.authority = $3',
      [tx.municipalityId, checkpoint.tree_size, authority.url],
    );
    return stamped.length > 0 ? null : checkpoint;
  });
  if (!newest) return false;
  const bytes = utf8.encode(newest.note);
  const request = stampRequest(bytes, authority.policy);
  try {
    const token = tokenOf(await authority.ask(request.der));
    const { policy, roots } = authority;
    checkStamp(token, { bytes, nonce: request.nonce, policy, roots });
    await db.inMunicipality(municipalityId, (tx) =>
      tx.query(
        `insert into kaigi.ledger_timestamp (municipality_id, tree_size, authority, token, stamped_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [tx.municipalityId, newest.tree_size, authority.url, token, clock.now()],
      ),
    );
    return true;
  } catch (error) {
    const why = error instanceof StampFault ? error.code : 'ledger.stamp_unreachable';
    report.failed('ledger/stamp', error, { municipalityId, treeSize: newest.tree_size, why });
    return false;
  }
}

/** What a stamp proves: the log was of this size, with this root, at this moment. */
export interface Proven {
  readonly size: number;
  readonly at: string;
  readonly authority: string;
}

const PAGE = 200;

/** Every stamp held against its checkpoint; `roots` null where no authority is configured to trust. */
export async function* verifyStamps(
  tx: Tx,
  roots: readonly X509Certificate[] | null,
): AsyncGenerator<Finding, readonly Proven[]> {
  const proven: Proven[] = [];
  for (let after = 0; ; ) {
    const page = await stampsAfter(tx, after, PAGE);
    const last = page.at(-1);
    if (!last) return proven;
    for (const { size, note, token } of page) {
      try {
        const { at, authority } = checkStamp(token, { bytes: utf8.encode(note), roots });
        proven.push({ size, at: at.toISOString(), authority });
      } catch (error) {
        const code = error instanceof StampFault ? error.code : 'ledger.stamp_malformed';
        yield finding(code, { subject: String(size), params: { size } });
      }
    }
    after = last.size;
  }
}
