import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import type { JsonValue } from './fill.ts';

const FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')),
  'json-schemas',
  'teams',
);

export interface Schema {
  readonly patternProperties?: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** The newest version whose schema the installed package carries. */
export async function newestVersion(): Promise<string> {
  const versions = (await readdir(FOLDER)).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  return `1.${Math.max(...versions)}`;
}

/** Read from the installed package: validation by the manifest's own `$schema` address could ask the network. */
export async function readSchema(
  version: string,
  name: 'MicrosoftTeams' | 'MicrosoftTeams.Localization',
): Promise<Schema> {
  const text = await readFile(join(FOLDER, `v${version}`, `${name}.schema.json`), 'utf8');
  // Two patterns of the localization schema leave a bracket unescaped, which a Unicode expression refuses.
  return JSON.parse(text.replaceAll(String.raw`\\b]`, String.raw`\\b\\]`));
}

type Manifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
type ManifestSchema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>;

/** The breaks, each as `path what`. */
export async function breaksOf(value: JsonValue, schema: Schema): Promise<string[]> {
  const errors = await AppManifestUtils.validateAgainstSchema(value as Manifest, schema as unknown as ManifestSchema);
  return errors.map((error) => error.trim());
}
