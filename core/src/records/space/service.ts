import { type Actor, type Directory, hasRole } from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import {
  addDays,
  addYears,
  type Caller,
  type CsvCell,
  type CsvEncoding,
  Download,
  fiscalYearOf,
  fiscalYearStart,
  type LocalDate,
  localDateOf,
  notAllowed,
  warekiFiscalYear,
  writeCsv,
} from '../../shared/index.ts';
import { type PartInCase, type Sight, sightOf } from '../access.ts';
import { listName } from '../disposal/proposal.ts';
import { listsOf } from '../disposal/queries.ts';
import { hiddenTitle, secretRows } from '../readers.ts';
import type { RecordsTodo, SpaceView } from './contract.ts';
import * as queries from './queries.ts';

export interface SpaceParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'unitPath' | 'lineAbove'>;
  readonly partInCase: PartInCase;
}

export interface Space {
  /** As far as the reader sees. */
  view(caller: Caller, years: number): Promise<SpaceView>;
  /** 文書主任 of their sections, 総括文書管理者 of all. @throws not-allowed `records.todo_not_yours` */
  todo(caller: Caller): Promise<RecordsTodo>;
  /** The same for whoever tells people by card. */
  todoOf(tx: Tx, actor: Actor): Promise<RecordsTodo>;
  /** 文書目録（ファイル管理簿）, titles of what is not public masked. */
  catalogue(caller: Caller, asked: { fiscalYear: number; encoding: CsvEncoding }): Promise<Download>;
}

interface Open {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly sight: Sight;
  readonly today: LocalDate;
}

const inside = <T>(
  { db, directory, partInCase, clock }: SpaceParts,
  caller: Caller,
  work: (open: Open) => Promise<T>,
) =>
  db.inMunicipality(caller.municipalityId, async (tx) => {
    const actor = await directory.actorOf(tx, caller);
    const sight = await sightOf({ directory, partInCase }, tx, actor);
    return work({ tx, actor, sight, today: localDateOf(clock.now()) });
  });

const labelOf = ({ symbol, number }: Pick<queries.FoundRow, 'symbol' | 'number'>): string | null =>
  symbol === null || number === null ? null : numberLabel(symbol, number);

const found = (row: queries.FoundRow) => ({ recordId: row.recordId, number: labelOf(row), title: row.title });

async function viewOf({ tx, sight, today }: Open, years: number): Promise<SpaceView> {
  const endsBy = addDays(fiscalYearStart(fiscalYearOf(today) + 1), -1);
  const total = await queries.totalOf(tx, sight);
  const units = await queries.unitsOf(tx, sight);
  const duplicates = await queries.duplicatesOf(tx, sight);
  const versions = await queries.versionsOf(tx, sight);
  const unread = await queries.unreadSince(tx, sight, addYears(today, -years));
  const expiring = await queries.endingBy(tx, sight, endsBy);
  return {
    total,
    units,
    duplicates: duplicates.map((one) => ({ ...one, records: one.records.map(found) })),
    versions: versions.map((one) => ({ ...found(one), versions: one.versions, bytes: one.bytes })),
    unread: { years, records: unread.records, bytes: unread.bytes, items: unread.items.map(found) },
    expiring: { ...expiring, endsBy },
  };
}

const SOON_DAYS = 90;

