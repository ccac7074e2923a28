import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, systemClock } from '../../platform/index.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { createRenditions, forgetRenditions, type Renditions, renditionNames } from './index.ts';
import type { Converted } from './libreoffice.ts';
import { archival } from './pdfa.fixture.ts';

const DRAFTER = 'drafter@minato.example';
let bench: Bench;
let renditions: Renditions;
let answer: Converted;
let meanwhile: () => Promise<void> = async () => undefined;
/** While its bytes are put into the store. */
let putting: () => Promise<void> = async () => undefined;
let pdf: Buffer;
let recordId: string;
const jobs: { task: string; payload: unknown }[] = [];

beforeAll(async () => {
  bench = await recordsBench();
  pdf = Buffer.from(await archival());
  const { viewsOf, read, content } = bench.records;
  const put = async (bytes: Uint8Array) => {
    await putting();
    return bench.blobs.put(bytes);
  };
  renditions = createRenditions({
    ...{ db: bench.test.db, blobs: { get: bench.blobs.get, put }, clock: systemClock, viewsOf, read, content },
    enqueue: async (specs) => void jobs.push(...specs),
    convert: async () => {
      await meanwhile();
      return answer;
    },
  });
});
afterAll(() => bench.close());
beforeEach(async () => {
  const draft = await bench.draft('花火大会の実施について');
  ({ recordId } = draft);
  bench.participants.add(`${draft.caseId}/${await staffIdOf(DRAFTER)}`);
  await bench.decide(recordId);
});

const staffIdOf = (name: string) =>
  bench.inside(MINATO, async (tx) => (await bench.directory.actorOf(tx, bench.as(name))).staffId);
async function made(): Promise<void> {
  await renditions.ask(bench.as(DRAFTER), recordId);
  for (const { task, payload } of jobs.splice(0)) await renditions.tasks[task]?.(payload);
}

/** Past the guards, which want an approved list and two people; that is the disposal's own test. */
async function disposedOf(): Promise<void> {
  await bench.test.owner.query(`set session_replication_role = replica;
    insert into kaigi.records_tombstone (municipality_id, subject_kind, subject_id, unit_id, unit_path, list_id, buried_at,
      action, content_goes, facts, files, leaf_id)
    values ('${MINATO}', 'RECORD', '${recordId}', '${newId()}', '{}', '${newId()}', now(), 'DESTROY', true, '{}', '[]', '${newId()}');
    set session_replication_role = origin`);
  await bench.inside(MINATO, (tx) => forgetRenditions(tx, recordId));
}
const rendered = async () =>
  (await bench.test.owner.query('select 1 from kaigi.records_rendition where record_id = $1', [recordId])).rowCount;

describe('R-16: a PDF/A beside the original', () => {
  it('is made once asked for, counts only after the preflight, and is downloaded', async () => {
    answer = { pdf };
    const caller = bench.as(DRAFTER);
    expect(await renditions.view(caller, recordId)).toMatchObject({
      state: 'NONE',
      told: 'PDF/A はまだ作っていません。',
    });
    expect(await renditions.ask(caller, recordId)).toMatchObject({ state: 'WAITING' });
    for (const { task, payload } of jobs.splice(0)) await renditions.tasks[task]?.(payload);
    expect(await renditions.view(caller, recordId)).toMatchObject({ state: 'MADE', pdfa: '2b', size: pdf.length });
    expect(await renditions.content(caller, recordId)).toMatchObject({ mediaType: 'application/pdf', bytes: pdf });
    // Asked again, nothing is made anew.
    await renditions.ask(caller, recordId);
    expect(jobs).toEqual([]);
  });

  it.each<[string, Converted, string, string[]]>([
    ['LibreOffice is not there', { refused: 'absent' }, 'ABSENT', []],
    ['it takes too long', { refused: 'too_long' }, 'REFUSED', ['時間がかかりすぎたため、やめました。']],
    ['what comes is no PDF', { pdf: Buffer.from('%PDF') }, 'REFUSED', ['PDF として読めません。']],
  ])('is said not to be there when %s', async (_, given, state, faults) => {
    answer = given;
    await made();
    expect(await renditions.view(bench.as(DRAFTER), recordId)).toMatchObject({ state, faults, pdfa: null });
    await expect(renditions.content(bench.as(DRAFTER), recordId)).rejects.toMatchObject({
      code: 'records.rendition_none',
    });
    // An administrator has installed it: asked again, it is made.
    answer = { pdf };
    await made();
    expect(await renditions.view(bench.as(DRAFTER), recordId)).toMatchObject({ state: 'MADE' });
  });

  it('is for nobody who may not read the record', async () => {
    for (const who of ['finance-drafter@minato.example', 'drafter@yamato.example'])
      for (const ask of [renditions.view, renditions.ask, renditions.content])
        await expect(ask(bench.as(who), recordId)).rejects.toMatchObject({ code: 'records.not_found' });
  });

  it('does not bring back what was disposed of while it was being made', async () => {
    answer = { pdf };
    meanwhile = disposedOf;
    await made();
    meanwhile = async () => undefined;
    expect(await rendered()).toBe(0);
  });

  it('is put into the store with nothing locked, and has no row where its record was disposed of meanwhile', async () => {
    answer = { pdf };
    putting = async () => {
      const locking = 'select from kaigi.records_keeping k where k.record_id = $1 for update nowait';
      await bench.test.owner.query(locking, [recordId]);
      await disposedOf();
    };
    await made();
    putting = async () => undefined;
    expect(await rendered()).toBe(0);
  });

  it('goes with its record, and says which bytes go with it', async () => {
    answer = { pdf };
    await made();
    const { owner } = bench.test;
    const [sha256 = ''] = await bench.inside(MINATO, (tx) => forgetRenditions(tx, recordId));
    expect((await bench.blobs.get(sha256))?.equals(pdf)).toBe(true);
    // The same bytes are the renditions of others.
    expect(await renditionNames(owner, [sha256])).toEqual([sha256]);
    await owner.query('delete from kaigi.records_rendition');
    expect(await renditionNames(owner, [sha256])).toEqual([]);
    expect(await renditions.view(bench.as(DRAFTER), recordId)).toMatchObject({ state: 'NONE' });
  });
});
