import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { binder, type Sight, visible } from '../access.ts';
import type { prunesIn } from './policy.ts';

export interface DraftListed {
  readonly recordId: string;
  readonly symbol: string | null;
  readonly number: number | null;
  readonly title: string;
  readonly unitName: string;
  readonly frozenAt: Date;
}

interface Asked {
  readonly where: ReturnType<typeof prunesIn>;
  readonly after: string | null;
  readonly today: LocalDate;
  readonly limit: number;
}

/** Decided drafts that this person sees and may prune, that nothing holds and of which earlier versions are there. */
export function draftsFor(tx: Tx, sight: Sight, { where, after, today, limit }: Asked): Promise<DraftListed[]> {
  const values: unknown[] = [tx.municipalityId, where.sections, where.central, after, today, limit];
  return tx.query<DraftListed>(
    `select r.id as "recordId", g.symbol, g.number, k.title, k.unit_name as "unitName", r.frozen_at as "frozenAt"
     from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     left join kaigi.records_folder fo on fo.municipality_id = k.municipality_id and fo.id = k.folder_id
     left join kaigi.records_register g on g.municipality_id = r.municipality_id and g.record_id = r.id
     where r.municipality_id = $1 and r.state = 'FROZEN' and r.case_id is not null and r.file_version > 1
       and ((k.custody = 'SECTION' and k.unit_id = any($2::uuid[])) or ($3::bool and k.custody = 'CENTRAL'))
       and ($4::uuid is null or r.id > $4) and k.state = 'KEPT' and not k.is_held and not coalesce(fo.is_held, false)
       and coalesce(greatest(k.held_until, fo.held_until) < $5::date, true)
       and (select count(*) from kaigi.records_pruning p where p.municipality_id = r.municipality_id
         and p.record_id = r.id) < r.file_version - 1
       and ${visible(sight, binder(values))}
     order by r.id limit $6`,
    values,
  );
}
