import type { Statistics } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import type { Period } from '../api/stats.ts';
import { useLocale } from '../app/locale.ts';
import { isPeriod } from './figures.ts';

/** How were cases decided in this period? */
export function useStatistics(period: Period): UseQueryResult<Statistics> {
  const { stats } = useApi();
  const locale = useLocale();
  return useQuery({
    queryKey: ['stats', 'approvals', period, locale],
    queryFn: ({ signal }) => stats.approvals(period, signal),
    placeholderData: keepPreviousData,
    enabled: isPeriod(period),
    staleTime: 60_000,
  });
}
