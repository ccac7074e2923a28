import type { Tx } from '../../platform/index.ts';
import { foldedWords, type Level } from '../../shared/index.ts';
import { binder, type PartInCase, type Sight, visible } from '../access.ts';
import type { RecordKind } from '../contract.ts';
import type { RecordsSearchQuery } from './contract.ts';
import type { Let } from './finding.ts';

export type Filters = Pick<
  RecordsSearchQuery,
  'kind' | 'state' | 'fiscalYear' | 'unitId' | 'classificationCode' | 'counterparty'
>;

const WITHOUT_WILD_CARDS = /[\\%_]/gu;

// 年度 of the number; without one, of the day in Japan.
const FISCAL_YEAR = `coalesce(g.fiscal_year,
  extract(year from (r.registered_at at time zone 'Asia/Tokyo') - interval '3 months'))`;

const REGISTER = 'left join kaigi.records_register g on g.municipality_id = $1 and g.record_id = r.id';

/** Which of some records this person may see and wants to see. */
export const letting =
  (tx: Tx, sight: Sight, filters: Filters): Let =>
  async (recordIds) => {
    const values: unknown[] = [tx.municipalityId, recordIds];
    const bind = binder(values);
    const given = (value: string | number | undefined, type: string, condition: (place: string) => string) => {
      if (value === undefined) return '';
      return `and ${condition(`${bind(value)}::${type}`)}`;
    };
    const counterparty = filters.counterparty === undefined ? undefined : foldedWords(filters.counterparty);
    const code = filters.classificationCode?.replace(WITHOUT_WILD_CARDS, (sign) => `\\${sign}`);
    const rows = await tx.query<{ id: string }>(
      `select r.id from unnest($2::uuid[]) asked(id)
       join kaigi.records_record r on r.municipality_id = $1 and r.id = asked.id
       join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = r.id
       ${filters.fiscalYear === undefined && counterparty === undefined ? '' : REGISTER}
       where ${visible(sight, bind)}
         ${given(filters.kind, 'text', (place) => `r.kind = ${place}`)}
         ${given(filters.state, 'text', (place) => `r.state = ${place}`)}
         ${given(filters.fiscalYear, 'int', (place) => `${FISCAL_YEAR} = ${place}`)}
         ${given(filters.unitId, 'uuid', (place) => `${place} = any(k.unit_path)`)}
         ${given(code, 'text', (place) => `k.classification_code like ${place} || '%'`)}
         ${given(counterparty, 'text', (place) => `strpos(kaigi.folded(g.counterparty), ${place}) > 0`)}`,
      values,
    );
    return new Set(rows.map(({ id }) => id));
  };

/** Of which of these records what is attached to the case is this person's to see: those whose case they may open. */
export const lettingAttached =
  (tx: Tx, sight: Sight, opensCase: PartInCase): Let =>
  async (recordIds) => {
    if (sight.all) return new Set(recordIds);
    const values: unknown[] = [tx.municipalityId, recordIds];
    const rows = await tx.query<{ id: string }>(
      `select r.id from kaigi.records_record r where r.municipality_id = $1 and r.id = any($2::uuid[])
         and r.case_id is not null and (${opensCase(sight.actor, 'r.case_id', binder(values))})`,
      values,
    );
    return new Set(rows.map(({ id }) => id));
  };

export interface ShownRow {
  readonly id: string;
  readonly kind: RecordKind;
  readonly state: 'OPEN' | 'FROZEN' | 'DISCARDED';
  readonly title: string;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly unitName: string;
  readonly level: Level;
  readonly registeredAt: Date;
  readonly caseId: string | null;
  readonly symbol: string | null;
  readonly number: number | null;
}

/** What a line of the list shows. */
export const shownRows = (tx: Tx, recordIds: readonly string[]): Promise<ShownRow[]> =>
  tx.query<ShownRow>(
    `select r.id, r.kind, r.state, k.title, k.classification_code as "classificationCode",
       k.classification_name as "classificationName", k.unit_name as "unitName", k.level, r.registered_at as "registeredAt",
       r.case_id as "caseId", g.symbol, g.number
     from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = r.id
     left join kaigi.records_register g on g.municipality_id = $1 and g.record_id = r.id
     where r.municipality_id = $1 and r.id = any($2::uuid[])`,
    [tx.municipalityId, recordIds],
  );
