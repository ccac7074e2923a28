import { isUuid } from '@kaigi/core/shared';
import type { Municipality } from './config.ts';
import type { Env } from './env.ts';
import type { Values } from './read-values.ts';

/** Libraries of SharePoint that copies of records are kept in. */
export interface LibraryConfig {
  /** The drive of each municipality that has one. */
  readonly drives: ReadonlyMap<string, string>;
  /** The retention label that copies carry. */
  readonly label: string | null;
}

export const NO_LIBRARY: LibraryConfig = { drives: new Map(), label: null };

const DRIVE = /^[A-Za-z0-9!_.-]{3,200}$/;
const LONGEST_LABEL = 64;

/** `tenantId=driveId`, separated by commas; `off` for none; null: not said. */
export function readLibrary(env: Env, values: Values, municipalities: readonly Municipality[]): LibraryConfig | null {
  const { KAIGI_LIBRARY: said, KAIGI_LIBRARY_LABEL: label = null } = env;
  if (said === undefined && label !== null)
    values.problem('of_use_only_with', { name: 'KAIGI_LIBRARY_LABEL', needed: 'KAIGI_LIBRARY' });
  if (label !== null && label.length > LONGEST_LABEL) values.problem('not_a_label');
  if (said === undefined) return null;
  if (said.toLowerCase() === 'off') return NO_LIBRARY;
  const drives = new Map<string, string>();
  for (const part of said.split(',').map((text) => text.trim())) {
    const at = part.indexOf('=');
    const [id, drive] = [part.slice(0, Math.max(0, at)).trim().toLowerCase(), part.slice(at + 1).trim()];
    const isKnown = isUuid(id) && municipalities.some((one) => one.id === id);
    if (!isKnown || !DRIVE.test(drive) || drives.has(id)) values.problem('not_libraries', { value: part });
    else drives.set(id, drive);
  }
  return { drives, label };
}
