import { parse } from 'csv-parse/sync';
import { badInput, type LocalDate, parseLocalDate } from '../shared/index.ts';
import { type Role, RoleSchema } from './contract.ts';
import type { Rank, UnitKind } from './rules.ts';

/** One line of the posts CSV: an appointment, or a vacant post when `signInName` is null. */
export interface PostLine {
  readonly unitCode: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly parentCode: string | null;
  readonly postCode: string;
  readonly postTitle: string;
  readonly rank: Rank;
  readonly headsUnit: boolean;
  readonly signInName: string | null;
  readonly concurrent: boolean;
  readonly roles: readonly Role[];
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

const COLUMNS = [
  '所属コード',
  '所属名',
  '所属種別',
  '上位所属コード',
  '職コード',
  '職名',
  '職位',
  '所属長',
  '職員(サインイン名)',
  '兼務',
  '役割',
  '開始日',
  '終了日',
] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Record<Column, string>;

const KINDS: readonly UnitKind[] = ['BUREAU', 'DEPARTMENT', 'SECTION', 'SUBSECTION', 'OFFICE', 'BRANCH'];
const RANKS: readonly Rank[] = ['MAYOR', 'DEPUTY_MAYOR', 'DEPARTMENT_HEAD', 'SECTION_HEAD', 'SUBSECTION_HEAD', 'STAFF'];

/** UTF-8 where it is valid UTF-8, else Shift_JIS: what Excel in a city hall writes. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

const ERA_START: Readonly<Record<string, number>> = { R: 2019, 令和: 2019, H: 1989, 平成: 1989, S: 1926, 昭和: 1926 };

/** `2026-04-01`, `2026/4/1`, `R8.4.1`, `令和8年4月1日`, `令和元年5月1日`; full-width digits too. */
export function readDay(text: string): LocalDate | null {
  const plain = text.normalize('NFKC').trim();
  const western = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  const era = /^(R|H|S|令和|平成|昭和)(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  const match = western ?? era?.slice(1);
  if (!match) return null;
  const [year, month, day] = western
    ? [Number(western[1]), western[2], western[3]]
    : [(ERA_START[era?.[1] ?? ''] ?? 0) + (era?.[2] === '元' ? 1 : Number(era?.[2])) - 1, era?.[3], era?.[4]];
  return parseLocalDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function readLine(cells: Cells): PostLine | string {
  const wrong = (column: Column) => `「${column}」の値「${cells[column]}」が正しくありません`;
  const kind = KINDS.find((candidate) => candidate === cells.所属種別);
  if (!kind) return wrong('所属種別');
  const rank = RANKS.find((candidate) => candidate === cells.職位);
  if (!rank) return wrong('職位');
  const empty = (['所属コード', '所属名', '職コード', '職名'] as const).find((column) => cells[column] === '');
  if (empty) return `「${empty}」が空です`;
  const from = readDay(cells.開始日);
  if (!from) return wrong('開始日');
  const to = cells.終了日 === '' ? null : readDay(cells.終了日);
  if (cells.終了日 !== '' && (!to || to <= from)) return wrong('終了日');
  const roles = RoleSchema.array().safeParse(cells.役割 === '' ? [] : cells.役割.split('|').map((role) => role.trim()));
  if (!roles.success) return wrong('役割');
  return {
    unitCode: cells.所属コード,
    unitName: cells.所属名,
    unitKind: kind,
    parentCode: cells.上位所属コード || null,
    postCode: cells.職コード,
    postTitle: cells.職名,
    rank,
    headsUnit: cells.所属長 === '1',
    signInName: cells['職員(サインイン名)'].toLowerCase() || null,
    concurrent: cells.兼務 === '1',
    roles: roles.data,
    from,
    to,
  };
}

function readCells(bytes: Uint8Array): Cells[] {
  try {
    const rows: Cells[] = parse(decode(bytes), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      columns: (header: string[]) => {
        const missing = COLUMNS.filter((column) => !header.includes(column));
        if (missing.length > 0)
          throw badInput('directory.csv_unreadable', { reason: `列がありません：${missing.join('、')}` });
        return header;
      },
    });
    return rows;
  } catch (error) {
    if (error instanceof Error && error.name === 'KaigiError') throw error;
    throw badInput('directory.csv_unreadable', { reason: error instanceof Error ? error.message : '' });
  }
}

/**
 * Reads the CSV of posts (docs/administrators: 職の一覧). All errors are listed together; nothing is half-read.
 * @throws bad-input `directory.csv_unreadable`, `directory.csv_rows`
 */
export function readPostsCsv(bytes: Uint8Array): PostLine[] {
  const lines: PostLine[] = [];
  const problems: string[] = [];
  for (const [index, cells] of readCells(bytes).entries()) {
    const line = readLine(cells);
    // The header is line 1 of the file.
    if (typeof line === 'string') problems.push(`${index + 2}行目：${line}。`);
    else lines.push(line);
  }
  const codes = new Set(lines.map((line) => line.unitCode));
  for (const line of lines) {
    if (line.parentCode && !codes.has(line.parentCode))
      problems.push(`上位所属コード「${line.parentCode}」の行がありません。`);
  }
  if (problems.length > 0) throw badInput('directory.csv_rows', { rows: [...new Set(problems)].slice(0, 20).join('') });
  return lines;
}
