import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { binder, type Sight, visible } from '../access.ts';
import type { Supplements } from './contract.ts';

/** From which conversation something was captured, and what exactly. */
export interface CaptureOrigin {
  readonly place: string;
  readonly digest: string;
  /** Of which record these are the files that could not be read then. */
  readonly supplements?: Supplements;
}

export async function keepOrigin(
  tx: Tx,
  {
    recordId,
    place,
    digest,
    supplements,
    messages,
    at,
  }: CaptureOrigin & { recordId: string; messages: readonly string[]; at: Date },
): Promise<void> {
  await tx.query(
    `insert into kaigi.records_capture (municipality_id, record_id, place, digest, messages, captured_at, supplements)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.municipalityId, recordId, place, digest, messages, at, supplements?.recordId ?? null],
  );
}

/** A record that holds a message already. */
export interface EarlierCapture {
  readonly recordId: string;
  readonly title: string;
  readonly symbol: string | null;
  readonly number: number | null;
  readonly filedOn: LocalDate;
}

const MOST = 3;

const COLUMNS = 'c.record_id as "recordId", k.title, g.symbol, g.number, k.created_on as "filedOn"';
const OF_RECORD = `join kaigi.records_record r on r.municipality_id = c.municipality_id and r.id = c.record_id
     join kaigi.records_keeping k on k.municipality_id = c.municipality_id and k.record_id = c.record_id
     left join kaigi.records_register g on g.municipality_id = c.municipality_id and g.record_id = c.record_id`;

/** In one conversation a message is known by its number, a wish by all that was said and wished. */
export type SoughtCapture = { readonly place: string } & ({ readonly messageId: string } | { readonly digest: string });

/** Those that this person may see and that are kept still. */
export function earlierCaptures(tx: Tx, sight: Sight, by: SoughtCapture): Promise<EarlierCapture[]> {
  const values: unknown[] = [tx.municipalityId];
  const bind = binder(values);
  const fits = 'digest' in by ? `c.digest = ${bind(by.digest)}` : `c.messages @> array[${bind(by.messageId)}::text]`;
  return tx.query<EarlierCapture>(
    `select ${COLUMNS} from kaigi.records_capture c ${OF_RECORD}
     where c.municipality_id = $1 and c.place = ${bind(by.place)} and ${fits} and k.state = 'KEPT' and ${visible(sight, bind)}
     order by c.captured_at desc, c.record_id limit ${MOST}`,
    values,
  );
}

export interface SharingMessages extends EarlierCapture {
  readonly relation: 'LATER' | 'FILES' | 'EARLIER';
}

/** Other records that hold messages of this one, as `earlierCaptures` finds them; the newest first. */
export function sharingMessages(
  tx: Tx,
  sight: Sight,
  { recordId, limit }: { readonly recordId: string; readonly limit: number },
): Promise<SharingMessages[]> {
  const values: unknown[] = [tx.municipalityId, recordId];
  return tx.query<SharingMessages>(
    `select ${COLUMNS},
       case when c.supplements = o.record_id then 'FILES'
         when (c.captured_at, c.record_id) > (o.captured_at, o.record_id) then 'LATER' else 'EARLIER' end as relation
     from kaigi.records_capture o
     join kaigi.records_capture c on c.municipality_id = $1 and c.place = o.place and c.messages && o.messages
       and c.record_id <> o.record_id
     ${OF_RECORD}
     where o.municipality_id = $1 and o.record_id = $2 and k.state = 'KEPT' and ${visible(sight, binder(values))}
     order by c.captured_at desc, c.record_id desc limit ${limit}`,
    values,
  );
}

/** Records with files of that one which came later, the oldest first; none that is gone. */
export async function supplementsOf(tx: Tx, recordId: string): Promise<string[]> {
  const rows = await tx.query<{ recordId: string }>(
    `select c.record_id as "recordId" from kaigi.records_capture c
     where c.municipality_id = $1 and c.supplements = $2 order by c.captured_at, c.record_id`,
    [tx.municipalityId, recordId],
  );
  return rows.map(({ recordId: id }) => id);
}

/** What names the messages of a record goes with its content. */
export async function forgetCapture(tx: Tx, recordId: string): Promise<readonly string[]> {
  await tx.query('delete from kaigi.records_capture c where c.municipality_id = $1 and c.record_id = $2', [
    tx.municipalityId,
    recordId,
  ]);
  return [];
}
