import type { Tx } from '../../platform/index.ts';
import type { RollAnswer } from './roll-contract.ts';
import type { RollMember } from './roll-store.ts';

/** How many of a unit have given an answer, or none. */
export interface UnitCount {
  readonly unitId: string | null;
  readonly unitName: string;
  readonly answer: RollAnswer | null;
  readonly count: number;
}

/** Whom the board is about; null: everybody who was asked. */
type Whose = readonly string[] | null;

export async function countsOf(tx: Tx, rollId: string, whose: Whose): Promise<UnitCount[]> {
  return tx.query<UnitCount>(
    `select p.unit_id as "unitId", max(p.person ->> 'unitName') as "unitName", p.answer, count(*)::int as count
     from kaigi.telework_roll_person p
     where p.municipality_id = $1 and p.roll_id = $2 and ($3::uuid[] is null or p.staff_id = any($3))
     group by p.unit_id, p.answer order by 2, 1, 3`,
    [tx.municipalityId, rollId, whose],
  );
}

/** Everybody who has not answered. */
export async function silentIn(
  tx: Tx,
  rollId: string,
  whose: Whose,
): Promise<{ staffId: string; unitId: string | null }[]> {
  return tx.query(
    `select p.staff_id as "staffId", p.unit_id as "unitId" from kaigi.telework_roll_person p
     where p.municipality_id = $1 and p.roll_id = $2 and p.answer is null
       and ($3::uuid[] is null or p.staff_id = any($3))`,
    [tx.municipalityId, rollId, whose],
  );
}

/** 0: needs help; 1: has not answered; 2: all others. */
const RANK = `case when p.answer = 'NEEDS_HELP' then 0 when p.answer is null then 1 else 2 end`;

export interface PeopleAsked {
  readonly rollId: string;
  readonly whose: Whose;
  /** `none`: those of no unit. */
  readonly unitId: string | undefined;
  /** `NONE`: those who have not answered. */
  readonly answer: RollAnswer | 'NONE' | undefined;
  readonly after: { readonly rank: number; readonly staffId: string } | null;
  readonly limit: number;
}

export async function peopleOf(
  tx: Tx,
  { rollId, whose, unitId, answer, after, limit }: PeopleAsked,
): Promise<(RollMember & { rank: number })[]> {
  return tx.query<RollMember & { rank: number }>(
    `select * from (
       select p.roll_id as "rollId", p.staff_id as "staffId", p.answer_id as "answerId", p.unit_id as "unitId", p.person,
         p.answer, p.answered_at as "answeredAt", p.answered_by as "answeredBy", p.words, p.place, p.late, p.paper,
         p.version,
         ${RANK} as rank
       from kaigi.telework_roll_person p
       where p.municipality_id = $1 and p.roll_id = $2 and ($3::uuid[] is null or p.staff_id = any($3))
         and ($4::text is null or coalesce(p.unit_id::text, 'none') = $4)
         and ($5::text is null or coalesce(p.answer, 'NONE') = $5)) q
     where $6::int is null or (q.rank, q."staffId") > ($6, $7::uuid)
     order by q.rank, q."staffId" limit $8`,
    [
      ...[tx.municipalityId, rollId, whose, unitId ?? null, answer ?? null],
      ...[after?.rank ?? null, after?.staffId ?? null, limit],
    ],
  );
}
