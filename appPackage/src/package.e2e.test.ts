import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { ADDIN_ID, APP_ID, type Deployment } from './arguments.ts';
import { checkAppPackage } from './check.ts';
import { fillJson, type JsonValue } from './fill.ts';
import { iconFindings } from './icon-rules.ts';
import { repositoryRoot } from './icons.ts';
import { languageFindings, lengthFindings } from './language-rules.ts';
import { addinFindings, consistencyFindings } from './manifest-rules.ts';
import { ACCENT, drawMark } from './mark.ts';
import { writePng } from './png.ts';
import { schemaFindings } from './schema-rules.ts';
import { readSchema } from './schemas.ts';
import { readSources, type Sources } from './sources.ts';

const CLIENT = '4b616967-6900-4000-8000-000000000001';
const deployment: Deployment = {
  host: 'kaigi.example.jp',
  clientId: CLIENT,
  appId: APP_ID,
  addinId: ADDIN_ID,
  version: '0.1.0',
  privacyUrl: 'https://kaigi.example.jp/',
  termsUrl: 'https://kaigi.example.jp/',
  tenant: null,
};

let folder: string;
let sources: Sources;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaigi-package-'));
  sources = await readSources();
});
afterAll(() => rm(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}
async function run(...args: string[]): Promise<Ran> {
  const file = join(repositoryRoot, 'appPackage/src/package.ts');
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, ...args]);
    return { code: 0, out: stdout, said: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, said: stderr };
  }
}

describe('npm run package', () => {
  it('writes the zip and the add-in manifest of one deployment, the same bytes each time', async () => {
    const order = ['--host', 'kaigi.minato.example', '--client-id', CLIENT, '--tenant', 'minato.example'];
    const first = await run(...order, '--out', join(folder, 'a'));
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('minato.example/adminconsent') });
    await run(...order, '--out', join(folder, 'b'));
    const names = await readdir(join(folder, 'a'));
    expect(names).toEqual(['kaigi-0.1.0.zip', 'kaigi-word-0.1.0.xml']);
    const zip = await readFile(join(folder, 'a/kaigi-0.1.0.zip'));
    expect(zip.equals(await readFile(join(folder, 'b/kaigi-0.1.0.zip')))).toBe(true);
    const files = unzipSync(new Uint8Array(zip));
    expect(Object.keys(files)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
    const manifest = strFromU8(files['manifest.json'] ?? new Uint8Array());
    expect(JSON.parse(manifest)).toMatchObject({
      id: APP_ID,
      bots: [{ botId: CLIENT }],
      validDomains: ['kaigi.minato.example'],
    });
    const xml = await readFile(join(folder, 'a/kaigi-word-0.1.0.xml'), 'utf8');
    expect(xml).toContain(`<Id>${ADDIN_ID}</Id>`);
    expect(manifest + xml).not.toContain('{{');
  });

  it('lists every wrong argument in a sentence, writes nothing and ends with 2', async () => {
    const out = join(folder, 'none');
    const { code, said } = await run('--host', 'https://x', '--client-id', 'y', '--out', out);
    expect(code).toBe(2);
    expect(said).toContain('--host は');
    expect(said).toContain('--client-id は');
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });
});

