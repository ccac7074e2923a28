import type { LineSuggestions, MeetingLines } from '@kaigi/core/contract';
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';

/** 整文 and names for the lines as they are saved: asked for again after each edit. */
export function useSuggestions({ meetingId, version }: MeetingLines): UseQueryResult<LineSuggestions> {
  const { minutes } = useApi();
  return useQuery({
    queryKey: ['meeting-suggestions', meetingId, version],
    queryFn: ({ signal }) => minutes.suggestions(meetingId, signal),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}
