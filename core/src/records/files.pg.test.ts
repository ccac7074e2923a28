import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folderBlobs } from '../platform/index.ts';
import { contentTypes, docx, mainPart, rootRelationships, zipOf } from './docx.fixture.ts';
import { filePreparer } from './files.ts';
import { createInspector, createReader } from './reading/index.ts';

// Loaded machines take their time; nothing here waits for a clock.
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('looking over a file in a thread of its own', () => {
  it('answers with the title, and refuses with the code of the reason', async () => {
    const inspect = createInspector();
    expect(await inspect(docx(['題']))).toMatchObject({ title: '題', text: '題' });
    await expect(inspect(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({
      kind: 'bad-input',
      code: 'records.not_a_docx',
    });
  });

  it('looks at no more files at once than it may, and the others get their turn', async () => {
    const inspect = createInspector({ workers: 2, waiting: 4 });
    const bytes = docx(['題']);
    const settled = await Promise.allSettled(Array.from({ length: 8 }, () => inspect(bytes)));
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(6);
    expect(settled.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { kind: 'unavailable', code: 'records.inspection_busy' },
    });
    expect(await inspect(bytes)).toMatchObject({ title: '題', text: '題' });
  });

  it('gives up on a file that takes too long', async () => {
    const inspect = createInspector({ deadlineMs: 1 });
    await expect(inspect(docx())).rejects.toMatchObject({ kind: 'bad-input', code: 'records.too_complex' });
  });

  it('gives up on a file that takes too much memory, and goes on with the next', async () => {
    const relationship = (i: number) => `<Relationship Id="r${i}" Type="a/b" Target="c"/>`;
    const many = Array.from({ length: 200_000 }, (_, i) => relationship(i)).join('');
    const hungry = zipOf([contentTypes(), rootRelationships(many), mainPart(['題'])]);
    const inspect = createInspector({ heapMb: 24 });
    await expect(inspect(hungry)).rejects.toMatchObject({ kind: 'bad-input', code: 'records.too_complex' });
    expect(await inspect(docx(['題']))).toMatchObject({ title: '題', text: '題' });
  });
});

describe('a prepared file', () => {
  it('stands in the store before anybody names it, under its hash, with a safe name and its real type', async () => {
    const blobs = folderBlobs(folder);
    const bytes = docx(['題']);
    const file = await filePreparer({ blobs, read: createReader() })({ fileName: '../題.PDF', bytes });
    expect(file).toMatchObject({ fileName: '題.PDF.docx', size: bytes.length, suggestedTitle: '題', text: '題' });
    expect(file.mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect((await blobs.get(file.sha256))?.equals(bytes)).toBe(true);
  });

  it('can be read by no other account of the machine', async () => {
    const home = path.join(folder, 'blobs');
    const sha256 = await folderBlobs(home).put(docx(['秘']));
    const places = [home, path.join(home, sha256.slice(0, 2)), path.join(home, sha256.slice(0, 2), sha256)];
    const modes = await Promise.all(places.map(async (place) => (await stat(place)).mode & 0o077));
    // Windows knows no such bits; there the folder of the account decides.
    expect(process.platform === 'win32' ? [0, 0, 0] : modes).toEqual([0, 0, 0]);
  });
});

const samples = process.env.KAIGI_SAMPLES ? path.join(process.env.KAIGI_SAMPLES, 'docx') : null;

describe('real Word documents', () => {
  it(
    samples && existsSync(samples) ? 'are all accepted' : 'were NOT tried: KAIGI_SAMPLES names no folder of them',
    async () => {
      if (!samples || !existsSync(samples)) {
        process.stderr.write('KAIGI_SAMPLES is not set: the sample documents were not tried.\n');
        return;
      }
      const inspect = createInspector({ waiting: 1_000 });
      const names = (await readdir(samples)).filter((name) => name.endsWith('.docx'));
      expect(names.length).toBeGreaterThan(0);
      const outcomes = await Promise.all(
        names.map(async (name) =>
          inspect(await readFile(path.join(samples, name))).then(
            () => 'accepted',
            (error: Error) => `${name}: ${error.message}`,
          ),
        ),
      );
      expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    },
  );
});
