import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { invariant } from '../../shared/index.ts';
import type { Pack } from '../engine/pack.ts';
import { loadPack } from '../language/load.ts';
import { findingSentence } from '../language/text.ts';

// A municipality's id is its Entra tenant id.
const FOLDERS = new Map([
  ['6d696e61-746f-4000-8000-000000000001', 'minato'],
  ['79616d61-746f-4000-8000-000000000002', 'yamato'],
]);

type Versions = readonly [Pack, ...Pack[]];

function readFolder(folder: string): Versions {
  const place = path.join(import.meta.dirname, folder);
  const files = readdirSync(place).filter((name) => name.endsWith('.yaml'));
  const [first, ...rest] = files.toSorted().map((name) => {
    const loaded = loadPack(readFileSync(path.join(place, name), 'utf8'));
    const why = loaded.ok ? '' : loaded.findings.map((one) => findingSentence(one, 'ja')).join('\n');
    invariant(loaded.ok, `${folder}/${name}\n${why}`);
    return loaded.pack;
  });
  invariant(first, `${folder} has no regulations`);
  return [first, ...rest];
}

const known = new Map<string, Versions>();

/** The municipality's own regulations that came with the product, all versions; the standard ones where it has none. */
export function builtInPacks(municipalityId: string): Versions {
  const folder = FOLDERS.get(municipalityId) ?? 'standard';
  const versions = known.get(folder) ?? readFolder(folder);
  known.set(folder, versions);
  return versions;
}
