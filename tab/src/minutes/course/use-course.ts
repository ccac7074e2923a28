import type { MeetingKeeping, MinutesBacklog, RoundView, SigningView } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { CourseOrder } from '../../api/course.ts';
import { isConflict } from '../../api/problem.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { LINES, MEETING, MEETINGS } from '../meetings/use-meetings.ts';

export function useRound(id: string): UseQueryResult<RoundView> {
  const { course } = useApi();
  return useQuery({ queryKey: MEETING(id, 'round'), queryFn: ({ signal }) => course.round(id, signal) });
}

export function useSigning(id: string): UseQueryResult<SigningView> {
  const { course } = useApi();
  return useQuery({ queryKey: MEETING(id, 'signing'), queryFn: ({ signal }) => course.signing(id, signal) });
}

export function useKeeping(id: string): UseQueryResult<MeetingKeeping> {
  const { course } = useApi();
  return useQuery({ queryKey: MEETING(id, 'keeping'), queryFn: ({ signal }) => course.keeping(id, signal) });
}

export function useBacklog(unit: string | null): UseQueryResult<MinutesBacklog> {
  const { course } = useApi();
  return useQuery({
    queryKey: [...MEETINGS, 'backlog', unit],
    queryFn: ({ signal }) => course.backlog(unit, signal),
  });
}

/** One order on the way to the end; everything of the meeting is asked for again, refused or not. */
export function useCourseOrder(id: string) {
  const { course } = useApi();
  const queries = useQueryClient();
  const keys = useActionKey();
  const anew = () =>
    Promise.all([['meeting', id], LINES(id), MEETINGS].map((queryKey) => queries.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: (order: CourseOrder) => course.order(id, order, keys.keyOf(order)),
    onSuccess: () => {
      keys.forget();
      // Not waited for: with what comes then the button that was pressed may be gone, and with it what it has to say.
      void anew();
    },
    onError: (error) => (isConflict(error) ? anew() : undefined),
  });
}
