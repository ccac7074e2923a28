import type { Tx } from '../../platform/index.ts';
import { readCases } from '../queries.ts';
import { openVersions } from './queries.ts';
import { type BoardCase, boardCaseOf } from './rules.ts';

// So many are read from JSON at once: others get their turn in between.
const AT_ONCE = 200;

/**
 * The open cases of each municipality, kept by version: a case is read again only when something was done to it, so a
 * page costs two narrow index scans. What is no longer open is forgotten with the next page.
 */
export class OpenCases {
  private readonly cities = new Map<string, ReadonlyMap<string, BoardCase>>();

  async read(tx: Tx): Promise<readonly BoardCase[]> {
    const versions = await openVersions(tx);
    const known = this.cities.get(tx.municipalityId) ?? new Map<string, BoardCase>();
    const kept = new Map<string, BoardCase>();
    const changed: string[] = [];
    for (const { caseId, version } of versions) {
      const one = known.get(caseId);
      if (one && one.version >= version) kept.set(caseId, one);
      else changed.push(caseId);
    }
    for (let at = 0; at < changed.length; at += AT_ONCE) {
      const cases = await readCases(tx, changed.slice(at, at + AT_ONCE));
      for (const one of cases) kept.set(one.caseId, boardCaseOf(one));
    }
    this.cities.set(tx.municipalityId, kept);
    return [...kept.values()];
  }
}
