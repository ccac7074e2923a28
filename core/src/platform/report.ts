/** What it was about: ids, hashes, codes. */
export type About = Readonly<Record<string, string | number>>;

/**
 * Where background work says what went wrong; the service writes it to its log and counts it by `what`: the name of the
 * work, of which there are few (docs/administrators/on-call.md says what to do about each).
 */
export interface Report {
  failed(what: string, error: unknown, about?: About): void;
}

export const silentReport: Report = { failed: () => undefined };
