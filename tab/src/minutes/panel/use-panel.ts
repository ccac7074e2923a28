import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { isConflict } from '../../api/problem.ts';
import { useHost } from '../../app/host-context.ts';
import { MEETING } from '../meetings/use-meetings.ts';

/** What Teams tells of the meeting around the panel. */
export function useTeamsMeeting() {
  const host = useHost();
  return useQuery({ queryKey: ['teams-meeting'], queryFn: () => host.meeting(), staleTime: Number.POSITIVE_INFINITY });
}

interface Tick {
  readonly attendeeId: string;
  readonly attended: boolean;
}

const TRIES = 4;

/** 出欠 of one attendee, on the meeting as it is now: who ticks somebody else at the same moment is not overwritten. */
export function useTick(id: string) {
  const { minutes } = useApi();
  const queries = useQueryClient();
  const ticked = async ({ attendeeId, attended }: Tick, tries: number) => {
    const now = await minutes.read(id);
    const attendees = now.attendees.map((one) => (one.id === attendeeId ? { ...one, attended } : one));
    try {
      return await minutes.change(id, { version: now.version, attendees }, crypto.randomUUID());
    } catch (error) {
      if (isConflict(error) && tries > 1) return ticked({ attendeeId, attended }, tries - 1);
      throw error;
    }
  };
  return useMutation({
    scope: { id: `attendance/${id}` },
    mutationFn: (tick: Tick) => ticked(tick, TRIES),
    onSuccess: (view) => queries.setQueryData(MEETING(id, 'view'), view),
    onError: () => queries.invalidateQueries({ queryKey: MEETING(id, 'view') }),
  });
}
