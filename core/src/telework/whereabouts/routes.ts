import { type Route, route } from '../../shared/index.ts';
import { WhereaboutsAnswerSchema, WhereaboutsInputSchema } from './contract.ts';
import type { WhereaboutsService } from './service.ts';

export const whereaboutsRoutes = (whereabouts: WhereaboutsService): Route[] => [
  route({
    method: 'POST',
    path: '/telework/whereabouts',
    summary: { ja: '行先を入れる（外出・直帰・帰庁）', en: 'Say where I am: out, not coming back, back' },
    body: WhereaboutsInputSchema,
    answer: WhereaboutsAnswerSchema,
    status: 201,
    handle: (caller, { body }) => whereabouts.say(caller, body),
  }),
  route({
    method: 'GET',
    path: '/telework/whereabouts',
    summary: { ja: '自分の行先（いまとこれから）', en: 'What I said about where I am' },
    answer: WhereaboutsAnswerSchema,
    handle: (caller) => whereabouts.mine(caller),
  }),
];
