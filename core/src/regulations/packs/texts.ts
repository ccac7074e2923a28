import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const VERSION = /^[a-z0-9-]+\/[0-9][a-z0-9.-]*$/u;

/** A pack that came with the product, as it stands in its file; null where there is none of this version. */
export function builtInFile(version: string): unknown {
  if (!VERSION.test(version)) return null;
  const file = path.join(import.meta.dirname, `${version}.yaml`);
  return existsSync(file) ? parse(readFileSync(file, 'utf8')) : null;
}
