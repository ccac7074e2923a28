import type { Statement, Tx } from './database.ts';

/** A condition that a write depends on: an expression over `$1 … $n` that is true, or nothing is written. */
export type Condition = Pick<Statement, 'text' | 'values'>;

// By the first text, then the second, and so on: a case's save has a handful of forms.
interface Known {
  text?: string;
  readonly next: Map<string, Known>;
}
const knownWrites: Known = { next: new Map() };
const knownReadings: Known = { next: new Map() };

function after({ next }: Known, key: string): Known {
  const there = next.get(key) ?? { next: new Map() };
  next.set(key, there);
  return there;
}

/** `$1 … $n` of a part, counted on from the parameters of the parts before it. */
function shifted(text: string, by: number): string {
  return by === 0 ? text : text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + by}`);
}

// A division by nothing is how one statement refuses to be half of what was meant.
function composed(statements: readonly Statement[], provided: Condition | null): string {
  let by = 0;
  const parts = statements.map(({ text, values }, at) => {
    const part = `w${at} as (${shifted(text, by)} returning 1)`;
    by += values.length;
    return part;
  });
  const checks = statements.flatMap(({ touches }, at) =>
    touches === undefined ? [] : [`(select count(*) from w${at}) = ${touches}`],
  );
  if (provided) checks.push(`(${shifted(provided.text, by)})`);
  return `with ${parts.join(',\n')}\nselect ${checks.length > 0 ? `1 / (${checks.join(' and ')})::int` : 'true'}`;
}

/**
 * Runs several writes (INSERT, UPDATE, DELETE without RETURNING) as one statement, which costs PostgreSQL and the driver
 * about as much as one of them. All see the rows as they were before: none may depend on another's work. Inside a
 * transaction it need not be waited for: the commit is refused when it fails.
 * @param provided what must be so at the same moment
 * @throws Untouched
 */
export function together(tx: Tx, statements: readonly Statement[], provided: Condition | null = null): Promise<void> {
  let at = knownWrites;
  for (const { text, touches } of statements) at = after(at, touches === undefined ? text : `${touches} ${text}`);
  if (provided) at = after(at, provided.text);
  at.text ??= composed(statements, provided);
  const values = [...statements, ...(provided ? [provided] : [])].flatMap((statement) => statement.values);
  const written = tx.query(at.text, values).then(() => undefined);
  written.catch(() => undefined);
  return written;
}

/** A SELECT that ends with its conditions: it finds nothing unless this one holds at the same moment. */
export const provided = ({ text, values }: Statement, condition: Condition): Statement => ({
  text: `${text} and (${shifted(condition.text, values.length)})`,
  values: [...values, ...condition.values],
});

function gathering(statements: readonly Statement[]): string {
  let by = 0;
  const parts = statements.map(({ text, values }, at) => {
    const part = `(select coalesce(json_agg(q), '[]') from (${shifted(text, by)}) q) as r${at}`;
    by += values.length;
    return part;
  });
  return `select ${parts.join(',\n')}`;
}

/**
 * Several SELECTs as one statement, for what is asked with every tap. The rows come as JSON: an instant is an ISO text,
 * not a `Date`.
 */
export async function gathered<R extends readonly (readonly object[])[]>(
  tx: Tx,
  statements: { readonly [at in keyof R]: Statement },
): Promise<R> {
  const all: readonly Statement[] = statements;
  const values = all.flatMap((statement) => statement.values);
  const known = all.reduce((at, { text }) => after(at, text), knownReadings);
  known.text ??= gathering(all);
  const [row] = await tx.query<Record<string, object[]>>(known.text, values);
  return all.map((_, at) => row?.[`r${at}`] ?? []) as unknown as R;
}
