import { type Route, route } from '../../shared/index.ts';
import { WhereaboutsLinesSchema, WhereaboutsQuerySchema } from './contract.ts';
import { type PanelParts, peopleAsked, whereaboutsOf } from './service.ts';

export const panelRoutes = (parts: PanelParts): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/whereabouts',
    summary: {
      ja: '職員がいまどこにいて、次にいつ空くか（1人1行、根拠つき）',
      en: 'Where people are now and when they are free next, a line each, with what says so',
    },
    query: WhereaboutsQuerySchema,
    answer: WhereaboutsLinesSchema,
    handle: (caller, { query }) => whereaboutsOf(parts, { caller, ids: peopleAsked(query.people), named: true }),
  }),
];