describe('the check of the app package', () => {
  it('has nothing to say about the package as it stands', async () => {
    expect(await checkAppPackage()).toEqual([]);
  });

  /** Our own rules on the changed sources; the icons are drawn only where they are what changed. */
  const rulesOf = async (changed: Partial<Sources>) => {
    const { manifest, english, addinXml, ...icons } = { ...sources, ...changed };
    if ('color' in changed || 'outline' in changed) return iconFindings(icons).map(({ rule }) => rule);
    const filled = fillJson(manifest, deployment);
    return [
      ...languageFindings(filled, english, await readSchema('1.22', 'MicrosoftTeams.Localization')),
      ...lengthFindings(filled, english),
      ...consistencyFindings(filled, deployment),
      ...addinFindings(addinXml, filled, deployment),
    ].map(({ rule }) => rule);
  };
  /** The sources with something in the manifest replaced. */
  const manifestWith = (from: string, to: string): Partial<Sources> => {
    const text = JSON.stringify(sources.manifest);
    expect(text).toContain(from);
    return { manifest: JSON.parse(text.replace(from, to)) as JsonValue };
  };
  const englishWith = (change: object): Partial<Sources> => ({
    english: { ...(sources.english as object), ...change },
  });

  it('sees what the published schemas forbid, in the version written for and in the newest', async () => {
    const wrong = { ...(fillJson(sources.manifest, deployment) as object), accentColor: 'blue', colour: 1 };
    const english = { ...(sources.english as object), 'description.short': 'x'.repeat(81) };
    const rules = (await schemaFindings(wrong as JsonValue, english)).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === 'manifest-schema-1.22')).toHaveLength(2);
    expect(rules.some((rule) => /^manifest-schema-1\.(2[3-9]|[3-9]\d)$/.test(rule))).toBe(true);
    expect(rules.at(-1)).toBe('localization-schema');
  });

  it('sees names that a menu would cut off', async () => {
    expect(await rulesOf(manifestWith('"title":"受信箱"', `"title":"${'受'.repeat(33)}"`))).toEqual(['length']);
  });

  it('sees a string that one language lacks', async () => {
    const { 'staticTabs[1].name': _name, ...rest } = sources.english as Record<string, string>;
    expect(await rulesOf({ english: rest })).toEqual(['localization-complete']);
    expect(await rulesOf(englishWith({ 'staticTabs[7].name': 'Nowhere' }))).toEqual(['localization-complete']);
  });

  it('sees a string in the wrong language, and one that lost a name', async () => {
    expect(await rulesOf(englishWith({ 'staticTabs[1].name': '受信箱' }))).toEqual(['localization-language']);
    expect(await rulesOf(manifestWith('"name":"受信箱"', '"name":"Inbox"'))).toEqual(['localization-language']);
    const template = { 'activities.activityTypes[0].templateText': '{actor} passed a case to you' };
    expect(await rulesOf(englishWith(template))).toEqual(['localization-language']);
  });

  it('sees an icon of a wrong size or colour, or none', async () => {
    const small = writePng(drawMark({ size: 64, unit: 4, at: { x: 0, y: 0 }, ink: ACCENT, ground: ACCENT }));
    expect(await rulesOf({ color: small })).toEqual(['icon-drawn', 'icon-size']);
    const blue = writePng(drawMark({ size: 32, unit: 2, at: { x: 0, y: 0 }, ink: ACCENT, ground: null }));
    expect(await rulesOf({ outline: blue })).toEqual(['icon-drawn', 'icon-colour']);
    expect(await rulesOf({ outline: new Uint8Array(9) })).toEqual(['icon-drawn', 'icon-png']);
  });

  it('sees ids and addresses that do not belong together', async () => {
    for (const [from, to] of [
      ['"botId":"{{CLIENT_ID}}"', '"botId":"{{APP_ID}}"'],
      ['"actionId":"showTaskPane"', '"actionId":"nothing"'],
      ['https://{{HOST}}/office-addin/taskpane.html', 'https://elsewhere.example/taskpane.html'],
      ['"entityId":"inbox"', '"entityId":"box"'],
      ['"validDomains":["{{HOST}}"]', '"validDomains":["{{HOSTNAME}}"]'],
    ] as const) {
      expect(await rulesOf(manifestWith(from, to))).toContain('manifest-consistent');
    }
  });

  it('sees an add-in manifest that is missing or does not belong to it', async () => {
    expect(await rulesOf({ addinXml: null })).toEqual(['addin-manifest']);
    expect(await rulesOf({ addinXml: '<OfficeApp><Id>{{OTHER}}</Id></OfficeApp>' })).toEqual(
      // An id of its own, no page of ours, nothing filled, and other buttons than the unified one.
      Array(4).fill('addin-manifest'),
    );
  });
});
