import { describe, expect, it } from '@jest/globals';
import { createCities } from '../city/cities.ts';
import { playgroundConfig } from './playground-config.ts';

const cities = createCities({ size: 60, seed: 1 });
const minato = cities.all[0];

describe('the configuration of the Agents Playground', () => {
  it.each(minato?.people.filter((person) => person.duty !== null) ?? [])(
    'has $signInName and exactly five others, nobody twice',
    (person) => {
      const config = playgroundConfig(cities, person);
      const users = config.users as { id: string; aadObjectId: string }[];
      expect(users).toHaveLength(5);
      expect(config.currentUser).toMatchObject({ aadObjectId: person.id, userPrincipleName: person.signInName });
      expect(new Set([...users.map((user) => user.aadObjectId), person.id]).size).toBe(6);
    },
  );
});
