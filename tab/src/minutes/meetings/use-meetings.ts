import type {
  CancelMeetingInput,
  ChangeMeetingInput,
  MakeMeetingInput,
  MeetingBodies,
  MeetingList,
  MeetingListQuery,
  MeetingRulesView,
  MeetingView,
} from '@kaigi/core/contract';
import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import type { TranscriptFile } from '../../api/minutes.ts';
import { isConflict } from '../../api/problem.ts';
import { useActionKey } from '../../api/use-action-key.ts';

/** Every list of meetings. */
export const MEETINGS = ['meetings'];
/** Everything about one meeting; the lines of its transcript are kept apart, there are thousands of them. */
export const MEETING = (id: string, part: string) => ['meeting', id, part];
export const LINES = (id: string) => ['meeting-lines', id];

export type MeetingWish = Omit<MeetingListQuery, 'cursor'>;

export function useMeetingList(wish: MeetingWish): UseInfiniteQueryResult<InfiniteData<MeetingList>> {
  const { minutes } = useApi();
  return useInfiniteQuery({
    queryKey: [...MEETINGS, wish],
    queryFn: ({ pageParam, signal }) =>
      minutes.list({ ...wish, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Those of one meeting in Teams that I may see, the newest first. */
export function useMeetingsOfChat(onlineChat: string): UseQueryResult<MeetingList> {
  const { minutes } = useApi();
  return useQuery({
    queryKey: [...MEETINGS, 'chat', onlineChat],
    queryFn: ({ signal }) => minutes.list({ box: 'ALL', onlineChat }, signal),
  });
}

export function useMeeting(id: string): UseQueryResult<MeetingView> {
  const { minutes } = useApi();
  return useQuery({ queryKey: MEETING(id, 'view'), queryFn: ({ signal }) => minutes.read(id, signal) });
}

/** 会議体 and on what grounds each may be closed; none where the regulations say nothing of meetings. */
export function useMeetingRules(): UseQueryResult<MeetingRulesView> {
  const { minutes } = useApi();
  return useQuery({
    queryKey: ['meeting-rules'],
    queryFn: ({ signal }) => minutes.rules(signal),
    staleTime: 300_000,
  });
}

/** 会議体 that I may give to a new meeting (null), or to this one. */
export function useBodiesToChoose(meetingId: string | null): UseQueryResult<MeetingBodies> {
  const { minutes } = useApi();
  return useQuery({
    queryKey: ['meeting-bodies', meetingId],
    queryFn: ({ signal }) => minutes.bodies(meetingId, signal),
    staleTime: 300_000,
  });
}

function shown(queries: QueryClient, view: MeetingView): Promise<void> {
  queries.setQueryData(MEETING(view.id, 'view'), view);
  return queries.invalidateQueries({ queryKey: MEETINGS });
}

interface Order<Input> {
  readonly send: (input: Input, key: string) => Promise<MeetingView>;
  readonly id: string | null;
}

/** One order about a meeting; refused because it changed meanwhile, it is asked for again. */
function useOrder<Input>({ send, id }: Order<Input>) {
  const queries = useQueryClient();
  const keys = useActionKey();
  return useMutation({
    mutationFn: (input: Input) => send(input, keys.keyOf(input)),
    onSuccess: (view) => {
      keys.forget();
      return shown(queries, view);
    },
    onError: (error) =>
      id !== null && isConflict(error) ? queries.invalidateQueries({ queryKey: MEETING(id, 'view') }) : undefined,
  });
}

export function useMakeMeeting() {
  const { minutes } = useApi();
  return useOrder<MakeMeetingInput>({ id: null, send: (input, key) => minutes.make(input, key) });
}

export function useChangeMeeting(id: string) {
  const { minutes } = useApi();
  return useOrder<ChangeMeetingInput>({ id, send: (input, key) => minutes.change(id, input, key) });
}

export function useCancelMeeting(id: string) {
  const { minutes } = useApi();
  return useOrder<CancelMeetingInput>({ id, send: (input, key) => minutes.cancel(id, input, key) });
}

export function useTakeIn(id: string) {
  const { minutes } = useApi();
  const queries = useQueryClient();
  const keys = useActionKey();
  return useMutation({
    mutationFn: (upload: TranscriptFile) => {
      const { name, size, lastModified } = upload.file;
      return minutes.takeIn(id, upload, keys.keyOf([upload.metadata, name, size, lastModified]));
    },
    onSuccess: async (view) => {
      keys.forget();
      await shown(queries, view);
      await queries.invalidateQueries({ queryKey: LINES(id) });
    },
    onError: () => queries.invalidateQueries({ queryKey: MEETING(id, 'view') }),
  });
}
