import type { Suite } from '@kaigi/core';
import type { Caller } from '@kaigi/core/shared';
import type pg from 'pg';
import { MINATO, type Outside, type TestCity, testCity } from '../../core/src/testing/test-city.ts';
import { createCities } from '../../sandbox/src/city/cities.ts';
import type { City } from '../../sandbox/src/city/city.ts';
import { postsCsv } from '../../sandbox/src/city/posts-csv.ts';

/** A suite and hands in its database. */
export interface Office {
  readonly suite: Suite;
  readonly owner: pg.Pool;
  /** Somebody of みなと市, by sign-in name or what stands before its @. */
  as(name: string): Caller;
}

/** みなと市 of the sandbox in a database of its own. */
export interface CityHall extends Office {
  readonly city: TestCity;
  readonly made: City;
}

/** A small city, with sections enough that the workers of a side can sit in different ones. */
export const ORDINARY_SIZE = 600;
export const SEED = 7;

export async function cityHall(size: number, outside: Outside = {}): Promise<CityHall> {
  const city = await testCity(outside);
  try {
    const made = await settle(city, size);
    const ids = new Map(made.people.map(({ signInName, id }) => [signInName, id]));
    const as = (name: string): Caller => ({
      municipalityId: MINATO,
      entraObjectId: ids.get(name.includes('@') ? name : `${name}@minato.example`) ?? '',
      via: 'api',
      locale: 'ja',
      idempotencyKey: null,
    });
    return { city, made, suite: city.suite, owner: city.test.owner, as };
  } catch (error) {
    await city.close();
    throw error;
  }
}

async function settle({ suite }: TestCity, size: number): Promise<City> {
  const [made] = createCities({ size, seed: SEED }).all;
  if (!made) throw new TypeError('the sandbox has みなと市');
  const people = made.people.map(({ id, signInName, displayName, jobTitle }) => ({
    entraObjectId: id,
    signInName,
    name: displayName,
    department: null,
    jobTitle,
    managerObjectId: null,
    enabled: true,
  }));
  await suite.directory.importPeople(MINATO, people);
  await suite.directory.importPosts(MINATO, new TextEncoder().encode(postsCsv(made)));
  return made;
}
