import type { Tx } from '../../platform/index.ts';
import { type Caller, dayTyped, inParts } from '../../shared/index.ts';
import type { Imported } from './closing-contract.ts';
import { type CsvLine, csvLines, type ImportProblem, importedView } from './csv-import.ts';
import { personnel, type SheetParts } from './parts.ts';
import { staffByName } from './staff-numbers.ts';

const COLUMNS = ['職員', '起動', '終了'] as const;
const LONGEST_MS = 48 * 3_600_000;
const CHUNK = 5_000;

export interface PcSpan {
  readonly staffId: string;
  readonly on: Date;
  readonly off: Date;
}

/** `2026-07-01 08:25` in Japan, with or without seconds, also with slashes; or an ISO instant. */
export function instantFrom(text: string): Date | null {
  const local = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text.normalize('NFKC'));
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '0'] = local ?? [];
  const two = (digits: string) => digits.padStart(2, '0');
  const iso = local ? `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${two(second)}+09:00` : text;
  if (!local && !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = new Date(iso);
  // 31 June would quietly be 1 July.
  return dayTyped(iso.slice(0, 10)) && !Number.isNaN(at.getTime()) ? at : null;
}

function spanOf({ line, cells }: CsvLine, staff: ReadonlyMap<string, string>): PcSpan | ImportProblem {
  const [name = '', onText = '', offText = ''] = COLUMNS.map((column) => cells[column] ?? '');
  const staffId = staff.get(name.toLowerCase());
  if (staffId === undefined) return { line, code: 'import_unknown', value: name };
  const [on, off] = [instantFrom(onText), instantFrom(offText)];
  if (!on) return { line, code: 'import_time', value: onText };
  if (!off) return { line, code: 'import_time', value: offText };
  const lasts = off.getTime() - on.getTime();
  return lasts <= 0 || lasts > LONGEST_MS ? { line, code: 'import_order', value: offText } : { staffId, on, off };
}

const isSpan = (one: PcSpan | ImportProblem): one is PcSpan => 'staffId' in one;
const isProblem = (one: PcSpan | ImportProblem): one is ImportProblem => !isSpan(one);

/** The same line again says nothing new. */
async function save(tx: Tx, spans: readonly PcSpan[], at: Date): Promise<void> {
  for (const some of inParts(spans, CHUNK)) {
    await tx.query(
      `insert into kaigi.telework_pc_log (municipality_id, staff_id, on_at, off_at, imported_at)
       select $1, r."staffId", r."on", r."off", $3 from jsonb_to_recordset($2)
         as r("staffId" uuid, "on" timestamptz, "off" timestamptz) on conflict do nothing`,
      [tx.municipalityId, JSON.stringify(some), at],
    );
  }
}

/** When PCs were on, by personnel. @throws not-allowed `telework.sheet_personnel_only` */
export const importPcLogs = (parts: SheetParts, caller: Caller, bytes: Uint8Array | null): Promise<Imported> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    await personnel(parts, tx, caller);
    const lines = csvLines(bytes, COLUMNS);
    const staff = await staffByName(tx);
    const read = lines.map((line) => spanOf(line, staff));
    const spans = read.filter(isSpan);
    await save(tx, spans, parts.clock.now());
    return importedView(spans.length, read.filter(isProblem), caller.locale);
  });
