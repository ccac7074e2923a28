import type { Directory } from '../../directory/index.ts';
import type { Clock, Database, Tx } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import type { Pack } from '../engine/pack.ts';
import type { Shelf } from '../shelf.ts';
import * as store from '../store.ts';
import { fingerprintOf } from './present.ts';

/** The case that decides upon a pack, as far as this has to be known. */
export interface DecidingCase {
  readonly state: 'OPEN' | 'DECIDED' | 'OVER';
  /** What whoever decides has before their eyes: title and 伺い文. */
  readonly text: string;
  /** The matter by which it is decided; null as long as it is a draft. */
  readonly matter: string | null;
}

export interface PacksParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf' | 'organisation'>;
  readonly shelf: Shelf;
  /** Answered by the cases, which stand above the regulations. */
  readonly caseOf: (tx: Tx, caseId: string) => Promise<DecidingCase | null>;
}

export const inForce = ({ shelf, clock }: PacksParts, tx: Tx): Pack =>
  shelf.packOf(tx.municipalityId, localDateOf(clock.now()));

export const isNamed = (row: Pick<store.PackRow, 'version' | 'sha256'>, { text }: DecidingCase): boolean =>
  text.includes(row.version) && text.includes(fingerprintOf(row.sha256));

/** By the regulations in force only a case of their own matter changes them, so that nobody else's decider does. */
export function mayDecide({ file }: Pack, { matter }: DecidingCase): boolean {
  return file.changedBy === undefined || matter === null || matter === file.changedBy;
}

/**
 * A decided case puts its pack in force only if what was decided names it: version and fingerprint must stand in the
 * case, so that nobody slips a text under a decision about something else.
 */
export async function activateDecided(parts: PacksParts, tx: Tx): Promise<readonly string[]> {
  const { clock, shelf, caseOf } = parts;
  const activated: string[] = [];
  for (const row of await store.underDecision(tx)) {
    const deciding = row.caseId === null ? null : await caseOf(tx, row.caseId);
    if (!deciding || deciding.state === 'OPEN') continue;
    const fits = deciding.matter !== null && mayDecide(inForce(parts, tx), deciding) && isNamed(row, deciding);
    if (deciding.state === 'OVER' || !fits) {
      await store.unnameCase(tx, row.packId);
      continue;
    }
    const today = localDateOf(clock.now());
    // ISO days sort by age.
    const from = [row.effectiveFrom, today].toSorted().at(-1) ?? today;
    if (await store.activate(tx, row.packId, { from, at: clock.now() })) activated.push(row.version);
  }
  if (activated.length > 0) shelf.forget(tx.municipalityId);
  return activated;
}
