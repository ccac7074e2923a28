import { MeSchema } from '@kaigi/core/contract';
import { type Route, route } from '@kaigi/core/shared';
import type { HttpSuite } from '../suite-door.ts';

export function meRoute(suite: HttpSuite, sandbox: boolean): Route {
  return route({
    method: 'GET',
    path: '/me',
    summary: { ja: '自分の氏名・職・権限', en: 'Who I am, my posts, what I may do' },
    answer: MeSchema,
    handle: async (caller) => ({ ...(await suite.directory.me(caller)), sandbox }),
  });
}
