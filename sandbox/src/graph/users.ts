import type { City, Person } from '../city/city.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import { GraphError, unknownResource } from './graph-error.ts';
import { type Expand, parseQuery, type Query, skipToken } from './query.ts';
import { allProperties, selected, unknownProperty } from './user-shape.ts';

const METADATA = `${GRAPH_RESOURCE}/v1.0/$metadata`;
const USER_TYPE = '#microsoft.graph.user';

export interface ListWish {
  readonly city: City;
  readonly params: URLSearchParams;
  /** `ConsistencyLevel: eventual` was sent. */
  readonly advanced: boolean;
}

/** `GET /users`: filtered, ordered, a page at a time. */
export function listUsers({ city, params, advanced }: ListWish): Record<string, unknown> {
  const query = parseQuery(params, { advanced });
  const found = matching(city, query);
  const page = found.slice(query.skip, query.skip + query.top);
  const next = query.skip + query.top;
  return {
    '@odata.context': `${METADATA}#users${contextSelect(query.select)}`,
    ...(query.count ? { '@odata.count': found.length } : {}),
    ...(next < found.length ? { '@odata.nextLink': link('/users', params, { $skiptoken: skipToken(next) }) } : {}),
    value: page.map((person) => userBody(city, person, query)),
  };
}

export function getUser(city: City, person: Person, params: URLSearchParams): Record<string, unknown> {
  const query = parseQuery(params, { advanced: true });
  const context = `${METADATA}#users${contextSelect(query.select)}/$entity`;
  return { '@odata.context': context, ...userBody(city, person, query) };
}

/** @throws GraphError 404 when nobody is above */
export function getManager(city: City, person: Person, params: URLSearchParams): Record<string, unknown> {
  const manager = city.people.find((each) => each.id === person.managerId);
  if (manager === undefined) throw unknownResource('manager');
  const { select } = parseQuery(params, { advanced: true });
  return { '@odata.context': `${METADATA}#directoryObjects/$entity`, ...typedUser(city, manager, { select }) };
}

export function directReports(city: City, person: Person, params: URLSearchParams): Record<string, unknown> {
  const { select } = parseQuery(params, { advanced: true });
  const reports = city.people.filter((each) => each.managerId === person.id);
  return {
    '@odata.context': `${METADATA}#directoryObjects`,
    value: reports.map((each) => typedUser(city, each, { select })),
  };
}

/** The city does not change while it runs, so after the first round there is never news. */
export function usersDelta(city: City, params: URLSearchParams): Record<string, unknown> {
  const context = `${METADATA}#users`;
  const deltaToken = params.get('$deltatoken');
  if (deltaToken !== null && !['latest', city.tenantId].includes(deltaToken)) {
    throw new GraphError(
      410,
      'syncStateNotFound',
      'The sync state generation is not found; continue with full synchronisation.',
    );
  }
  if (params.has('$expand')) throw unknownProperty('$expand');
  const query = parseQuery(params, { advanced: true });
  const people = deltaToken === null ? matching(city, query) : [];
  const next = query.skip + query.top;
  const more = next < people.length;
  const onward = more
    ? { '@odata.nextLink': link('/users/delta()', params, { $skiptoken: skipToken(next) }) }
    : { '@odata.deltaLink': link('/users/delta()', params, { $deltatoken: city.tenantId, $skiptoken: null }) };
  const value = people.slice(query.skip, next).map((person) => userBody(city, person, query));
  return { '@odata.context': context, ...onward, value };
}

function matching(city: City, { filter, search, orderBy }: Query): readonly Person[] {
  if (filter === null && search === null && orderBy === null) return city.people;
  const found = city.people
    .map((person) => ({ person, properties: allProperties(city, person) }))
    .filter(({ properties }) => filter === null || filter(properties))
    .filter(
      ({ properties }) => search === null || String(properties[search.property]).toLowerCase().includes(search.text),
    );
  if (orderBy !== null) {
    const sign = orderBy.descending ? -1 : 1;
    const key = (each: (typeof found)[number]) => String(each.properties[orderBy.property]);
    found.sort((left, right) => sign * key(left).localeCompare(key(right), 'ja'));
  }
  return found.map(({ person }) => person);
}

function userBody(city: City, person: Person, query: Pick<Query, 'select' | 'expandManager'>): Record<string, unknown> {
  const own = selected(allProperties(city, person), query.select);
  const manager = city.people.find((each) => query.expandManager !== null && each.id === person.managerId);
  return manager === undefined
    ? own
    : { ...own, manager: typedUser(city, manager, query.expandManager ?? { select: null }) };
}

/** Where any directory object may stand, Graph says what stands there. */
function typedUser(city: City, person: Person, { select }: Expand): Record<string, unknown> {
  return { '@odata.type': USER_TYPE, ...selected(allProperties(city, person), select) };
}

function contextSelect(select: readonly string[] | null): string {
  return select === null ? '' : `(${select.join(',')})`;
}

/** Links name Microsoft's host, as the client expects; the client's transport leads them back here. */
function link(path: string, params: URLSearchParams, change: Record<string, string | null>): string {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const query = [...next].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${GRAPH_RESOURCE}/v1.0${path}?${query}`;
}
