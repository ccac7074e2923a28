import { hasRole } from '../../directory/index.ts';
import { sha256Hex } from '../../platform/index.ts';
import { badInput, type Caller, notAllowed, type UploadedFile } from '../../shared/index.ts';
import type { RecordsParts } from '../parts.ts';
import { type At, atRegister } from '../register/at.ts';
import type { ImportInput, ImportReport } from './contract.ts';
import { lookOver } from './look.ts';
import { reported } from './report.ts';
import { headOf } from './rows.ts';
import { readTable } from './table.ts';
import { write } from './writing.ts';

export interface Imports {
  /**
   * 旧台帳の移行: looks the file over; without `dryRun` it goes into the register whole, or not at all, and once.
   * @throws bad-input `records.import_*`; not-allowed `records.import_not_yours`
   */
  import(caller: Caller, input: ImportInput, file: UploadedFile | null): Promise<ImportReport>;
}

const MOST_BYTES = 50 << 20;

async function importNow(at: At, { dryRun }: ImportInput, { bytes, fileName }: UploadedFile): Promise<ImportReport> {
  if (!hasRole(at.actor, 'CHIEF_RECORDS_MANAGER')) throw notAllowed('records.import_not_yours');
  const table = readTable(bytes);
  const rows = headOf(table);
  const look = await lookOver(at, table, rows);
  const report = reported(look, { locale: at.caller.locale, fileName, encoding: table.encoding });
  if (dryRun || look.errorCount > 0) {
    if (!dryRun) throw badInput('records.import_has_errors', { count: look.errorCount });
    return { ...report, imported: false };
  }
  await write(at, table, rows, { sha256: sha256Hex(bytes), fileName: fileName.slice(0, 200), rowCount: look.rows });
  return { ...report, imported: true };
}

export function createImports(parts: RecordsParts): Imports {
  return {
    async import(caller, input, file) {
      if (!file) throw badInput('records.file_missing');
      if (file.bytes.length > MOST_BYTES) throw badInput('records.import_too_large');
      return parts.db.inMunicipality(caller.municipalityId, async (tx) =>
        importNow(await atRegister(parts, tx, caller), input, file),
      );
    },
  };
}
