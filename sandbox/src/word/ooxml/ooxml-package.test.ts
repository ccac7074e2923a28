import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { WordHost } from '../host/word-host.ts';
import { SAMPLES } from '../samples/samples.ts';
import { buildDocument } from './build-document.ts';
import { OoxmlPackage, RefusedFile } from './ooxml-package.ts';
import { parseXml } from './xml.ts';
import { installDom } from './xmldom-for-tests.ts';

beforeAll(installDom);

const FOLDER = process.env.KAIGI_SAMPLES ? join(process.env.KAIGI_SAMPLES, 'docx') : undefined;
const FOREIGN = FOLDER && existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.docx')) : [];

async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Buffer>();
  for (const entry of Object.values(zip.files)) if (!entry.dir) parts.set(entry.name, await entry.async('nodebuffer'));
  return parts;
}

/** What the pane does before filing and after the decision. */
async function fileAndStamp(file: OoxmlPackage): Promise<void> {
  const host = new WordHost(file, async () => undefined);
  await host.sync('r', [
    { kind: 'open', id: 'body', from: 'document', member: 'body', args: [] },
    { kind: 'open', id: 'p', from: 'body', member: 'insertParagraph', args: ['(番号)', 'Start'] },
    { kind: 'set', on: 'p', property: 'alignment', value: 'Right' },
    { kind: 'open', id: 'cc', from: 'p', member: 'insertContentControl', args: [] },
    { kind: 'set', on: 'cc', property: 'tag', value: 'kaigi:documentNumber' },
    { kind: 'open', id: 'properties', from: 'document', member: 'properties', args: [] },
    { kind: 'open', id: 'custom', from: 'properties', member: 'customProperties', args: [] },
    { kind: 'open', id: 'added', from: 'custom', member: 'add', args: ['KaigiRecordId', 'a-b-c'] },
    { kind: 'open', id: 't', from: 'cc', member: 'insertText', args: ['政第12号', 'Replace'] },
    { kind: 'set', on: 'cc', property: 'cannotEdit', value: true },
  ]);
}

async function readBack(bytes: Uint8Array): Promise<unknown> {
  const host = new WordHost(await OoxmlPackage.open(bytes), async () => undefined);
  const { loaded } = await host.sync('r', [
    { kind: 'open', id: 'all', from: 'document', member: 'contentControls', args: [] },
    { kind: 'open', id: 'cc', from: 'all', member: 'getByTag', args: ['kaigi:documentNumber'] },
    { kind: 'load', on: 'cc', properties: ['items/text', 'items/cannotEdit'] },
    { kind: 'open', id: 'properties', from: 'document', member: 'properties', args: [] },
    { kind: 'open', id: 'custom', from: 'properties', member: 'customProperties', args: [] },
    { kind: 'open', id: 'id', from: 'custom', member: 'getItemOrNullObject', args: ['kaigirecordid'] },
    { kind: 'load', on: 'id', properties: ['value'] },
  ]);
  return [loaded[2]?.items?.map((item) => item.values), loaded.at(-1)?.values];
}

const STAMPED = [[{ text: '政第12号', cannotEdit: true }], { value: 'a-b-c' }];
const MAY_CHANGE = new Set(['[Content_Types].xml', '_rels/.rels', 'docProps/custom.xml']);

async function expectSoundAfterStamping(original: Uint8Array): Promise<void> {
  const file = await OoxmlPackage.open(original);
  await fileAndStamp(file);
  const changed = await file.bytes();
  expect(await readBack(changed)).toEqual(STAMPED);
  const [before, after] = [await partsOf(original), await partsOf(changed)];
  for (const [name, bytes] of before) {
    if (name === file.mainPath || MAY_CHANGE.has(name)) continue;
    expect({ name, same: after.get(name)?.equals(bytes) }).toEqual({ name, same: true });
  }
  for (const [name, bytes] of after) if (/\.(xml|rels)$/.test(name)) expect(() => parseXml(bytes)).not.toThrow();
}

describe('an OOXML package', () => {
  it.each(SAMPLES.map((sample) => [sample.fileName, sample] as const))(
    'keeps sample %s sound when it is stamped',
    async (_name, sample) => {
      await expectSoundAfterStamping(await sample.build());
    },
  );

  it('gives back every part byte for byte when nothing was changed', async () => {
    const original = await buildDocument({
      title: '件名',
      author: '者',
      blocks: [{ kind: 'paragraph', text: '本文' }],
    });
    const again = await (await OoxmlPackage.open(original)).bytes();
    expect(await partsOf(again)).toEqual(await partsOf(original));
  });

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['a text', new TextEncoder().encode('これは文書ではない'), 'notDocx'],
    ['a file with a password', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'encrypted'],
    ['a cut-off zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'notDocx'],
    ['a file over 50 MB', new Uint8Array(50 * 1024 * 1024 + 1), 'tooLarge'],
  ])('refuses %s', async (_name, bytes, code) => {
    await expect(OoxmlPackage.open(bytes)).rejects.toEqual(new RefusedFile(code as 'empty'));
    await expect(OoxmlPackage.open(bytes)).rejects.toMatchObject({ code });
  });

  it('refuses a zip that is no document, and a document with macros', async () => {
    const zip = new JSZip().file('a.txt', 'a');
    await expect(OoxmlPackage.open(await zip.generateAsync({ type: 'uint8array' }))).rejects.toMatchObject({
      code: 'notDocx',
    });
    const macro = await JSZip.loadAsync(await buildDocument({ title: '', author: '', blocks: [] }));
    const types = (await macro.file('[Content_Types].xml')?.async('string')) ?? '';
    macro.file(
      '[Content_Types].xml',
      types.replace(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        'application/vnd.ms-word.document.macroEnabled.main+xml',
      ),
    );
    await expect(OoxmlPackage.open(await macro.generateAsync({ type: 'uint8array' }))).rejects.toMatchObject({
      code: 'macros',
    });
  });
});

if (FOREIGN.length === 0) console.info('KAIGI_SAMPLES is not set: the documents of other programs were not tried.');
else {
  describe('documents of other programs (KAIGI_SAMPLES)', () => {
    it.each(FOREIGN)('keeps %s sound when it is stamped', async (name) => {
      await expectSoundAfterStamping(new Uint8Array(readFileSync(join(FOLDER ?? '', name))));
    });
  });
}
