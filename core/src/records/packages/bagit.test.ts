import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { checkBag } from './bag-check.ts';
import { openFolderBag, openZippedBag } from './bag-source.ts';
import { decodePath, encodePath, infoText, isUnsafePath, parseInfo } from './bag-text.ts';
import { type BagFile, writeBag } from './bagit.ts';
import { faultsByRfc } from './rfc8493.fixture.ts';

const AT = new Date('2026-11-22T01:02:03.000Z');
let folder: string;
let good: Buffer;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaigi-bag-'));
  await writeFile(path.join(folder, 'large.docx'), Buffer.alloc(3_000_000, 7));
  good = await buffer(bag(FILES()));
});
afterAll(() => rm(folder, { recursive: true }));

const FILES = (): BagFile[] => [
  { path: '文書/政第12号/第1版_みなと花火大会の実施について（伺い）.docx', content: Buffer.from('起案') },
  { path: '文書/髙﨑さん 100％.txt', content: Buffer.from('割合') },
  { path: '文書/大きな文書.docx', content: { file: path.join(folder, 'large.docx'), size: 3_000_000 } },
  { path: 'metadata/records.json', content: createReadStream(path.join(folder, 'large.docx')) },
];
const bag = (files: readonly BagFile[]) =>
  writeBag({
    name: '移管-2026',
    files,
    at: AT,
    info: [
      ['Source-Organization', 'みなと市'],
      ['External-Description', '一行目\n二行目'],
    ],
  });

async function checked(bytes: Uint8Array) {
  const file = path.join(folder, `${count++}.zip`);
  await writeFile(file, bytes);
  const source = await openZippedBag(file);
  return checkBag(source).finally(() => source.close());
}
const refusedCode = (bytes: Uint8Array) =>
  checked(bytes).then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );

const inBag = (bytes: Uint8Array) =>
  new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, content]) => [name.slice('移管-2026/'.length), content]),
  );

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** A bag made by hand, with the lists that its files ask for; what is given by name replaces what is right. */
function handMade(payload: Record<string, string>, instead: Record<string, string | null> = {}): Uint8Array {
  const listed = Object.entries(payload).map(([name, text]) => `${sha256(strToU8(text))}  ${name}\n`);
  const whole: Record<string, string | null> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha256.txt': listed.join(''),
    ...payload,
    ...instead,
  };
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(whole)) if (text !== null) entries[`bag/${name}`] = strToU8(text);
  return zipSync(entries);
}

