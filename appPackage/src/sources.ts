import { readFile } from 'node:fs/promises';
import type { JsonValue } from './fill.ts';
import { repositoryRoot } from './icons.ts';

/** The files that make a package, as they stand in the repository. */
export interface Sources {
  readonly manifest: JsonValue;
  readonly english: JsonValue;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
  /** The add-in-only manifest for older Office; null when it is not there. */
  readonly addinXml: string | null;
  readonly productVersion: string;
}

export const ADDIN_XML = 'office-addin/manifest.xml';

const bytes = (path: string): Promise<Buffer> => readFile(`${repositoryRoot}${path}`);
const json = async (path: string): Promise<JsonValue> => JSON.parse((await bytes(path)).toString('utf8'));

async function addinXml(): Promise<string | null> {
  try {
    return (await bytes(ADDIN_XML)).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export async function readSources(): Promise<Sources> {
  const [manifest, english, color, outline, xml, product] = await Promise.all([
    json('appPackage/manifest.template.json'),
    json('appPackage/en.json'),
    bytes('appPackage/icons/color.png'),
    bytes('appPackage/icons/outline.png'),
    addinXml(),
    json('package.json'),
  ]);
  const { version } = product as { readonly version: string };
  return { manifest, english, color, outline, addinXml: xml, productVersion: version };
}
