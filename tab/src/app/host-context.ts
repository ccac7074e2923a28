import { invariant } from '@kaigi/core/shared';
import { createContext, useContext } from 'react';
import type { Host } from '../teams/host.ts';

export const HostContext = createContext<Host | null>(null);

/** Where the page is shown. */
export function useHost(): Host {
  const host = useContext(HostContext);
  invariant(host, 'useHost outside of the app');
  return host;
}
