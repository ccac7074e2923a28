import type { z } from 'zod';
import type { Tx } from '../../platform/index.ts';
import { type CsvCell, type LocalDate, warekiFiscalYear } from '../../shared/index.ts';
import type { CataloguePreview, MaskSchema } from './contract.ts';

type Mask = z.infer<typeof MaskSchema>;

export interface CatalogueRow {
  readonly folderId: string;
  readonly fiscalYear: number;
  readonly unitName: string;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly title: string;
  readonly records: number;
  readonly electronic: number;
  readonly retentionYears: number;
  readonly isPermanent: boolean;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly action: 'TRANSFER' | 'DESTROY' | 'CONSULT';
  readonly custody: 'SECTION' | 'CENTRAL';
  /** Something in it is above 自治体機密性 2: what it is called is not for the public. */
  readonly aboveTwo: boolean;
  /** Something in it is of a case that only those who take part in it may read. */
  readonly onlyParticipants: boolean;
}

/** 公文書ファイル管理簿: the 簿冊 of a 年度. */
export const catalogueOf = (tx: Tx, fiscalYear: number): Promise<CatalogueRow[]> =>
  tx.query(
    `select f.id as "folderId", f.fiscal_year as "fiscalYear", f.unit_name as "unitName", f.classification_code as "classificationCode",
       f.classification_name as "classificationName", f.title, count(k.record_id)::int as records,
       (count(k.record_id) filter (where k.medium = 'ELECTRONIC'))::int as electronic,
       f.retention_years as "retentionYears", f.is_permanent as "isPermanent", f.starts_on as "startsOn",
       f.ends_on as "endsOn", f.action, f.custody,
       coalesce(bool_or(k.level in ('C3A', 'C3B', 'C3C')), false) as "aboveTwo",
       coalesce(bool_or(k.only_participants), false) as "onlyParticipants"
     from kaigi.records_folder f
     left join kaigi.records_keeping k on k.municipality_id = f.municipality_id and k.folder_id = f.id
     where f.municipality_id = $1 and f.fiscal_year = $2 group by f.municipality_id, f.id
     order by f.unit_name, f.classification_code, f.title`,
    [tx.municipalityId, fiscalYear],
  );

const ACTIONS = { TRANSFER: '移管', DESTROY: '廃棄', CONSULT: '協議' } as const;
const CUSTODY = { SECTION: '主管課', CENTRAL: '書庫（引継ぎ済み）' } as const;
const HEAD = [
  ...['作成・取得年度', '主管課', '分類記号', '分類', '名称', '件数', '媒体', '保存期間', '起算日', '満了日'],
  ...['満了時の措置', '保存場所'],
];
/** What is closed is counted and classed like everything else; only its name is not for the public. */
const CLOSED = '（非公開情報を含むため表示しません）';

/** Why the name is masked; nothing: it is not. */
export const maskedBy = ({
  aboveTwo,
  onlyParticipants,
}: Pick<CatalogueRow, 'aboveTwo' | 'onlyParticipants'>): Mask[] => [
  ...(aboveTwo ? (['LEVEL'] as const) : []),
  ...(onlyParticipants ? (['PARTICIPANTS'] as const) : []),
];

const periodOf = ({ isPermanent, retentionYears }: CatalogueRow): string =>
  isPermanent ? '永年' : retentionYears === 0 ? '1年未満' : `${retentionYears}年`;

const mediumOf = ({ records, electronic }: CatalogueRow): string =>
  electronic === records ? '電子' : electronic === 0 ? '紙' : '電子・紙';

export const catalogueTable = (rows: readonly CatalogueRow[]): CsvCell[][] => [
  HEAD,
  ...rows.map((row) => [
    ...[warekiFiscalYear(row.fiscalYear), row.unitName, row.classificationCode, row.classificationName],
    ...[
      maskedBy(row).length > 0 ? CLOSED : row.title,
      row.records,
      mediumOf(row),
      periodOf(row),
      row.startsOn,
      row.endsOn,
    ],
    ...[ACTIONS[row.action], CUSTODY[row.custody]],
  ]),
];

const PREVIEWED = 200;

/** What the file will say, line by line, and why names are masked. */
export function previewOf(fiscalYear: number, rows: readonly CatalogueRow[]): CataloguePreview {
  const [columns = [], ...lines] = catalogueTable(rows).map((cells) => cells.map((cell) => String(cell ?? '')));
  const masked = rows.map(maskedBy);
  return {
    ...{ fiscalYear, fiscalYearLabel: warekiFiscalYear(fiscalYear), columns, total: rows.length },
    rows: lines
      .slice(0, PREVIEWED)
      .map((cells, at) => ({ folderId: rows[at]?.folderId ?? '', cells, masked: masked[at] ?? [] })),
    maskedTotal: masked.filter((why) => why.length > 0).length,
  };
}
