import { invariant } from '@kaigi/core/shared';
import { createContext, useContext } from 'react';
import type { KaigiClient } from './client.ts';

export const ApiContext = createContext<KaigiClient | null>(null);

export function useApi(): KaigiClient {
  const client = useContext(ApiContext);
  invariant(client, 'useApi outside of ApiContext');
  return client;
}
