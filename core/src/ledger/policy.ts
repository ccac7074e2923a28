/** Who may read the log: entries hold names and reasons, so not everybody. */
const READERS: ReadonlySet<string> = new Set(['AUDITOR', 'ADMIN', 'CHIEF_RECORDS_MANAGER']);

export function mayReadLog(roles: readonly string[]): boolean {
  return roles.some((role) => READERS.has(role));
}
