import type { RegulationPack } from '../pack.ts';
import { MINATO } from './minato.ts';
import { STANDARD } from './standard.ts';
import { YAMATO } from './yamato.ts';

// A municipality's id is its Entra tenant id.
const PACKS = new Map<string, readonly [RegulationPack, ...RegulationPack[]]>([
  ['6d696e61-746f-4000-8000-000000000001', MINATO],
  ['79616d61-746f-4000-8000-000000000002', YAMATO],
]);

/** The municipality's own regulations, all versions; the standard ones until it has entered its own. */
export function packsOf(municipalityId: string): readonly [RegulationPack, ...RegulationPack[]] {
  return PACKS.get(municipalityId) ?? STANDARD;
}
