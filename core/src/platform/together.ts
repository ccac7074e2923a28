import type { Statement, Tx } from './database.ts';

// By the first text, then the second, and so on: a case's save has a handful of forms.
interface Known {
  text?: string;
  readonly next: Map<string, Known>;
}
const known: Known = { next: new Map() };

/** `$1 … $n` of a part, counted on from the parameters of the parts before it. */
function shifted(text: string, by: number): string {
  return by === 0 ? text : text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + by}`);
}

// A division by nothing is how one statement refuses to be half of what was meant.
function composed(statements: readonly Statement[]): string {
  let by = 0;
  const parts = statements.map(({ text, values }, at) => {
    const part = `w${at} as (${shifted(text, by)} returning 1)`;
    by += values.length;
    return part;
  });
  const checks = statements.flatMap(({ touches }, at) =>
    touches === undefined ? [] : [`1 / ((select count(*) from w${at}) = ${touches})::int`],
  );
  return `with ${parts.join(',\n')}\nselect ${checks.length > 0 ? checks.join(', ') : 'true'}`;
}

/** A part touched other than so many rows: somebody else was faster. Nothing was written. */
export class Untouched extends Error {
  override readonly name = 'Untouched';
}

const DIVISION_BY_ZERO = '22012';

/**
 * Runs several writes (INSERT, UPDATE, DELETE without RETURNING) as one statement, which costs PostgreSQL and the driver
 * about as much as one of them. All see the rows as they were before: none may depend on another's work. Inside a
 * transaction it need not be waited for: the commit is refused when it fails.
 * @throws Untouched
 */
export function together(tx: Tx, statements: readonly Statement[]): Promise<void> {
  let at = known;
  for (const { text, touches } of statements) {
    const key = touches === undefined ? text : `${touches} ${text}`;
    let next = at.next.get(key);
    if (!next) {
      next = { next: new Map() };
      at.next.set(key, next);
    }
    at = next;
  }
  at.text ??= composed(statements);
  const values = statements.flatMap((statement) => statement.values);
  const written = tx.query(at.text, values).then(
    () => undefined,
    (error: Error & { code?: string }) => {
      throw error.code === DIVISION_BY_ZERO ? new Untouched(error.message, { cause: error }) : error;
    },
  );
  written.catch(() => undefined);
  return written;
}