describe('R-16: a bag as it is written', () => {
  it('is valid by every rule of RFC 8493, read by other code', () => {
    const files = inBag(good);
    expect(faultsByRfc(files)).toEqual([]);
    expect([...files.keys()].filter((name) => !name.startsWith('data/')).sort()).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'manifest-sha256.txt',
      'manifest-sha512.txt',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha512.txt',
    ]);
    expect(Buffer.from(files.get('manifest-sha256.txt') ?? []).toString()).toContain('data/文書/髙﨑さん 100％.txt\n');
    expect(Buffer.from(files.get('bag-info.txt') ?? []).toString()).toContain(
      'External-Description: 一行目\n  二行目\n',
    );
  });

  it('is valid for the Library of Congress’ own validator, where Python has it', async () => {
    const has = spawnSync('python3', ['-c', 'import bagit']).status === 0;
    const at = path.join(folder, 'loc');
    for (const [name, bytes] of inBag(good)) {
      await mkdir(path.dirname(path.join(at, name)), { recursive: true });
      await writeFile(path.join(at, name), bytes);
    }
    const said = spawnSync('python3', ['-m', 'bagit', '--validate', at], { encoding: 'utf8' });
    expect([said.status === 0, has]).toEqual([has, has]);
  });

  it('is found valid by the product, as a zip and as a folder', async () => {
    expect(await checked(good)).toMatchObject({ faults: [], files: 4, octets: 6_000_012 });
    const source = await openFolderBag(path.join(folder, 'loc'));
    expect(await checkBag(source)).toMatchObject({ faults: [], files: 4 });
  });

  it('writes %, CR and LF in names as the RFC has it', async () => {
    const files = inBag(await buffer(bag([{ path: '100%\r\n.txt', content: Buffer.from('割合') }])));
    expect(faultsByRfc(files)).toEqual([]);
    expect(Buffer.from(files.get('manifest-sha256.txt') ?? []).toString()).toMatch(/ {2}data\/100%25%0D%0A\.txt\n$/);
  });

  it('fails as a stream where a file is not the one that was announced', async () => {
    const wrong = bag([{ path: 'a.txt', content: Buffer.from('a'), sha256: sha256(Buffer.from('b')) }]);
    await expect(buffer(wrong)).rejects.toMatchObject({ code: 'records.content_altered' });
  });

  it('refuses two names for one place, and names that lead away', async () => {
    for (const paths of [['a.txt', 'A.txt'], ['../a'], ['/a'], ['a\\b']])
      await expect(buffer(bag(paths.map((at) => ({ path: at, content: Buffer.from('') }))))).rejects.toThrow(
        'safe path',
      );
  });

  it('lets go of its files when the reader goes away', async () => {
    let closed = false;
    const endless = {
      async *[Symbol.asyncIterator]() {
        try {
          for (;;) yield Buffer.alloc(100_000);
        } finally {
          closed = true;
        }
      },
    };
    const stream = bag([{ path: 'endless.bin', content: endless }]);
    for await (const _ of stream) break;
    await new Promise((done) => setTimeout(done, 50));
    expect([stream.destroyed, closed]).toEqual([true, true]);
  });
});

