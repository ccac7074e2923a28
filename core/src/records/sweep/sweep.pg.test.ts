import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Report } from '../../platform/index.ts';
import { docx } from '../docx.fixture.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { sweep } from './sweep.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const LONG_AGO = new Date('2020-04-01T00:00:00Z');
const TOMORROW = 36 * 60 * 60_000;
const fileOf = (sha256: string) => path.join(bench.blobFolder, sha256.slice(0, 2), sha256);
const age = (sha256: string) => utimes(fileOf(sha256), LONG_AGO, LONG_AGO);
const orphan = async (text: string) => {
  const sha256 = await bench.blobs.put(Buffer.from(`${text} ${newId()}`));
  await age(sha256);
  return sha256;
};
const filed = async (title: string) => {
  const input = { kind: 'REFERENCE', title, classificationCode: 'B-01-02' } as const;
  const { id, file } = await bench.records.file(bench.as('drafter@minato.example'), input, {
    fileName: 'a.docx',
    bytes: docx([`${title} ${newId()}`]),
  });
  await age(file.sha256);
  return { id, sha256: file.sha256 };
};
const report: Report = { failed: (what, _error, about = {}) => bench.failures.push({ what, about }) };
const look = (now = new Date()) => sweep({ db: bench.test.db, blobs: bench.blobs, clock: { now: () => now }, report });
/** As if the first look had been the day before. */
const aDayLater = () =>
  bench.test.owner.query("update kaigi_jobs.sweep_orphan set first_seen = first_seen - interval '25 hours'");
const isThere = async (sha256: string) => (await bench.blobs.file(sha256)) !== null;

describe('R-10: a look through the store of files', () => {
  it('finds what no row names, and takes it away only when it had no name a day before either', async () => {
    const [lost, kept] = [await orphan('名のない'), await filed('名のある')];
    expect(await look()).toMatchObject({ orphans: 1, removed: 0, missing: 0 });
    expect(await look()).toMatchObject({ orphans: 1, removed: 0 });
    expect(await isThere(lost)).toBe(true);
    await aDayLater();
    expect(await look()).toMatchObject({ orphans: 1, removed: 1 });
    expect([await isThere(lost), await isThere(kept.sha256)]).toEqual([false, true]);
    expect(await look()).toMatchObject({ orphans: 0, removed: 0 });
  });

  it('leaves alone what somebody is about to name, also where the same bytes were lost before', async () => {
    const bytes = Buffer.from(`もう一度 ${newId()}`);
    const sha256 = await bench.blobs.put(bytes);
    await age(sha256);
    await look();
    await aDayLater();
    // A filing under way: the bytes are put, the row is not written yet.
    await bench.blobs.put(bytes);
    expect(await look()).toMatchObject({ orphans: 0, removed: 0 });
    expect(await isThere(sha256)).toBe(true);
  });

  it('loses nothing where this clock was set back or forward', async () => {
    const fresh = await bench.blobs.put(Buffer.from(`時計 ${newId()}`));
    await look(new Date(Date.now() - 400 * TOMORROW));
    await look(new Date(Date.now() + 400 * TOMORROW));
    await look(new Date(Date.now() + 400 * TOMORROW));
    expect(await isThere(fresh)).toBe(true);
  });

  it('knows every table: a hash that stands anywhere, deep inside a document, is a name', async () => {
    const sha256 = await orphan('添付');
    const payload = JSON.stringify({ state: { attachments: [{ file: { sha256 } }] } });
    await bench.test.owner.query("insert into kaigi.outbox (municipality_id, topic, payload) values ($1, 'x', $2)", [
      MINATO,
      payload,
    ]);
    await look();
    await aDayLater();
    await look();
    expect(await isThere(sha256)).toBe(true);
  });

  it('says which rows have lost their file', async () => {
    const { id, sha256 } = await filed('消えた');
    await bench.blobs.remove(sha256);
    expect(await look()).toMatchObject({ missing: 1 });
    expect(bench.failures).toContainEqual({ what: 'records/file-missing', about: { record: id, sha256 } });
  });

  it('takes away what processes left half written, and not what is being written', async () => {
    const { sha256 } = await filed('書きかけ');
    const incoming = path.join(bench.blobFolder, 'incoming');
    await bench.blobs.incoming.write(newId(), 0, Buffer.from('recording'));
    const left = [`${fileOf(sha256)}.${newId()}`, path.join(incoming, `${newId()}.staged`)];
    for (const file of left) {
      await writeFile(file, 'half');
      await utimes(file, LONG_AGO, LONG_AGO);
    }
    await writeFile(path.join(incoming, `${newId()}.staged`), 'now');
    expect(await look()).toMatchObject({ leftBehind: 2 });
    expect((await readdir(incoming)).map((name) => path.extname(name)).sort()).toEqual(['.part', '.staged']);
  });
});
