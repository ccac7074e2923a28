import { readFile as bytesOf, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folderBlobs } from '../../platform/index.ts';
import type { StagedFile } from '../../shared/index.ts';
import { contentTypes, docx, mainPart, rootRelationships, zipOf } from '../docx.fixture.ts';
import { filePreparer } from '../files.ts';
import { pdf, xlsx } from './kinds.fixture.ts';
import { createReader } from './reader.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-reader-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
const staged = async (fileName: string, bytes: Buffer): Promise<StagedFile> => ({
  ...(await folderBlobs(folder).incoming.receive(piecesOf(bytes))),
  fileName,
});
const prepare = filePreparer({ blobs: { ...folderBlobs('/nowhere') }, read: createReader() });
/** What lies in the store, whatever it is. */
const stored = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;

describe('R-10: a file that lies on the disk', () => {
  it('is read where it lies, kept once under its hash, whoever files the same bytes at once', async () => {
    const bytes = xlsx('<row><c><v>7</v></c></row>');
    const both = await Promise.all([1, 2].map(() => staged('予算.xlsx', bytes)));
    const files = await Promise.all(both.map((file) => prepare(file, 'REFERENCE')));
    await Promise.all(both.map((file) => file.discard()));
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(files[0]).toMatchObject({ fileName: '予算.xlsx', text: '予算\n7', size: bytes.length });
    expect(await stored()).toBe(1);
    expect((await bytesOf((await folderBlobs(folder).file(files[0]?.sha256 ?? '')) ?? '')).equals(bytes)).toBe(true);
  });

  it('whose stored bytes were altered is healed by filing it again', async () => {
    const bytes = docx(['直す']);
    const file = await staged('a.docx', bytes);
    const { sha256 } = await prepare(file);
    await file.discard();
    await writeFile(path.join(folder, sha256.slice(0, 2), sha256), 'altered');
    const again = await staged('a.docx', bytes);
    await prepare(again);
    await again.discard();
    expect((await folderBlobs(folder).get(sha256))?.equals(bytes)).toBe(true);
  });
});

describe('hostile files end the reader at most, and nothing of them is stored', () => {
  const nested = (open: string, count: number) => {
    const close =
      open
        .match(/[\w:]+/g)
        ?.toReversed()
        .map((name) => `</${name}>`) ?? [];
    const text = '<w:p><w:r><w:t>底</w:t></w:r></w:p>';
    const main = mainPart([]);
    const body = `<w:body>${open.repeat(count)}${text}${close.join('').repeat(count)}</w:body>`;
    const content = String(main.content).replace('<w:body></w:body>', body);
    return zipOf([contentTypes(), rootRelationships(), { ...main, content }]);
  };
  it.each<[string, string, () => Buffer]>([
    ['50,000 controls in each other', 'records.nested_too_deep', () => nested('<w:sdt><w:sdtContent>', 50_000)],
    [
      'very many relationships',
      'records.too_complex',
      () => {
        const many = Array.from({ length: 150_000 }, (_, at) => `<Relationship Id="r${at}" Type="a/b" Target="c"/>`);
        return zipOf([contentTypes(), rootRelationships(many.join('')), mainPart(['題'])]);
      },
    ],
  ])('%s', async (_, code, make) => {
    const before = await stored();
    const file = await staged('a.docx', make());
    await expect(prepare(file, 'RECEIPT')).rejects.toMatchObject({ kind: 'bad-input', code });
    await file.discard();
    expect(await stored()).toBe(before);
  });

  it('500 tables in each other are a document like any other', async () => {
    const file = await staged('深い表.docx', nested('<w:tbl><w:tr><w:tc>', 500));
    expect(await prepare(file)).toMatchObject({ text: '底' });
    await file.discard();
  });

  it('the store out of reach between reading and keeping leaves nothing behind', async () => {
    const before = await stored();
    const file = await staged('a.pdf', pdf('unreachable'));
    const broken: StagedFile = { ...file, keep: () => Promise.reject(new Error('out of reach')) };
    await expect(prepare(broken, 'RECEIPT')).rejects.toThrow('out of reach');
    await file.discard();
    expect(await stored()).toBe(before);
  });
});
