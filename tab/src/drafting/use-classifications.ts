import type { Classification } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.ts';

const TYPING_MS = 500;

/** The file plan, with the class that fits the title marked. */
export function useClassifications(title: string): UseQueryResult<Classification[]> {
  const api = useApi();
  const [hint, setHint] = useState(title);
  useEffect(() => {
    const timer = setTimeout(() => setHint(title.trim().slice(0, 200)), TYPING_MS);
    return () => clearTimeout(timer);
  }, [title]);
  return useQuery({
    queryKey: ['regulations', 'classifications', hint],
    queryFn: ({ signal }) => api.drafting.classifications(hint, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  });
}
