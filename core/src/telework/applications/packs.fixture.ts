import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { newId, sha256Hex } from '../../platform/index.ts';
import type { TestCity } from '../../testing/test-city.ts';

const PACKS = path.join(import.meta.dirname, '../../regulations/packs');

interface Activated {
  readonly municipalityId: string;
  /** Of the packs that came with the product. */
  readonly city: string;
  readonly from: string;
  readonly change?: (yaml: string) => string;
}

/** A version of the regulations that counts from a day on, as if it had been decided. */
export async function activate(
  { test }: Pick<TestCity, 'test'>,
  { municipalityId, city, from, change = (yaml) => yaml }: Activated,
): Promise<void> {
  const file = await readFile(path.join(PACKS, city, '2026-04-01.yaml'), 'utf8');
  const version = `${city}/${from}.test`;
  const yaml = change(file)
    .replace(`version: ${city}/2026-04-01`, `version: ${version}`)
    .replace('effectiveFrom: "2026-04-01"', `effectiveFrom: "${from}"`);
  await test.owner.query(
    `insert into kaigi.regulations_pack (municipality_id, pack_id, version, effective_from, title, decision_rows, yaml,
       sha256, state, imported_by, imported_at, in_force_from, activated_at)
     values ($1, $2, $3, $4, '{"ja":"試し","en":"trial"}', 1, $5, $6, 'ACTIVE', '{}', now(), $4, now())`,
    [municipalityId, newId(), version, from, yaml, sha256Hex(Buffer.from(yaml))],
  );
}