describe('R-16: a bag on its way in', () => {
  const PAYLOAD = { 'data/a.txt': 'a', 'data/b.txt': 'b' };

  it('is accepted when somebody else made it, with other line ends and capital hashes', async () => {
    const lines = Object.entries(PAYLOAD).map(([name, text]) => `${sha256(strToU8(text)).toUpperCase()}\t*${name}\r\n`);
    expect(await checked(handMade(PAYLOAD, { 'manifest-sha256.txt': lines.join('') }))).toMatchObject({
      faults: [],
      files: 2,
    });
  });

  const codes = async (bytes: Uint8Array) =>
    (await checked(bytes)).faults.map(({ code }) => code.slice('records.bag_'.length));
  const line = (name: string) => `${sha256(strToU8('a'))}  ${name}\n`;

  it.each<[string, Record<string, string | null>, string[]]>([
    ['a file that is missing', { 'data/a.txt': null }, ['file_missing']],
    ['a file that is not listed', { 'data/c.txt': 'c' }, ['file_unlisted']],
    ['an altered file', { 'data/a.txt': 'x' }, ['file_altered']],
    ['no declaration', { 'bagit.txt': null }, ['no_declaration']],
    [
      'another character encoding',
      { 'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: Shift_JIS\n' },
      ['no_declaration'],
    ],
    ['no list at all', { 'manifest-sha256.txt': null }, ['no_list']],
    [
      'a list by MD5 only',
      { 'manifest-sha256.txt': null, 'manifest-md5.txt': '' },
      ['no_list', 'file_unlisted', 'file_unlisted'],
    ],
    ['a list that is none', { 'manifest-sha256.txt': 'no hash' }, ['unreadable_list', 'no_list']],
    ['files to be fetched', { 'fetch.txt': 'http://127.0.0.1/x 1 data/x' }, ['fetches']],
    ['a wrong Payload-Oxum', { 'bag-info.txt': 'Payload-Oxum: 3.2\n' }, ['wrong_size']],
    ['an altered tag file', { 'tagmanifest-sha256.txt': line('bagit.txt') }, ['file_unlisted', 'file_altered']],
    [
      'a list that leads away',
      { 'manifest-sha256.txt': line('data/../../etc/passwd') },
      ['unsafe_path', 'file_unlisted', 'file_unlisted'],
    ],
    [
      'a list that names what is no payload',
      { 'manifest-sha256.txt': line('bagit.txt') },
      ['wrong_list', 'file_unlisted', 'file_unlisted', 'file_altered'],
    ],
    ['two names for one place', { 'data/A.TXT': 'a' }, ['repeated_path', 'file_unlisted']],
    ['a file where another needs a folder', { 'data/b.txt/c': 'c' }, ['repeated_path', 'file_unlisted']],
  ])('tells %s', async (_, instead, expected) => {
    expect(await codes(handMade(PAYLOAD, instead))).toEqual(expected);
  });

  it.each([
    'bag/../../evil',
    '/etc/passwd',
    'C:/evil',
    'bag/data\\..\\evil',
    '~/evil',
    'bag//evil',
    'bag/./evil',
    'bag/evil\u0007',
  ])('refuses the name %s before anything is read', async (name) => {
    expect(await refusedCode(zipSync({ 'bag/bagit.txt': strToU8(''), [name]: strToU8('x') }))).toBe(
      'records.bag_unsafe_path',
    );
  });

  it('refuses links, in a zip and in a folder', async () => {
    const linked = zipSync({ 'bag/data/x': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });
    expect(await refusedCode(linked)).toBe('records.bag_link');
    const at = path.join(folder, 'linked');
    await mkdir(at);
    await symlink('/etc/passwd', path.join(at, 'x'));
    await expect(openFolderBag(at)).rejects.toMatchObject({ code: 'records.bag_link' });
  });

  it('refuses what is no zip, a broken one, and one that is not one folder', async () => {
    expect(await refusedCode(strToU8('not a zip'))).toBe('records.bag_not_a_zip');
    expect(await refusedCode(zipSync({ 'a/x': strToU8(''), 'b/x': strToU8('') }))).toBe('records.bag_not_one_folder');
    expect(await refusedCode(zipSync({ 'bagit.txt': strToU8('') }))).toBe('records.bag_not_one_folder');
    expect(await refusedCode(zipSync({}))).toBe('records.bag_not_one_folder');
    for (const length of [1, 100, good.length >> 1, good.length - 30])
      expect(await refusedCode(good.subarray(0, length))).toBe('records.bag_not_a_zip');
  });

  it('tells a file whose bytes in the zip are broken', async () => {
    const broken = Buffer.from(good);
    // In the middle of the large file, which is stored as it is.
    broken.writeUInt8(1, 1_500_000);
    expect((await codes(broken))[0]).toMatch(/^file_(?:altered|unreadable)$/);
  });

  it('names the same entry twice in one zip', async () => {
    const twice = Buffer.from(zipSync({ 'bag/data/a': strToU8('1'), 'bag/data/b': strToU8('2') }, { level: 0 }));
    for (let at = twice.indexOf('data/b'); at >= 0; at = twice.indexOf('data/b', at + 1)) twice.write('data/a', at);
    expect(await codes(twice)).toContain('repeated_path');
  });
});

describe('R-16: names and labels in a bag', () => {
  it.each([
    ['data/100%.txt', 'data/100%25.txt'],
    ['data/a\nb\r\nc', 'data/a%0Ab%0D%0Ac'],
    ['data/%0A', 'data/%250A'],
    ['data/日本 語.txt', 'data/日本 語.txt'],
  ])('%j is written as %s and read back', (name, written) => {
    expect([encodePath(name), decodePath(written), isUnsafePath(name)]).toEqual([written, name, false]);
  });

  it('values of several lines are read back, and a line that is no label is told', () => {
    expect(
      parseInfo(
        infoText([
          ['A-B', 'x\ny'],
          ['C', '：'],
        ]),
      ),
    ).toEqual([
      ['A-B', 'x\ny'],
      ['C', '：'],
    ]);
    expect(parseInfo('no label')).toBeNull();
  });
});
