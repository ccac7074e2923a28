/** Who may read the log: entries hold names and reasons, so not everybody (features.md O-06). */
const READERS: ReadonlySet<string> = new Set(['AUDITOR', 'ADMIN', 'CHIEF_RECORDS_MANAGER']);

export function mayReadLog(roles: readonly string[]): boolean {
  return roles.some((role) => READERS.has(role));
}
