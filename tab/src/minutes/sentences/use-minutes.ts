import type { MinutesView, ProposalsInput, SentenceEdit, SentenceView } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { isConflict } from '../../api/problem.ts';
import { useActionKey } from '../../api/use-action-key.ts';
import { MEETING } from '../meetings/use-meetings.ts';
import { type Saver, useSaving } from '../saving/use-saving.ts';
import { SENTENCE_EDITS } from './sentence-edits.ts';

export function useMinutes(meetingId: string): UseQueryResult<MinutesView> {
  const { minutes } = useApi();
  return useQuery({
    queryKey: MEETING(meetingId, 'minutes'),
    queryFn: ({ signal }) => minutes.minutes(meetingId, signal),
    gcTime: 0,
  });
}

export function useSentences(data: MinutesView, staffId: string): Saver<SentenceView, SentenceEdit> {
  const { minutes } = useApi();
  const queries = useQueryClient();
  const { meetingId } = data;
  return useSaving<SentenceView, SentenceEdit>({
    kind: SENTENCE_EDITS,
    items: data.sentences,
    name: `kaigi.minutes.${staffId}.${meetingId}`,
    send: async (edits, key) => {
      const answer = await minutes.editMinutes(meetingId, edits, key);
      void queries.invalidateQueries({ queryKey: MEETING(meetingId, 'minutes') });
      return answer;
    },
  });
}

export function useDraft({ meetingId, version }: Pick<MinutesView, 'meetingId' | 'version'>) {
  const { minutes } = useApi();
  const queries = useQueryClient();
  const keys = useActionKey();
  const key = MEETING(meetingId, 'minutes');
  return useMutation({
    mutationFn: () => minutes.draft(meetingId, version, keys.keyOf(version)),
    onSuccess: (view) => {
      keys.forget();
      queries.setQueryData(key, view);
    },
    onError: (error) => (isConflict(error) ? queries.invalidateQueries({ queryKey: key }) : undefined),
  });
}

/** A language model's wording; nothing of it is kept. */
export function useProposals(meetingId: string) {
  const { minutes } = useApi();
  return useMutation({ mutationFn: (input: ProposalsInput) => minutes.proposals(meetingId, input) });
}
