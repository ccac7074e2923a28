import { appendFile, mkdir, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { folderAnchors } from '../../ledger/anchor.ts';
import { createLedger, loadLedgerKeys } from '../../ledger/index.ts';
import { verifyOutside } from '../../ledger/outside/verify.mjs';
import { sequenceOnce } from '../../ledger/sequence.ts';
import { systemClock } from '../../platform/index.ts';
import { docx } from '../docx.fixture.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { checkBag } from './bag-check.ts';
import { openFolderBag } from './bag-source.ts';
import { createPackages, type Packages } from './index.ts';
import { faultsByRfc } from './rfc8493.fixture.ts';

let bench: Bench;
let packages: Packages;
let ids: string[];
let sequence: () => Promise<void>;
let vkey: string;
let folder: string;
let unpacked: string;

beforeAll(async () => {
  bench = await recordsBench();
  folder = `${bench.blobFolder}-packages`;
  const keys = await loadLedgerKeys(folder);
  const anchorFolder = path.join(folder, 'anchors');
  const { db, owner } = bench.test;
  const host = 'kaigi.example';
  const ledger = createLedger({
    db,
    keys,
    host,
    anchorFolder,
    clock: systemClock,
    report: { failed: () => undefined },
  });
  const sequencing = { owner, keys, host, anchors: folderAnchors(anchorFolder), clock: systemClock };
  sequence = async () => {
    while ((await sequenceOnce(sequencing, MINATO)) > 0);
  };
  const { viewsOf, read } = bench.records;
  packages = createPackages({ db, blobs: bench.blobs, clock: systemClock, ledger, viewsOf, read });
  const first = await bench.draft('みなと花火大会の実施について（100%伺い）');
  await bench.decide(first.recordId);
  const second = await bench.records.file(
    bench.as('drafter@minato.example'),
    { kind: 'RECEIPT', title: '補助金の交付について', classificationCode: 'A-04-01', counterparty: '県' },
    { fileName: '交付:決定*通知書 50%.docx', bytes: docx(['交付決定']) },
  );
  ids = [first.recordId, second.id];
  await sequence();
  vkey = (await bench.inside(MINATO, ledger.keyOf)).vkey;
  unpacked = path.join(folder, 'unpacked', '移管-2026');
  await unpack(await buffer(await packages.write(request())));
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true });
});

const request = (recordIds = ids) => ({
  municipalityId: MINATO,
  name: '移管-2026',
  info: [['Source-Organization', 'みなと市']] as const,
  recordIds,
});

async function unpack(zip: Buffer): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    const at = path.join(folder, 'unpacked', name);
    await mkdir(name.endsWith('/') ? at : path.dirname(at), { recursive: true });
    if (!name.endsWith('/')) await writeFile(at, bytes);
  }
}
const inBag = (name: string) => readFile(path.join(unpacked, name), 'utf8');

