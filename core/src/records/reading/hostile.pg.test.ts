import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { folderBlobs } from '../../platform/index.ts';
import { KaigiError, type StagedFile } from '../../shared/index.ts';
import { mostOfReaders } from '../../testing/reader-memory.ts';
import { docx } from '../docx.fixture.ts';
import { filePreparer, type PreparedFile } from '../files.ts';
import { recordsTexts } from '../text.ts';
import { HARMS, type Harms, PACKED } from './harms.fixture.ts';
import { kindsFor } from './kinds.ts';
import { LOOSE } from './loose-harms.fixture.ts';
import { createReader } from './reader.ts';

const MB = 1024 * 1024;
/** 10 s of a processor, 30 s of the wall's clock on a machine that serves others too; and a process that begins. */
const LONGEST_MS = 31_000;
/** The limit, and what a process takes in the 10 ms between two looks at it. */
const MOST_MB = 256 + 48;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = createReader();
const prepare = filePreparer({ blobs: { ...folderBlobs('/nowhere') }, read });

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
const staged = async (bytes: Buffer): Promise<StagedFile> => ({
  ...(await folderBlobs(folder).incoming.receive(piecesOf(bytes))),
  fileName: '../../etc/受付.exe',
});
const stored = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;

/** Its kind, or the code with which it was refused; anything else that could be wrong is said behind it. */
async function outcomeOf(bytes: Buffer): Promise<string> {
  const before = await stored();
  const file = await staged(bytes);
  const began = performance.now();
  const answer = await prepare(file, 'RECEIPT').catch((error: Error) => error);
  const slow = performance.now() - began > LONGEST_MS ? ' too slow' : '';
  await file.discard();
  const added = (await stored()) - before;
  if (!(answer instanceof Error)) return `${soundness(answer)}${slow}`;
  const told = answer instanceof KaigiError ? recordsTexts[answer.code]?.ja : undefined;
  const half = added === 0 ? '' : ' half stored';
  return `${answer.message.replace('records.', '')}${told ? '' : ' without a sentence'}${half}${slow}`;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  ...{ docx: 'WORD', xlsx: 'EXCEL', pptx: 'POWERPOINT', pdf: 'PDF', eml: 'MAIL', msg: 'OUTLOOK_MAIL', txt: 'TEXT' },
  ...{ csv: 'CSV', png: 'PNG', jpg: 'JPEG', tif: 'TIFF' },
};

/** What was read is named after what it is, and its words are such as the database keeps. */
function soundness({ fileName, text }: PreparedFile): string {
  const [, base = '', extension = ''] = /^(.*)\.(\w+)$/.exec(fileName) ?? [];
  const words = text ?? '\0';
  const isStorable = words.isWellFormed() && !words.includes('\0') && words.length <= 4_000_000;
  return `${EXTENSIONS[extension]}${base === '受付.exe' ? '' : ' badly named'}${isStorable ? '' : ' with words not to be kept'}`;
}

async function outcomesOf(harms: Harms): Promise<Record<string, string>> {
  const outcomes: Record<string, string> = {};
  for (const [harm, [, make]] of Object.entries(harms)) outcomes[harm] = await outcomeOf(await make());
  return outcomes;
}

describe('R-10: hostile and broken files of every kind', () => {
  it.each(Object.entries({ ...PACKED, ...LOOSE }))(
    '%s: each is refused with one code and its sentence or read soundly, in time, and nothing is stored half',
    async (_, harms) => {
      const must = Object.fromEntries(Object.entries(harms).map(([harm, [outcome]]) => [harm, outcome]));
      expect(await outcomesOf(harms)).toEqual(must);
    },
  );

  it('of 0 bytes, and of 2 GB that are really there', async () => {
    expect(await outcomeOf(Buffer.alloc(0))).toBe('empty_file');
    const file = path.join(folder, 'huge');
    const handle = await open(file, 'w');
    await handle.truncate(2_048 * MB);
    await handle.close();
    const huge = read({ path: file, size: 2_048 * MB, accept: kindsFor('RECEIPT') });
    await expect(huge).rejects.toMatchObject({ code: 'records.too_large' });
    await rm(file);
  });

  it('leave the readers inside their bounds, and the next file is read', async () => {
    expect(await outcomeOf(docx(['次の文書']))).toBe('WORD');
    expect(await mostOfReaders()).toBeLessThan(MOST_MB);
  });

  it('no harm is forgotten', () => {
    const done = new Set(Object.values({ ...PACKED, ...LOOSE }).flatMap((harms) => Object.keys(harms)));
    expect(HARMS.filter((harm) => !done.has(harm))).toEqual([]);
  });
});
