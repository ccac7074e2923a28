import { userIdOf } from '../channel/chat.ts';
import type { Cities } from '../city/cities.ts';
import type { Person } from '../city/city.ts';
import { guidOf } from '../city/stable-ids.ts';
import { BOT_NAME, CLIENT_ID, MINATO_TENANT_ID } from '../settings.ts';

/** The Playground takes exactly five people beside the current one: first those of a whole route. */
const COMPANIONS = ['drafter', 'subsection-head', 'section-head', 'department-head', 'records-officer', 'finance-head'];
const COMPANION_COUNT = 5;

export function playgroundConfig(cities: Cities, current: Person): Record<string, unknown> {
  const others = COMPANIONS.map((name) => cities.bySignInName(name))
    .filter((person) => person !== null)
    .filter((person) => person.id !== current.id);
  const name = current.signInName.replace(/@.*/, '');
  return {
    version: '0.1.1',
    tenantId: MINATO_TENANT_ID,
    bot: { id: CLIENT_ID, name: BOT_NAME },
    currentUser: entry(current),
    users: others.slice(0, COMPANION_COUNT).map(entry),
    personalChat: { id: `a:playground-${name}` },
    groupChat: { id: '19:playground-group@thread.v2', name: '政策課のチャット' },
    team: {
      id: '19:playground-team@thread.tacv2',
      name: 'みなと市',
      aadGroupId: guidOf('playground-team'),
      channels: [{ id: '19:playground-channel@thread.tacv2', name: 'お知らせ' }],
    },
  };
}

function entry(person: Person): Record<string, string> {
  return {
    id: userIdOf(person),
    name: person.displayName,
    // The Playground's own spelling.
    userPrincipleName: person.signInName,
    aadObjectId: person.id,
    givenName: person.givenName,
    surname: person.surname,
    email: person.signInName,
  };
}
