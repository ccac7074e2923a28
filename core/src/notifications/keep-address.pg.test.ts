import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locale } from '../shared/index.ts';
import { MINATO, type TestCity, testCity } from '../testing/test-city.ts';

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

const keep = (name: string, { locale = 'ja', chat = name }: { locale?: Locale; chat?: string } = {}) =>
  city.suite.notifications.keepAddress({
    ...{ municipalityId: MINATO, entraObjectId: city.as(name).entraObjectId, locale },
    ...{ conversationId: `c-${chat}`, reference: { chat } },
  });
const known = async () => {
  const { rows } = await city.test.owner.query<{ told: string }>(
    `select a.conversation_id || ' ' || a.state || ' ' || a.locale as told from kaigi.notifications_address a order by 1`,
  );
  return rows.map(({ told }) => told);
};
const rename = (name: string, enabled: boolean) =>
  city.suite.directory.importPeople(MINATO, [
    {
      ...{ entraObjectId: city.as(name).entraObjectId, signInName: name, name: `見本 ${name}`, enabled },
      ...{ department: null, jobTitle: null, managerObjectId: null },
    },
  ]);

describe('where somebody is reached', () => {
  it('is kept with the first message, and follows what has changed', async () => {
    await keep('drafter');
    await keep('drafter');
    expect(await known()).toEqual(['c-drafter LIVE ja']);
    await keep('drafter', { locale: 'en' });
    await keep('drafter', { chat: 'other' });
    expect(await known()).toEqual(['c-drafter LIVE en', 'c-other LIVE ja']);
    await city.test.owner.query(
      `update kaigi.notifications_address set state = 'BLOCKED' where conversation_id = 'c-other'`,
    );
    await keep('drafter', { chat: 'other' });
    expect(await known()).toEqual(['c-drafter LIVE en', 'c-other LIVE ja']);
  });

  it('is asked of the directory as it is now: whoever is no longer there is told so with the next message', async () => {
    await keep('colleague');
    await rename('colleague', false);
    await expect(keep('colleague')).rejects.toMatchObject({ code: 'directory.unknown_person' });
    await rename('colleague', true);
    await keep('colleague');
    expect(await known()).toContain('c-colleague LIVE ja');
  });
});
