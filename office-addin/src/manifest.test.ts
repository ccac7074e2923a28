import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import manifestTool from 'office-addin-manifest';

const TEMPLATE = readFileSync(fileURLToPath(new URL('../manifest.xml', import.meta.url)), 'utf8');
const VALUES: Readonly<Record<string, string>> = {
  OFFICE_ADDIN_ID: '4b616967-6900-4000-8000-0000000000ab',
  OFFICE_ADDIN_VERSION: '1.0.0.0',
  PROVIDER_NAME: 'みなと市',
  SERVICE_HOST: 'kaigi.minato.example',
  SUPPORT_URL: 'https://kaigi.minato.example/help',
  CLIENT_ID: '4b616967-6900-4000-8000-000000000001',
};
const FILLED = TEMPLATE.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => VALUES[name] ?? whole);

function valuesOf(element: string): string[] {
  const found = FILLED.matchAll(new RegExp(`<${element}\\b[^>]*?(?:DefaultValue|Value)="([^"]*)"`, 'g'));
  return Array.from(found, ([, value]) => value ?? '');
}

describe('the add-in-only manifest', () => {
  it('has no placeholder that the packaging does not know', () => {
    expect(FILLED).not.toMatch(/\{\{/);
    expect(
      Array.from(TEMPLATE.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name).every(
        (name) => name !== undefined && name in VALUES,
      ),
    ).toBe(true);
  });

  it('is read by the manifest library, with its id, host and locale', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaigi-manifest-'));
    try {
      const path = join(folder, 'manifest.xml');
      writeFileSync(path, FILLED);
      const info = await manifestTool.OfficeAddinManifest.readManifestFile(path);
      expect(info).toMatchObject({
        id: VALUES.OFFICE_ADDIN_ID,
        version: '1.0.0.0',
        providerName: 'みなと市',
        defaultLocale: 'ja-JP',
        displayName: '回議 起案・文書登録',
        hosts: ['Document'],
        permissions: 'ReadWriteDocument',
        officeAppType: 'TaskPaneApp',
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('keeps to the lengths that Office allows and leaves nothing empty', () => {
    for (const [element, most] of [
      ['DisplayName', 125],
      ['Description', 250],
      ['bt:String', 250],
    ] as const) {
      for (const value of valuesOf(element))
        expect({ element, fits: value.length > 0 && value.length <= most }).toEqual({ element, fits: true });
    }
    const labels = FILLED.slice(FILLED.indexOf('<bt:ShortStrings>'), FILLED.indexOf('</bt:ShortStrings>'));
    for (const [, value = ''] of labels.matchAll(/Value="([^"]*)"/g)) expect(value.length).toBeLessThanOrEqual(125);
    expect(FILLED).not.toMatch(/(DefaultValue|Value)=""/);
  });

  it('uses https everywhere and a GUID for each id', () => {
    const addresses = Array.from(
      FILLED.matchAll(/(?:DefaultValue="|<AppDomain>)(\w+:\/\/[^"<]+)/g),
      ([, address]) => address ?? '',
    );
    expect(addresses.length).toBeGreaterThan(6);
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
    for (const [, id = ''] of FILLED.matchAll(/<Id>([^<]+)<\/Id>/g))
      expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('names only resources that it has, and says every string in English too', () => {
    const ids = new Set(Array.from(FILLED.matchAll(/<bt:(?:Image|Url|String) id="([^"]+)"/g), ([, id]) => id));
    for (const [, wanted] of FILLED.matchAll(/resid="([^"]+)"/g)) expect(ids).toContain(wanted);
    expect(FILLED.match(/<bt:String /g)?.length).toBe(FILLED.match(/<bt:Override Locale="en-US"/g)?.length);
  });

  it('asks for WordApi 1.3 and names the application for single sign-on', () => {
    expect(FILLED).toContain('<Set Name="WordApi" MinVersion="1.3" />');
    expect(FILLED).toContain(`<Resource>api://kaigi.minato.example/${VALUES.CLIENT_ID}</Resource>`);
  });
});