describe('R-16: a package of records', () => {
  it('is a valid bag by the RFC and by the product', async () => {
    const zip = unzipSync(await buffer(await packages.write(request())));
    const files = new Map(
      Object.entries(zip).flatMap(([name, bytes]) =>
        name.endsWith('/') ? [] : [[name.slice('移管-2026/'.length), bytes] as const],
      ),
    );
    expect(faultsByRfc(files)).toEqual([]);
    // A validator in wide use does not read %25 back.
    expect([...files.keys()].filter((name) => /[%:*?"<>|]/.test(name))).toEqual([]);
    expect(await checkBag(await openFolderBag(unpacked))).toMatchObject({ faults: [] });
  });

  it('says of every record what Dublin Core asks, for people and for machines', async () => {
    const records = JSON.parse(await inBag('data/metadata/records.json')) as Record<string, unknown>[];
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({
      identifier: ids[0],
      title: 'みなと花火大会の実施について（100%伺い）',
      creator: '政策課',
      language: 'ja',
      documentNumber: '政第1号',
    });
    const csv = await inBag('data/metadata/records.csv');
    expect(csv).toContain('件名（title）');
    expect(csv).toContain('data/records/000002_政収第1号/第1版_交付_決定_通知書 50％.docx');
  });

  it('R-19: proves its records to whoever has only the package and the key', async () => {
    const { findings, summary } = await verifyOutside(unpacked, { keys: [vkey] });
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ kind: 'package', keyGiven: true, entries: expect.any(Number) });
    expect(summary.entries).toBeGreaterThanOrEqual(4);
    expect(await inBag('data/verify.mjs')).toBe(
      await readFile(new URL('../../ledger/outside/verify.mjs', import.meta.url), 'utf8'),
    );
  });

  it('R-19: shows what was altered in it, by name', async () => {
    const file = path.join(unpacked, 'data/records/000002_政収第1号/第1版_交付_決定_通知書 50％.docx');
    const before = await readFile(file);
    await appendFile(file, 'x');
    const { findings } = await verifyOutside(unpacked, { keys: [vkey] });
    expect(findings.map(({ code, what }) => [code, path.basename(what)])).toEqual([
      ['file_altered', '第1版_交付_決定_通知書 50％.docx'],
      ['file_altered', '第1版_交付_決定_通知書 50％.docx'],
      ['file_missing', '交付_決定_通知書 50%.docx'],
    ]);
    await writeFile(file, before);
  });

  it('fails where a file is gone or altered: half a package is none', async () => {
    const { file } = await bench.records.read(bench.as('drafter@minato.example'), ids[1] ?? '');
    const at = path.join(bench.blobFolder, file.sha256.slice(0, 2), file.sha256);
    const bytes = await readFile(at);
    await writeFile(at, Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
    await expect(buffer(await packages.write(request()))).rejects.toMatchObject({ code: 'records.content_altered' });
    await unlink(at);
    await expect(buffer(await packages.write(request()))).rejects.toMatchObject({ code: 'records.content_missing' });
    await writeFile(at, bytes);
  });
});

describe('R-19: the proof of one record', () => {
  const drafter = 'drafter@minato.example';

  it('is found sound without the product, with the original beside it', async () => {
    const proof = await packages.proofOf(bench.as(drafter), ids[0] ?? '');
    expect(proof).toMatchObject({ documentNumber: '政第1号', waiting: 0, files: [{ fileVersion: 1 }] });
    const [at, original] = [path.join(folder, 'proof.json'), path.join(folder, 'original.docx')];
    await writeFile(at, JSON.stringify(proof));
    await writeFile(original, (await bench.blobs.get(proof.files[0]?.sha256 ?? '')) ?? '');
    expect(await verifyOutside(at, { keys: [vkey], files: [original] })).toMatchObject({
      findings: [],
      summary: { kind: 'proof', files: 1 },
    });
  });

  it.each<[string, (proof: Record<string, never>) => unknown, string]>([
    [
      'another file',
      (proof) => ({ ...proof, files: [{ fileVersion: 1, fileName: 'x', sha256: 'a'.repeat(64), size: 1 }] }),
      'not_in_log',
    ],
    [
      'an entry that was changed',
      (proof) =>
        JSON.parse(
          JSON.stringify(proof)
            .replaceAll('政第', '財第')
            .replace('みなと花火', 'やまと花火')
            .replace('\\"symbol\\":\\"政', '\\"symbol\\":\\"財'),
        ),
      'not_in_log',
    ],
    [
      'a checkpoint that was changed',
      (proof) => ({ ...proof, checkpoint: String(proof.checkpoint).replace(/\n\d+\n/, '\n99\n') }),
      'bad_signature',
    ],
    ['another record', (proof) => ({ ...proof, recordId: '00000000-0000-0000-0000-000000000000' }), 'not_about'],
    ['no key', (proof) => ({ ...proof, key: {} }), 'bad_signature'],
  ])('does not pass for %s', async (_, change, code) => {
    const at = path.join(folder, 'changed.json');
    const proof = await packages.proofOf(bench.as(drafter), ids[0] ?? '');
    await writeFile(at, JSON.stringify(change(proof as never)));
    expect((await verifyOutside(at)).findings.map((finding) => finding.code)).toContain(code);
  });

  it('tells how much still waits for its place', async () => {
    const { recordId } = await bench.draft('あとの文書');
    expect(await packages.proofOf(bench.as('auditor@minato.example'), recordId)).toMatchObject({
      waiting: expect.any(Number),
      entries: [],
    });
    await sequence();
    expect(await packages.proofOf(bench.as('auditor@minato.example'), recordId)).toMatchObject({ waiting: 0 });
  });

  it('the service looks at bytes, rows and log together, and tells what is not as it was recorded', async () => {
    const checked = () => packages.check(bench.as(drafter), ids[1] ?? '');
    const sound = await checked();
    expect(sound).toMatchObject({ result: 'INTACT', waiting: 0, keptAsTold: true, files: [{ state: 'SAME' }] });
    expect(sound.proved).toBe(sound.entries);
    const at = path.join(bench.blobFolder, sound.files[0]?.sha256.slice(0, 2) ?? '', sound.files[0]?.sha256 ?? '');
    const bytes = await readFile(at);
    await writeFile(at, Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
    expect(await checked()).toMatchObject({ result: 'CHANGED', files: [{ state: 'ALTERED' }] });
    await unlink(at);
    expect(await checked()).toMatchObject({ result: 'CHANGED', files: [{ state: 'MISSING' }] });
    await writeFile(at, bytes);
    const retitled = (title: string) =>
      bench.test.owner.query('update kaigi.records_keeping set title = $2 where record_id = $1', [ids[1], title]);
    await retitled('別の件名');
    expect(await checked()).toMatchObject({ result: 'CHANGED', keptAsTold: false, files: [{ state: 'SAME' }] });
    await retitled('補助金の交付について');
    expect(await checked()).toMatchObject({ result: 'INTACT' });
  });

  it('is for nobody who may not read the record, nor for another municipality', async () => {
    for (const who of ['finance-drafter@minato.example', 'drafter@yamato.example'])
      await expect(packages.proofOf(bench.as(who), ids[0] ?? '')).rejects.toMatchObject({ code: 'records.not_found' });
  });
});
