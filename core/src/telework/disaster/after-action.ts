import { z } from 'zod';
import { hasRole } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { badInput, type Caller, isUuid, type Locale, notAllowed, notFound } from '../../shared/index.ts';
import type { TeleworkFact } from '../history/fact.ts';
import type { AfterAction, SwitchAct } from './contract.ts';
import { type DisasterParts, looking } from './open.ts';
import { maySeeOrder, presentOrder } from './order-present.ts';
import type { Order } from './order-rules.ts';
import { ORDER, readOrder } from './order-store.ts';
import { ROLL } from './roll-store.ts';
import { words } from './words.ts';

type Item = AfterAction['items'][number];
type Row = Omit<TeleworkFact, 'subject' | 'via' | 'leafId'> & { readonly kind: string; readonly id: string };

/** As applications keep what was relaxed for them. */
const APPLICATION = 'application';
const RelaxedSchema = z.object({ relaxed: z.array(z.object({ orderNumber: z.string(), article: z.string() })) });
const PAGE = 100;

interface Asked {
  readonly order: Order;
  readonly after: { readonly at: Date; readonly id: string; readonly seq: number } | null;
}

/** What the order itself went through, applications that it made easier, and rolls that were called in its days. */
function factsUnder(tx: Tx, { order, after }: Asked): Promise<Row[]> {
  return tx.query<Row>(
    `select f.subject_kind as kind, f.subject_id as id, f.seq, f.at, f.act, f.staff_id as "staffId", f.actor, f.fact
     from kaigi.telework_fact f
     where f.municipality_id = $1 and f.subject_kind in ('${ORDER}', '${APPLICATION}', '${ROLL}') and (
       (f.subject_kind = '${ORDER}' and f.subject_id = $2)
       or (f.at >= $3 and f.subject_kind = '${APPLICATION}' and f.act = 'MADE'
         and f.fact::jsonb -> 'relaxed' @> jsonb_build_array(jsonb_build_object('orderNumber', $4::text)))
       or (f.subject_kind = '${ROLL}' and f.act = 'CALLED' and f.at >= ($5::date::timestamp at time zone 'Asia/Tokyo')
         and f.at < (($6::date + 1)::timestamp at time zone 'Asia/Tokyo')))
       and ($7::timestamptz is null or (f.at, f.subject_id, f.seq) > ($7, $8::uuid, $9::int))
     order by f.at, f.subject_id, f.seq limit ${PAGE + 1}`,
    [
      ...[tx.municipalityId, order.orderId, order.facts[0]?.at ?? null, order.orderNumber, order.from, order.until],
      ...[after?.at ?? null, after?.id ?? null, after?.seq ?? null],
    ],
  );
}

function relaxedIn({ fact }: Row, { orderNumber }: Order): string[] {
  const read = RelaxedSchema.safeParse(fact);
  const own = read.success ? read.data.relaxed.filter((one) => one.orderNumber === orderNumber) : [];
  return [...new Set(own.map(({ article }) => article))];
}

function itemOf(row: Row, order: Order, locale: Locale): Item {
  const { kind, id, act, fact } = row;
  const said = { at: row.at.toISOString(), who: row.actor, subject: { kind, id } };
  if (kind === ORDER)
    return { ...said, what: 'ORDER', sentence: words(locale, `after.ORDER.${act as SwitchAct}`), articles: [] };
  if (kind === APPLICATION) {
    const articles = relaxedIn(row, order);
    const rules = articles.join(locale === 'ja' ? '、' : ', ');
    return { ...said, what: 'RELAXED', sentence: words(locale, 'after.RELAXED', { rules }), articles };
  }
  const what = fact.kind === 'MUSTER' ? 'MUSTER' : 'SAFETY';
  return { ...said, what, sentence: words(locale, `after.${what}`, { title: String(fact.title ?? '') }), articles: [] };
}

function cursorOf(cursor: string | undefined): Asked['after'] {
  if (cursor === undefined) return null;
  const [at = '', id = '', seq = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime()) || !isUuid(id) || !/^\d{1,9}$/.test(seq)) throw badInput('telework.bad_cursor');
  return { at: instant, id, seq: Number(seq) };
}

/** Everything exceptional that was done under an order, oldest first: for the look back afterwards. */
export const afterActionOf = (
  parts: DisasterParts,
  caller: Caller,
  { orderId, cursor }: { readonly orderId: string; readonly cursor: string | undefined },
): Promise<AfterAction> =>
  looking(parts, caller, async (open) => {
    const order = await readOrder(open.tx, orderId);
    if (!order || !maySeeOrder(open, order)) throw notFound('telework.switch_not_found');
    if (!open.runs && !hasRole(open.actor, 'AUDITOR')) throw notAllowed('telework.switch_not_yours');
    const rows = await factsUnder(open.tx, { order, after: cursorOf(cursor) });
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    const next = last && `${last.at.toISOString()} ${last.id} ${last.seq}`;
    return {
      order: presentOrder(open, order, caller.locale),
      items: page.map((row) => itemOf(row, order, caller.locale)),
      nextCursor: next === undefined ? null : Buffer.from(next).toString('base64url'),
    };
  });
