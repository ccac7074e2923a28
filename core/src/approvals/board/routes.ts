import { type Route, route } from '../../shared/index.ts';
import { BoardPageSchema, BoardQuerySchema } from './contract.ts';
import type { Board } from './service.ts';

export const boardRoutes = (board: Board): Route[] => [
  route({
    method: 'GET',
    path: '/stats/board',
    summary: { ja: '誰のところにあるか', en: 'Who has what, and for how long' },
    query: BoardQuerySchema,
    answer: BoardPageSchema,
    handle: (caller, { query }) => board.board(caller, query),
  }),
];
