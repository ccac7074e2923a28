import { useMedia } from '../../app/use-media.ts';

/** True where a list and a case fit side by side. */
export function useWide(): boolean {
  return useMedia('(min-width: 900px)');
}
