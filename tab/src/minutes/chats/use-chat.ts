import type {
  ChatMark,
  ChatOffer,
  ChatView,
  ChatWish,
  FromChatAnswer,
  LineView,
  MeetingView,
} from '@kaigi/core/contract';
import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '../../api/api-context.ts';
import { LINES, MEETING, MEETINGS } from '../meetings/use-meetings.ts';

/** Where nobody tells this page that the reading is done, it asks. */
const LOOK_AGAIN_MS = 3_000;

export function useChat(view: MeetingView): UseQueryResult<ChatView> {
  const { minutes } = useApi();
  return useQuery({
    queryKey: MEETING(view.id, 'chat'),
    queryFn: ({ signal }) => minutes.chat(view.id, signal),
    // Who sees a meeting only because it was open, has nothing asked of its chat.
    enabled: view.isOfChat && view.may.words,
    refetchInterval: ({ state }) => (state.data?.state === 'READING' ? LOOK_AGAIN_MS : false),
  });
}

export function useReadAgain(meetingId: string): UseMutationResult<ChatView, Error, void> {
  const { minutes } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => minutes.chatAgain(meetingId),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['meeting', meetingId] });
      await queries.invalidateQueries({ queryKey: LINES(meetingId) });
    },
  });
}

/** With what the form begins; asked of Teams every time. */
export function useChatOffer(chat: string): UseQueryResult<ChatOffer> {
  const { minutes } = useApi();
  return useQuery({
    queryKey: ['chat-offer', chat],
    queryFn: ({ signal }) => minutes.chatOffer(chat, signal),
    // What somebody types is not written over by another answer.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/** Pressed twice it is one meeting: the service holds to it. */
export function useFromChat(chat: string): UseMutationResult<FromChatAnswer, Error, ChatWish> {
  const { minutes } = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wish: ChatWish) => minutes.fromChat(chat, wish),
    onSuccess: () => queries.invalidateQueries({ queryKey: MEETINGS }),
  });
}

/** What stands beside lines that were written, and when each was. */
export interface Written {
  readonly marks: ReadonlyMap<string, ChatMark>;
  readonly momentOf: (line: Pick<LineView, 'startMs'>) => string;
}

export function useWritten(chat: ChatView | undefined): Written | null {
  return useMemo(() => {
    if (!chat) return null;
    const from = Date.parse(chat.beganAt);
    return {
      marks: new Map(chat.marks.map((mark) => [mark.lineId, mark])),
      momentOf: ({ startMs }) => new Date(from + startMs).toISOString(),
    };
  }, [chat]);
}
