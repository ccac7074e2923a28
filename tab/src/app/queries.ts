import { QueryClient } from '@tanstack/react-query';
import { isPassing, retryDelay } from '../api/problem.ts';

/** One policy for every question: ask again what may pass, never what was refused, and never wait for "online". */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay,
      },
      mutations: {
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay,
      },
    },
  });
}
