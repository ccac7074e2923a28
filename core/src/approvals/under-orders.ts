import type { Person } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { readCases } from './queries.ts';

/** 緊急時の代決: an act that only a 特例の命令 allowed. */
export interface EmergencyAct {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Date;
  readonly actor: Person;
  /** 「政策課 課長」 */
  readonly onBehalfOf: string;
  readonly article: string;
  /** 後閲: those that were made by the act, and those of them that nobody has looked at yet. */
  readonly reviews: { readonly asked: number; readonly open: number };
}

export interface UnderOrder {
  readonly orderNumber: string;
  /** Those behind this place in the order of time. */
  readonly after: { readonly at: Date; readonly id: string; readonly seq: number } | null;
  readonly limit: number;
}

type Row = Omit<EmergencyAct, 'reviews'>;

/** What was done by deputies under an order, oldest first; taken back or not, it was done. */
export async function emergencyActs(tx: Tx, { orderNumber, after, limit }: UnderOrder): Promise<EmergencyAct[]> {
  const rows = await tx.query<Row>(
    `select h.case_id as "caseId", h.seq, h.at, h.actor, h.detail ->> 'onBehalfOf' as "onBehalfOf",
       h.detail ->> 'article' as article
     from kaigi.approvals_history h
     where h.municipality_id = $1 and h.detail ->> 'orderNumber' = $2
       and ($3::timestamptz is null or (h.at, h.case_id, h.seq) > ($3, $4::uuid, $5::int))
     order by h.at, h.case_id, h.seq limit $6`,
    [tx.municipalityId, orderNumber, after?.at ?? null, after?.id ?? null, after?.seq ?? null, limit],
  );
  const cases = rows.length === 0 ? [] : await readCases(tx, [...new Set(rows.map(({ caseId }) => caseId))]);
  const owed = new Map(cases.map(({ caseId, obligations }) => [caseId, obligations]));
  return rows.map((row) => {
    const reviews = (owed.get(row.caseId) ?? []).filter(
      ({ seq, kind }) => seq === row.seq && kind === 'POST_REVIEW_AFTER_DEPUTY',
    );
    return {
      ...row,
      reviews: { asked: reviews.length, open: reviews.filter(({ status }) => status === 'OPEN').length },
    };
  });
}
