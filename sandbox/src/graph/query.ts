import { type Filter, parseFilter } from './filter.ts';
import { GraphError, unsupported } from './graph-error.ts';

export interface Expand {
  readonly select: readonly string[] | null;
}

export interface Query {
  readonly select: readonly string[] | null;
  readonly expandManager: Expand | null;
  readonly filter: Filter | null;
  readonly search: { property: string; text: string } | null;
  readonly orderBy: { property: string; descending: boolean } | null;
  readonly top: number;
  readonly skip: number;
  readonly count: boolean;
}

const DEFAULT_TOP = 100;
const MAX_TOP = 999;
const KNOWN = [
  '$select',
  '$expand',
  '$filter',
  '$search',
  '$orderby',
  '$top',
  '$skiptoken',
  '$count',
  '$format',
  '$deltatoken',
];

/** @throws GraphError 400 for anything the real service refuses or this one does not know */
export function parseQuery(params: URLSearchParams, { advanced }: { advanced: boolean }): Query {
  const unknown = [...params.keys()].find((key) => key.startsWith('$') && !KNOWN.includes(key.toLowerCase()));
  if (unknown !== undefined) throw unsupported(`The query option '${unknown}' is not supported by this service.`);
  const top = params.get('$top');
  const [filter, search, orderBy] = [params.get('$filter'), params.get('$search'), params.get('$orderby')];
  if ((search !== null || params.get('$count') === 'true') && !advanced) {
    throw unsupported(
      'Request with $search or $count query parameter only works with a header ConsistencyLevel: eventual.',
    );
  }
  return {
    select: names(params.get('$select')),
    expandManager: parseExpand(params.get('$expand')),
    filter: filter === null ? null : parseFilter(filter),
    search: search === null ? null : parseSearch(search),
    orderBy: orderBy === null ? null : parseOrder(orderBy),
    top: top === null ? DEFAULT_TOP : parseTop(top),
    skip: parseSkipToken(params.get('$skiptoken')),
    count: params.get('$count') === 'true',
  };
}

export function skipToken(offset: number): string {
  return Buffer.from(JSON.stringify({ offset })).toString('base64url');
}

function names(text: string | null): readonly string[] | null {
  if (text === null || text.trim() === '') return null;
  return text.split(',').map((name) => name.trim());
}

function parseTop(text: string): number {
  const top = Number(text);
  if (Number.isInteger(top) && top >= 1 && top <= MAX_TOP) return top;
  throw unsupported(`Invalid page size specified: '${text}'. Must be between 1 and ${MAX_TOP} inclusive.`);
}

function parseExpand(text: string | null): Expand | null {
  if (text === null) return null;
  const found = /^manager(?:\((.*)\))?$/.exec(text.trim());
  if (found === null) throw unsupported(`Cannot expand '${text}' here.`);
  const options = (found[1] ?? '').split(';').map((option) => option.trim());
  const select = options.find((option) => option.startsWith('$select='))?.slice('$select='.length) ?? null;
  return { select: names(select) };
}

function parseSearch(text: string): { property: string; text: string } {
  const found = /^"(displayName|mail|userPrincipalName|givenName|surname):(.+)"$/.exec(text.trim());
  if (found === null) throw unsupported(`Syntax error: '${text}'. Expected "property:text".`);
  return { property: found[1] ?? '', text: (found[2] ?? '').toLowerCase() };
}

function parseOrder(text: string): { property: string; descending: boolean } {
  const found = /^(displayName|userPrincipalName)(?: (asc|desc))?$/.exec(text.trim());
  if (found === null) throw unsupported(`Sorting by '${text}' is not supported.`);
  return { property: found[1] ?? '', descending: found[2] === 'desc' };
}

function parseSkipToken(token: string | null): number {
  if (token === null) return 0;
  try {
    const { offset } = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as { offset?: unknown };
    if (Number.isInteger(offset) && Number(offset) >= 0) return Number(offset);
  } catch {
    // Falls through to the same refusal as a token with a wrong content.
  }
  throw new GraphError(
    400,
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  );
}
