import type { ExplainQuery, ExplainView } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../api/api-context.ts';
import { useLocale } from '../app/locale.ts';
import { useSettled } from '../app/use-settled.ts';

const TYPING_MS = 400;

/** これは誰の決裁？ `null` = not enough is known to ask. */
export function useExplain(query: Partial<ExplainQuery> | null): UseQueryResult<ExplainView> {
  const api = useApi();
  const locale = useLocale();
  const asked = useSettled(JSON.stringify(query), TYPING_MS);
  return useQuery({
    queryKey: ['regulations', 'explain', locale, asked],
    queryFn: ({ signal }) => api.drafting.explain(JSON.parse(asked) as Partial<ExplainQuery>, signal),
    enabled: asked !== 'null' && query !== null,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}
