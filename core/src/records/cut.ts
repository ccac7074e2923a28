/** The first of a list, and whether there is more of it. */
export interface Cut<T> {
  readonly rows: T[];
  readonly truncated: boolean;
}

/** Whoever shows so many asks for one more. */
export const cut = <T>(rows: readonly T[], most: number): Cut<T> => ({
  rows: rows.slice(0, most),
  truncated: rows.length > most,
});
