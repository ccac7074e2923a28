import type { MattersView } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { useLocale } from '../app/locale.ts';

/** Which matters do the regulations in force know, and what does each ask? */
export function useMatters(): UseQueryResult<MattersView> {
  const api = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: ['regulations', 'matters', locale],
    queryFn: ({ signal }) => api.drafting.matters(signal),
    staleTime: 300_000,
  });
}
