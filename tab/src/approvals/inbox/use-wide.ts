import { useSyncExternalStore } from 'react';

const QUERY = '(min-width: 900px)';

function onChange(listener: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** True where a list and a case fit side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(onChange, () => window.matchMedia(QUERY).matches);
}
