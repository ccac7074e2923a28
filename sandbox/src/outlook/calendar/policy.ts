/** What the tenant's administrator set, and how Microsoft behaves today. */
export interface CalendarPolicy {
  /** What free/busy tells others: subjects and places, or times only. */
  readonly sharing: 'subjects' | 'times';
  /** How long a room takes to answer. */
  readonly roomDelayMs: number;
  /** Days of a series in a delta: as Microsoft sends them (time and series only), or complete. */
  readonly occurrences: 'brief' | 'full';
  /** Sign-in names of people without an Exchange licence. */
  readonly withoutMailbox: readonly string[];
}

const USUAL: CalendarPolicy = { sharing: 'subjects', roomDelayMs: 0, occurrences: 'brief', withoutMailbox: [] };

/** One for each tenant, in memory. */
export class CalendarPolicies {
  readonly #set = new Map<string, CalendarPolicy>();

  of(tenantId: string): CalendarPolicy {
    return this.#set.get(tenantId) ?? USUAL;
  }

  change(tenantId: string, change: Partial<CalendarPolicy>): CalendarPolicy {
    const set = { ...this.of(tenantId), ...change };
    this.#set.set(tenantId, set);
    return set;
  }

  hasMailbox({ tenantId, address }: { tenantId: string; address: string }): boolean {
    return !this.of(tenantId).withoutMailbox.includes(address);
  }
}
