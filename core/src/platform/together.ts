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

/**
 * Runs several writes (INSERT, UPDATE, DELETE without RETURNING) as one statement, which costs PostgreSQL and the driver
 * about as much as one of them. All see the rows as they were before: none may depend on another's work. It goes out at
 * once and is not waited for: the commit is refused when it fails, or when a part touches other than so many rows.
 */
export function together(tx: Tx, statements: readonly Statement[]): void {
  let at = known;
  for (const { text, touches } of statements) {
    const key = `${touches ?? ''} ${text}`;
    let next = at.next.get(key);
    if (!next) {
      next = { next: new Map() };
      at.next.set(key, next);
    }
    at = next;
  }
  at.text ??= composed(statements);
  const values = statements.flatMap((statement) => statement.values);
  tx.query(at.text, values).catch(() => undefined);
}
