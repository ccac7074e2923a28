import { type EmergencyAct, emergencyActs } from '../../approvals/index.ts';
import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Json } from '../../shared/index.ts';
import type { Order } from './order-rules.ts';
import { ORDER } from './order-store.ts';
import { ROLL, ROLL_ANSWER } from './roll-store.ts';

/** Where a page of the list ends. */
export interface Place {
  readonly at: Date;
  readonly id: string;
  readonly seq: number;
}

export interface Asked {
  readonly order: Order;
  readonly after: Place | null;
  readonly limit: number;
}

type Fact = Readonly<Record<string, Json>>;

/** Something that was done under an order, as its room keeps it. */
export type Done = Place & { readonly actor: Person } & (
    | { readonly kind: typeof ORDER | typeof APPLICATION | typeof ROLL; readonly act: string; readonly fact: Fact }
    /** 後日入力 of an answer, or of times. */
    | { readonly kind: typeof ROLL_ANSWER | typeof PUNCHES; readonly whose: string; readonly source: string }
    | { readonly kind: typeof CASE; readonly emergency: EmergencyAct }
  );

/** As applications keep what was relaxed for them. */
export const APPLICATION = 'application';
export const PUNCHES = 'punches';
export const CASE = 'case';

const place = ({ after }: Asked) => [after?.at ?? null, after?.id ?? null, after?.seq ?? null];

/** What the order itself went through, applications that it made easier, and rolls that were called in its days. */
const facts = (tx: Tx, asked: Asked): Promise<Done[]> =>
  tx.query<Done>(
    `select f.subject_kind as kind, f.subject_id as id, f.seq, f.at, f.act, f.actor, f.fact
     from kaigi.telework_fact f
     where f.municipality_id = $1 and f.subject_kind in ('${ORDER}', '${APPLICATION}', '${ROLL}') and (
       (f.subject_kind = '${ORDER}' and f.subject_id = $2)
       or (f.at >= $3 and f.subject_kind = '${APPLICATION}' and f.act = 'MADE'
         and f.fact::jsonb -> 'relaxed' @> jsonb_build_array(jsonb_build_object('orderNumber', $4::text)))
       or (f.subject_kind = '${ROLL}' and f.act = 'CALLED' and f.at >= ($5::date::timestamp at time zone 'Asia/Tokyo')
         and f.at < (($6::date + 1)::timestamp at time zone 'Asia/Tokyo')))
       and ($7::timestamptz is null or (f.at, f.subject_id, f.seq) > ($7, $8::uuid, $9::int))
     order by f.at, f.subject_id, f.seq limit $10`,
    [
      ...[tx.municipalityId, asked.order.orderId, asked.order.facts[0]?.at ?? null, asked.order.orderNumber],
      ...[asked.order.from, asked.order.until, ...place(asked), asked.limit],
    ],
  );

/** 後日入力 of 安否 and 参集. */
const answers = (tx: Tx, asked: Asked): Promise<Done[]> =>
  tx.query<Done>(
    `select f.subject_kind as kind, f.subject_id as id, f.seq, f.at, f.actor, p.person ->> 'name' as whose,
       f.fact::jsonb #>> '{paper,source}' as source
     from kaigi.telework_fact f
     join kaigi.telework_roll_person p on p.municipality_id = f.municipality_id and p.answer_id = f.subject_id
     where f.municipality_id = $1 and f.subject_kind = '${ROLL_ANSWER}' and f.at >= $2
       and f.fact::jsonb #>> '{paper,orderNumber}' = $3
       and ($4::timestamptz is null or (f.at, f.subject_id, f.seq) > ($4, $5::uuid, $6::int))
     order by f.at, f.subject_id, f.seq limit $7`,
    [
      ...[tx.municipalityId, asked.order.facts[0]?.at ?? null, asked.order.orderNumber],
      ...[...place(asked), asked.limit],
    ],
  );

/** 後日入力 of working times. */
const times = (tx: Tx, asked: Asked): Promise<Done[]> =>
  tx.query<Done>(
    `select '${PUNCHES}' as kind, p.fact_id as id, 1 as seq, p.server_at as at, p.actor,
       p.fact #>> '{paper,person,name}' as whose, p.fact #>> '{paper,source}' as source
     from kaigi.telework_punch p
     where p.municipality_id = $1 and p.kind = 'CORRECTION_ASKED' and p.fact #>> '{paper,orderNumber}' = $2
       and ($3::timestamptz is null or (p.server_at, p.fact_id, 1) > ($3, $4::uuid, $5::int))
     order by p.server_at, p.fact_id limit $6`,
    [tx.municipalityId, asked.order.orderNumber, ...place(asked), asked.limit],
  );

async function emergencies(tx: Tx, { order: { orderNumber }, after, limit }: Asked): Promise<Done[]> {
  const acts = await emergencyActs(tx, { orderNumber, after, limit });
  return acts.map((emergency) => {
    const { caseId: id, seq, at, actor } = emergency;
    return { kind: CASE, id, seq, at, actor, emergency };
  });
}

const inTime = (a: Place, b: Place): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.seq - b.seq);

/** Everything exceptional under an order in the order of time, whichever room it is of. */
export async function doneUnder(tx: Tx, asked: Asked): Promise<Done[]> {
  const all = await Promise.all([facts, answers, times, emergencies].map((source) => source(tx, asked)));
  return all.flat().sort(inTime).slice(0, asked.limit);
}
