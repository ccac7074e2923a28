/** Where background work says what went wrong; the service writes it to its log and counts it. */
export interface Report {
  failed(what: string, error: unknown): void;
}

export const silentReport: Report = { failed: () => undefined };
