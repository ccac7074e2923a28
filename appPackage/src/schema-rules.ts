import type { JsonValue } from './fill.ts';
import { ENGLISH, type Finding, TEMPLATE } from './finding.ts';
import { breaksOf, newestVersion, readSchema } from './schemas.ts';

const versionOf = (manifest: JsonValue): string => (manifest as { readonly manifestVersion: string }).manifestVersion;

/** Against the published schemas: the version written for, and the newest that the installed package knows. */
export async function schemaFindings(manifest: JsonValue, english: JsonValue): Promise<Finding[]> {
  const newest = await newestVersion();
  const asNewest = { ...(manifest as object), manifestVersion: newest } as JsonValue;
  return [
    ...(await manifestFindings(manifest, versionOf(manifest))),
    ...(await manifestFindings(asNewest, newest)),
    ...(await localizationFindings(english, versionOf(manifest))),
  ];
}

async function manifestFindings(manifest: JsonValue, version: string): Promise<Finding[]> {
  const breaks = await breaksOf(manifest, await readSchema(version, 'MicrosoftTeams'));
  const fix = `${TEMPLATE} のその箇所を、スキーマに合うように直す。`;
  return breaks.map((why) => ({ rule: `manifest-schema-${version}`, why, fix }));
}

async function localizationFindings(english: JsonValue, version: string): Promise<Finding[]> {
  const breaks = await breaksOf(english, await readSchema(version, 'MicrosoftTeams.Localization'));
  return breaks.map((why) => ({
    rule: 'localization-schema',
    why,
    fix: `${ENGLISH} のその鍵を、スキーマに合うように直す。`,
  }));
}
