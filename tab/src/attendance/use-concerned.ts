import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { useMe } from '../app/use-me.ts';

const SELDOM_MS = 300_000;

/** Whom the pages of 庶務 of others concern: whoever has people below, and personnel. The service holds to it itself. */
export function useConcerned(): { readonly confirmations: boolean; readonly closing: boolean } {
  const { instructions } = useApi();
  const below = useQuery({
    queryKey: ['addressees', ''],
    queryFn: ({ signal }) => instructions.addressees('', signal),
    staleTime: SELDOM_MS,
  });
  const me = useMe();
  return {
    confirmations: (below.data?.items.length ?? 0) > 0,
    closing: me.data?.roles.includes('PERSONNEL') ?? false,
  };
}
