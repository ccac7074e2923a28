// Many records at once, past the filing, with their words as `words.ts` would have written them: for tests and measurements.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { newId, type Tx } from '../../platform/index.ts';
import { binaryArray } from './binary-arrays.ts';
import { foldText } from './folded-text.ts';
import { insertBlocks, insertSegment } from './index-store.ts';
import { buildSegment, FILE_TEXT, FILED_AS, type FoldedDoc } from './segment.ts';
import { storedWords } from './stored-words.ts';
import { filedAsWords, foldedFields } from './words.ts';

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
// What stands in a segment needs no folded words any more.
const WORDS = `insert into kaigi.records_search_doc (municipality_id, record_id, part, registered_at, sha256, words, folded,
    letters, segment_id, written)
  select $1, p.id, p.part, p.at, p.sha256, p.words, p.folded, p.letters, $9, $8
  from unnest($2::uuid[], $3::smallint[], $4::timestamptz[], $5::text[], $6::bytea[], $7::text[], $10::int[])
    p(id, part, at, sha256, words, folded, letters)`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What `plant` files a record as. */
export const plantedWords = ({ title, at }: Pick<Planted, 'title' | 'at'>): string =>
  filedAsWords({
    ...{ title, kind: 'REFERENCE', classificationCode: 'B-01-02', classificationName: '計画', unitName: '課' },
    ...{ registeredBy: { name: '見本' }, registeredAt: at, fileName: 'a.docx' },
  });

type Owner = Pick<pg.Pool, 'query'>;

/** Files them as 参考 of their units, without their words. */
async function plantRecords(owner: Owner, municipalityId: string, records: readonly Planted[]): Promise<void> {
  const of = <T>(value: (one: Planted) => T) => records.map(value);
  const [ids, titles, at] = [of(({ id }) => id), of(({ title }) => title), of((one) => one.at)];
  const [units, paths] = [of(({ unitId }) => unitId), of(({ unitPath }) => `{${unitPath.join(',')}}`)];
  const hashes = of(({ text }) => hashOf(text));
  await owner.query(RECORDS, [municipalityId, ids, titles, units, paths, at]);
  await owner.query(FILES, [municipalityId, ids, titles, hashes, at]);
  await owner.query(KEPT, [municipalityId, ids, titles, units, paths, at]);
}

interface PlantedDoc extends FoldedDoc {
  readonly sha256: string | null;
  readonly words: string;
}

const docsOf = (records: readonly Planted[]): PlantedDoc[] =>
  records.flatMap((one) => {
    const head = plantedWords(one);
    const place = { recordId: one.id, at: one.at.getTime() };
    return [
      { ...place, part: FILED_AS, sha256: null, words: head, folded: foldedFields(head) },
      { ...place, part: FILE_TEXT, sha256: hashOf(one.text), words: one.text, folded: foldText(one.text) },
    ];
  });

const texts = (of: readonly (string | null)[]): Buffer =>
  binaryArray(
    'text',
    of.map((text) => (text === null ? null : Buffer.from(text))),
  );

const wordsOf = (docs: readonly PlantedDoc[]): Buffer =>
  binaryArray(
    'bytea',
    docs.map(({ words }) => storedWords(words)),
  );

const plantDocs = (owner: Owner, municipalityId: string, docs: readonly PlantedDoc[], segmentId: number | null) =>
  owner.query(WORDS, [
    ...[municipalityId, docs.map(({ recordId }) => recordId), docs.map(({ part }) => part)],
    ...[docs.map(({ at }) => new Date(at)), docs.map(({ sha256 }) => sha256), wordsOf(docs)],
    ...[texts(docs.map(({ folded }) => (segmentId === null ? folded : null))), newId(), segmentId],
    docs.map(({ folded }) => folded.length),
  ]);

/** Files them; their words wait to be taken into the index. */
export async function plant(owner: Owner, municipalityId: string, records: readonly Planted[]): Promise<void> {
  await plantRecords(owner, municipalityId, records);
  await plantDocs(owner, municipalityId, docsOf(records), null);
}

const ROWS_AT_ONCE = 2_000;

/** Files them with their words in one segment, past the waiting: what the index makes of them when they have waited. */
export async function plantIndexed(
  owner: Owner,
  municipalityId: string,
  { records, level = 0 }: { records: readonly Planted[]; level?: number },
): Promise<void> {
  await plantRecords(owner, municipalityId, records);
  const docs = docsOf(records);
  const { blocks, ...segment } = buildSegment(docs);
  const tx: Tx = { municipalityId, query: async (text, values) => (await owner.query(text, values as unknown[])).rows };
  const segmentId = await insertSegment(tx, { ...segment, level });
  for (let at = 0; at < blocks.length; at += ROWS_AT_ONCE)
    await insertBlocks(tx, segmentId, blocks.slice(at, at + ROWS_AT_ONCE));
  for (let at = 0; at < docs.length; at += ROWS_AT_ONCE)
    await plantDocs(owner, municipalityId, docs.slice(at, at + ROWS_AT_ONCE), segmentId);
}
