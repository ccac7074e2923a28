import type { CasePage, CaseView } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';

/** Which cases that I may see say this? Asked only when something was typed. */
export function useFoundCases(q: string): UseQueryResult<CasePage> {
  const api = useApi();
  return useQuery({
    queryKey: ['cases', 'for-papers', q],
    queryFn: ({ signal }) => api.cases({ box: 'all', q, cursor: null }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
}

/** What belongs to this case? */
export function useCaseFiles(caseId: string): UseQueryResult<CaseView> {
  const api = useApi();
  return useQuery({ queryKey: ['case', caseId, 'view'], queryFn: ({ signal }) => api.case(caseId, signal) });
}
