import { staffNames } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import type { Imported } from './closing-contract.ts';
import { type CsvLine, csvLines, type ImportProblem, importedView } from './csv-import.ts';
import { personnel, type SheetParts } from './parts.ts';

/** 職員番号 of those who have one; the sign-in name stands for the others. */
export async function staffNumbersOf(tx: Tx, staffIds: readonly string[] | null = null): Promise<Map<string, string>> {
  const rows = await tx.query<{ staffId: string; number: string }>(
    `select n.staff_id as "staffId", n.number from kaigi.telework_staff_number n
     where n.municipality_id = $1 and ($2::uuid[] is null or n.staff_id = any($2::uuid[]))`,
    [tx.municipalityId, staffIds],
  );
  return new Map(rows.map(({ staffId, number }) => [staffId, number]));
}

function bySignInName(names: Awaited<ReturnType<typeof staffNames>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const { staffId, signInName } of names) found.set(signInName.replace(/@.*$/, ''), staffId);
  for (const { staffId, signInName } of names) found.set(signInName, staffId);
  return found;
}

/** Everybody by sign-in name, by its part before the @, and by staff number, which goes before the others. */
export async function staffByName(tx: Tx): Promise<Map<string, string>> {
  const [names, numbers] = await Promise.all([staffNames(tx), staffNumbersOf(tx)]);
  const found = bySignInName(names);
  for (const [staffId, number] of numbers) found.set(number.toLowerCase(), staffId);
  return found;
}

const COLUMNS = ['サインイン名', '職員番号'] as const;

interface Numbered {
  readonly staffId: string;
  readonly number: string;
}

interface Known {
  /** By sign-in name. */
  readonly staff: ReadonlyMap<string, string>;
  /** Numbers that people have already. */
  readonly numbers: ReadonlyMap<string, string>;
}

// A number is copied into payroll's files: nothing that cannot be seen.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

function numbered(lines: readonly CsvLine[], { staff, numbers }: Known): (Numbered | ImportProblem)[] {
  const seen = new Set<string>();
  const named = lines.map(({ cells }) => staff.get((cells[COLUMNS[0]] ?? '').toLowerCase()));
  const changing = new Set(named);
  // Whoever is not in this list keeps the number that they have.
  for (const [staffId, number] of numbers) if (!changing.has(staffId)) seen.add(number);
  return lines.map(({ line, cells }, nth) => {
    const number = (cells[COLUMNS[1]] ?? '').normalize('NFKC');
    const staffId = named[nth];
    if (staffId === undefined) return { line, code: 'import_unknown', value: cells[COLUMNS[0]] ?? '' };
    if (number === '' || number.length > 40 || HIDDEN.test(number) || seen.has(number))
      return { line, code: 'import_number', value: number };
    seen.add(number);
    return { staffId, number };
  });
}

/** 職員番号 as payroll has them, by personnel. @throws not-allowed `telework.sheet_personnel_only` */
export const importStaffNumbers = (parts: SheetParts, caller: Caller, bytes: Uint8Array | null): Promise<Imported> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    await personnel(parts, tx, caller);
    const lines = csvLines(bytes, COLUMNS);
    const [names, numbers] = await Promise.all([staffNames(tx), staffNumbersOf(tx)]);
    const read = numbered(lines, { staff: bySignInName(names), numbers });
    const rows = read.flatMap((one) => ('code' in one ? [] : [one]));
    const problems = read.flatMap((one) => ('code' in one ? [one] : []));
    await tx.query(
      `insert into kaigi.telework_staff_number (municipality_id, staff_id, number)
       select $1, r."staffId", r.number from jsonb_to_recordset($2) as r("staffId" uuid, number text)
       on conflict (municipality_id, staff_id) do update set number = excluded.number`,
      [tx.municipalityId, JSON.stringify([...new Map(rows.map((one) => [one.staffId, one])).values()])],
    );
    return importedView(rows.length, problems, caller.locale);
  });