async function todoOf(parts: SpaceParts, tx: Tx, actor: Actor, locale: Caller['locale']): Promise<RecordsTodo> {
  const isChief = hasRole(actor, 'CHIEF_RECORDS_MANAGER');
  if (!isChief && !hasRole(actor, 'RECORDS_OFFICER')) throw notAllowed('records.todo_not_yours');
  const units = isChief ? null : [...new Set(actor.posts.flatMap(({ unitId, sectionId }) => [unitId, sectionId]))];
  const today = localDateOf(parts.clock.now());
  const until = addDays(today, SOON_DAYS);
  const sight = await sightOf(parts, tx, actor);
  const unfiled = await queries.unfiledOf(tx, units);
  const secret = await secretRows(tx, sight, unfiled);
  const expiring = await queries.endingSoon(tx, units, until);
  const reserved = await queries.reservedOf(tx, units);
  const overdue = await queries.overdueOf(tx, units, today);
  const all = await listsOf(tx, { fiscalYear: null, reader: units === null ? null : { own: [], sections: units } });
  const lists = all.filter(({ state }) => state === (isChief ? 'RECORDS' : 'SECTION'));
  const counts = [unfiled, reserved, overdue].map((rows) => rows[0]?.all ?? 0);
  const [unfiledCount = 0, reservedCount = 0, overdueCount = 0] = counts;
  return {
    unitNames: isChief ? [] : [...new Set(actor.posts.map(({ unitName }) => unitName))],
    unfiled: {
      count: unfiledCount,
      items: unfiled.map((row) => ({ ...found(row), ...(secret.has(row) ? { title: hiddenTitle(locale) } : {}) })),
    },
    expiring: { count: expiring, until },
    lists: lists.map((list) => ({ id: list.id, name: listName(list), undecided: list.undecided })),
    reserved: {
      count: reservedCount,
      items: reserved.map((row) => ({
        ...{ number: numberLabel(row.symbol, row.number), title: row.title, until: row.until.toISOString() },
      })),
    },
    overdue: {
      count: overdueCount,
      items: overdue.map(({ boxId, code, title, borrower, dueOn }) => ({
        ...{ boxId, code, title, borrower: borrower.name, dueOn },
      })),
    },
    total: unfiledCount + expiring + lists.length + reservedCount + overdueCount,
  };
}

const ACTIONS = { TRANSFER: '移管', DESTROY: '廃棄', CONSULT: '協議' } as const;
const CUSTODY = { SECTION: '主務課', CENTRAL: '書庫（引継ぎ済み）' } as const;
const HEAD = [
  ...['作成・取得年度', '主務課', '分類記号', '分類', '名称', '件数', '媒体', '保存期間', '起算日', '満了日'],
  ...['満了時の措置', '保存場所'],
];
/** What is closed is counted and classed like everything else; only its name is not for the public. */
const CLOSED = '（非公開情報を含むため表示しません）';

const periodOf = ({ isPermanent, retentionYears }: queries.CatalogueRow): string =>
  isPermanent ? '永年' : retentionYears === 0 ? '1年未満' : `${retentionYears}年`;

const mediumOf = ({ records, electronic }: queries.CatalogueRow): string =>
  electronic === records ? '電子' : electronic === 0 ? '紙' : '電子・紙';

export const catalogueTable = (rows: readonly queries.CatalogueRow[]): CsvCell[][] => [
  HEAD,
  ...rows.map((row) => [
    ...[warekiFiscalYear(row.fiscalYear), row.unitName, row.classificationCode, row.classificationName],
    ...[row.isClosed ? CLOSED : row.title, row.records, mediumOf(row), periodOf(row), row.startsOn, row.endsOn],
    ...[ACTIONS[row.action], CUSTODY[row.custody]],
  ]),
];

export function createSpace(parts: SpaceParts): Space {
  return {
    view: (caller, years) => inside(parts, caller, (open) => viewOf(open, years)),
    todo: (caller) => inside(parts, caller, ({ tx, actor }) => todoOf(parts, tx, actor, caller.locale)),
    todoOf: (tx, actor) => todoOf(parts, tx, actor, 'ja'),
    catalogue: (caller, { fiscalYear, encoding }) =>
      inside(parts, caller, async ({ tx }) => {
        const { bytes } = writeCsv(catalogueTable(await queries.catalogueOf(tx, fiscalYear)), encoding);
        return new Download(`文書目録_${fiscalYear}.csv`, `text/csv; charset=${encoding}`, bytes);
      }),
  };
}
