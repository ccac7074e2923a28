import { unsupported } from './graph-error.ts';

type Properties = Readonly<Record<string, unknown>>;
export type Filter = (properties: Properties) => boolean;

const TEXT = "'((?:[^']|'')*)'";
const EQUALS = new RegExp(`^(\\w+) eq (?:${TEXT}|(true|false|null))$`, 'i');
const STARTS = new RegExp(`^startswith\\(\\s*(\\w+)\\s*,\\s*${TEXT}\\s*\\)$`, 'i');
const ONE_OF = new RegExp(`^(\\w+) in \\((\\s*${TEXT}(?:\\s*,\\s*${TEXT})*\\s*)\\)$`, 'i');
const FILTERABLE = new Set([
  'id',
  'accountEnabled',
  'department',
  'displayName',
  'employeeId',
  'givenName',
  'jobTitle',
  'mail',
  'mailNickname',
  'surname',
  'userPrincipalName',
  'userType',
]);

/** The part of `$filter` that the product uses: `eq`, `in`, `startswith`, joined by `and`. */
export function parseFilter(text: string): Filter {
  const clauses = splitByAnd(text).map(parseClause);
  return (properties) => clauses.every((clause) => clause(properties));
}

/** Splits at ` and ` outside quotation marks: an even number of them lies before it. */
function splitByAnd(text: string): string[] {
  const clauses: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/ and /gi)) {
    const quotes = text.slice(start, match.index).split("'").length - 1;
    if (quotes % 2 !== 0) continue;
    clauses.push(text.slice(start, match.index).trim());
    start = match.index + match[0].length;
  }
  return [...clauses, text.slice(start).trim()];
}

function parseClause(clause: string): Filter {
  const equals = EQUALS.exec(clause);
  if (equals !== null) {
    const [, name = '', quoted, word] = equals;
    checkName(name);
    const wanted = quoted === undefined ? JSON.parse(word?.toLowerCase() ?? 'null') : folded(unquoted(quoted));
    return (properties) => folded(properties[name]) === wanted;
  }
  const starts = STARTS.exec(clause);
  if (starts !== null) {
    const [, name = '', quoted = ''] = starts;
    checkName(name);
    const prefix = String(folded(unquoted(quoted)));
    return (properties) => String(folded(properties[name] ?? '')).startsWith(prefix);
  }
  const oneOf = ONE_OF.exec(clause);
  if (oneOf === null) throw unsupported(`Unsupported or invalid query filter clause: ${clause}`);
  const [, name = '', list = ''] = oneOf;
  checkName(name);
  const wanted = new Set([...list.matchAll(new RegExp(TEXT, 'g'))].map((match) => folded(unquoted(match[1] ?? ''))));
  return (properties) => wanted.has(folded(properties[name]));
}

function checkName(name: string): void {
  if (!FILTERABLE.has(name))
    throw unsupported(`Unsupported or invalid query filter clause specified for property '${name}'.`);
}

function unquoted(text: string): string {
  return text.replaceAll("''", "'");
}

/** Directory comparisons ignore case. */
function folded(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
