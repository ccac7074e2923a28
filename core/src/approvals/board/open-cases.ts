import type { Tx } from '../../platform/index.ts';
import { inParts } from '../../shared/index.ts';
import { readCases } from '../queries.ts';
import { openVersions } from './queries.ts';
import { type BoardCase, boardCaseOf, type Lying, lyingOf } from './rules.ts';

// So many are read from JSON at once: others get their turn in between.
const AT_ONCE = 200;

interface Known {
  /** What the database said of them. */
  readonly versions: string;
  readonly cases: ReadonlyMap<string, BoardCase>;
  readonly lying: readonly Lying[];
}

const NOTHING: Known = { versions: '', cases: new Map(), lying: [] };

/**
 * The open cases of each municipality, kept by version and in the order of the board: a case is read again only when
 * something was done to it, so a page costs one walk through an index. What is no longer open is forgotten with the next.
 */
export class OpenCases {
  private readonly cities = new Map<string, Known>();

  /** Where open cases lie, the longest first. */
  async read(tx: Tx): Promise<readonly Lying[]> {
    const versions = await openVersions(tx);
    const known = this.cities.get(tx.municipalityId) ?? NOTHING;
    if (known.versions === versions) return known.lying;
    const cases = await caughtUp(tx, known.cases, versions);
    const lying = lyingOf([...cases.values()]);
    this.cities.set(tx.municipalityId, { versions, cases, lying });
    return lying;
  }
}

async function caughtUp(
  tx: Tx,
  known: ReadonlyMap<string, BoardCase>,
  versions: string,
): Promise<Map<string, BoardCase>> {
  const kept = new Map<string, BoardCase>();
  const changed: string[] = [];
  for (const entry of versions === '' ? [] : versions.split(',')) {
    const at = entry.indexOf(':');
    const caseId = entry.slice(0, at);
    const one = known.get(caseId);
    if (one && one.version >= Number(entry.slice(at + 1))) kept.set(caseId, one);
    else changed.push(caseId);
  }
  for (const some of inParts(changed, AT_ONCE))
    for (const one of await readCases(tx, some)) kept.set(one.caseId, boardCaseOf(one));
  return kept;
}
