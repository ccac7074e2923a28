// Many records at once, past the filing, with their words as `words.ts` would have written them: for tests and measurements.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { newId } from '../../platform/index.ts';
import { foldText } from './folded-text.ts';

export interface Planted {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  readonly unitId: string;
  readonly unitPath: readonly string[];
}

const RECORDS = `insert into kaigi.records_record (municipality_id, id, kind, state, title, classification_code,
    classification_name, retention_years, regulation_version, owner_unit_id, owner_unit_name, owner_unit_path,
    registered_by, registered_at, frozen_at, case_id, file_version, version)
  select $1, p.id, 'REFERENCE', 'OPEN', p.title, 'B-01-02', '計画', 5, '1', p.unit_id, '課', p.path::uuid[],
    '{"staffId":null,"name":"見本","postTitle":null,"unitName":null}', p.at, null, null, 1, 1
  from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[]) p(id, title, unit_id, path, at)`;
const FILES = `insert into kaigi.records_file_version (municipality_id, record_id, file_version, sha256, file_name, media_type,
    size, kind, title, classification_code, added_by, added_at, leaf_id)
  select $1, p.id, 1, p.sha256, 'a.docx', 'application/octet-stream', 1, 'REFERENCE', p.title, 'B-01-02', '{}', p.at,
    gen_random_uuid()
  from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) p(id, title, sha256, at)`;
const KEPT = `insert into kaigi.records_keeping (municipality_id, record_id, title, classification_code, classification_name,
    level, created_on, basis, retention_years, action, rule_id, article, regulation_version, version, unit_id, unit_name,
    unit_path)
  select $1, p.id, p.title, 'B-01-02', '計画', 'C2', p.at::date, 'COMPLETION', 5, 'DESTROY', 'B-01-02', '', '1', 1, p.unit_id,
    '課', p.path::uuid[]
  from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[]) p(id, title, unit_id, path, at)`;
const WORDS = `insert into kaigi.records_search_doc (municipality_id, record_id, part, registered_at, sha256, words, folded,
    letters, written)
  select $1, p.id, p.part, p.at, case p.part when 1 then p.sha256 end, p.words, p.folded, length(p.folded), $8
  from unnest($2::uuid[], $3::smallint[], $4::timestamptz[], $5::text[], $6::text[], $7::text[])
    p(id, part, at, sha256, words, folded)`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Files them as 参考 of their units. */
export async function plant(owner: pg.Pool, municipalityId: string, records: readonly Planted[]): Promise<void> {
  const of = <T>(value: (one: Planted) => T) => records.map(value);
  const [ids, titles, at] = [of(({ id }) => id), of(({ title }) => title), of((one) => one.at)];
  const [units, paths] = [of(({ unitId }) => unitId), of(({ unitPath }) => `{${unitPath.join(',')}}`)];
  const hashes = of(({ text }) => hashOf(text));
  const [texts, heads] = [of(({ text }) => text), titles];
  await owner.query(RECORDS, [municipalityId, ids, titles, units, paths, at]);
  await owner.query(FILES, [municipalityId, ids, titles, hashes, at]);
  await owner.query(KEPT, [municipalityId, ids, titles, units, paths, at]);
  for (const [part, words] of [heads, texts].entries()) {
    const values = [ids, ids.map(() => part), at, hashes, words, words.map(foldText), newId()];
    await owner.query(WORDS, [municipalityId, ...values]);
  }
}
