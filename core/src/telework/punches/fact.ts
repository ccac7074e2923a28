import type { Person } from '../../directory/index.ts';
import type { LedgerEntry } from '../../ledger/index.ts';
import type { Json, Via } from '../../shared/index.ts';
import type { PunchFact } from '../working-time/punches.ts';

/** A fact about somebody's working time, as it stands in the database for good. */
export interface PunchRow {
  readonly staffId: string;
  /** The instant that it is about. */
  readonly at: Date;
  readonly fact: PunchFact;
  readonly actor: Person;
  /** What whoever settled a correction said. */
  readonly comment: string;
  readonly via: Via;
  readonly leafId: string;
}

/** The row with what its columns do not say as JSON. */
export interface StoredRow extends Omit<PunchRow, 'fact' | 'comment'> {
  readonly factId: string;
  readonly key: string;
  readonly kind: PunchFact['kind'];
  readonly serverAt: Date;
  readonly said: Readonly<Record<string, Json>>;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function saidBy(fact: PunchFact, comment: string): Readonly<Record<string, Json>> {
  switch (fact.kind) {
    case 'TAPPED': {
      const { punch, clientAt, source, reportedLate, clockDoubted } = fact;
      return { punch, clientAt: iso(clientAt), source, reportedLate, clockDoubted };
    }
    case 'CORRECTION_ASKED': {
      const changes = fact.changes.map(({ replaces, by }) => ({
        ...{ replaces, by: by && { punch: by.punch, at: by.at.toISOString() } },
      }));
      return { day: fact.day, changes, reason: fact.reason, ...(fact.paper ? { paper: { ...fact.paper } } : {}) };
    }
    case 'CORRECTION_SETTLED':
      return { correctionId: fact.correctionId, outcome: fact.outcome, comment };
    case 'MID_SHIFT_ANSWERED':
      return { punchId: fact.punchId, as: fact.as };
  }
}

export function storedOf({ fact, comment, ...row }: PunchRow): StoredRow {
  const { factId, key, kind, serverAt } = fact;
  return { ...row, factId, key, kind, serverAt, said: saidBy(fact, comment) };
}

const dated = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null);

interface SaidChange {
  readonly replaces: string | null;
  readonly by: { readonly punch: string; readonly at: string } | null;
}

/** What was written by `storedOf` is read as it was written. */
export function rowOf({ factId, key, kind, serverAt, said, ...row }: StoredRow): PunchRow {
  const base = { factId, key, serverAt, kind };
  const comment = typeof said.comment === 'string' ? said.comment : '';
  if (kind === 'TAPPED') {
    const fact = { ...said, ...base, at: row.at, clientAt: dated(said.clientAt) };
    return { ...row, comment, fact: fact as unknown as PunchFact };
  }
  if (kind !== 'CORRECTION_ASKED') return { ...row, comment, fact: { ...said, ...base } as unknown as PunchFact };
  const changes = (said.changes as unknown as SaidChange[]).map(({ replaces, by }) => ({
    ...{ replaces, by: by && { punch: by.punch, at: new Date(by.at) } },
  }));
  return { ...row, comment, fact: { ...said, ...base, changes } as unknown as PunchFact };
}

export const PUNCH_KIND = 'telework/punch';

/** The fact as a leaf of the log: everything in it. */
export function entryOf({ leafId, at, serverAt, actor, said, ...rest }: StoredRow): LedgerEntry & { leafId: string } {
  const { staffId, name, postTitle, unitName } = actor;
  const body = {
    ...{ ...rest, at: at.toISOString(), serverAt: serverAt.toISOString(), said },
    ...{ actor: { staffId, name, postTitle, unitName } },
  };
  return { leafId, kind: PUNCH_KIND, subject: `${rest.staffId}/${at.toISOString()}/${rest.factId}`, body };
}
