import { MINATO_TENANT_ID, YAMATO_TENANT_ID } from '../settings.ts';
import { buildCity } from './build-city.ts';
import type { City, Person } from './city.ts';
import { FIXED_MINATO, FIXED_YAMATO } from './fixed-people.ts';
import { grow } from './growth.ts';
import { MINATO, YAMATO } from './skeleton.ts';

/** All municipalities of the sandbox, and the ways to find somebody in them. */
export interface Cities {
  readonly all: readonly City[];
  /** By tenant id or domain. */
  city(tenant: string): City | null;
  /** By full sign-in name; a bare name means みなと市. */
  bySignInName(name: string): Person | null;
  byId(id: string): Person | null;
  inTenant(tenantId: string, idOrSignInName: string): Person | null;
}

export function createCities({ size, seed }: { size: number; seed: number }): Cities {
  const all = [
    buildCity({
      tenantId: MINATO_TENANT_ID,
      name: 'みなと市',
      domain: 'minato.example',
      skeleton: grow(MINATO, size),
      fixed: FIXED_MINATO,
      seed,
    }),
    buildCity({
      tenantId: YAMATO_TENANT_ID,
      name: 'やまと町',
      domain: 'yamato.example',
      skeleton: YAMATO,
      fixed: FIXED_YAMATO,
      seed: seed + 1,
    }),
  ];
  const people = all.flatMap((city) => city.people);
  const ids = new Map(people.map((person) => [person.id, person]));
  const names = new Map(people.map((person) => [person.signInName, person]));
  const byId = (id: string) => ids.get(id.toLowerCase()) ?? null;
  const bySignInName = (name: string) => {
    const lower = name.trim().toLowerCase();
    return names.get(lower.includes('@') ? lower : `${lower}@minato.example`) ?? null;
  };
  return {
    all,
    city: (tenant) => {
      const lower = tenant.toLowerCase();
      return all.find((city) => city.tenantId === lower || city.domain === lower) ?? null;
    },
    byId,
    bySignInName,
    inTenant: (tenantId, key) => {
      const person = byId(key) ?? (key.includes('@') ? bySignInName(key) : null);
      return person?.tenantId === tenantId ? person : null;
    },
  };
}
