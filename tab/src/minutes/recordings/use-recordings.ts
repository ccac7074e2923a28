import type { AlignRecordingInput, Follows, RecordingList, RecordingView } from '@kaigi/core/contract';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { pause } from '../../app/use-changes.ts';
import { MEETING } from '../meetings/use-meetings.ts';
import { type Progress, sendRecording } from './sending.ts';

/** Where nobody tells this page of changes, it asks. */
const LOOK_AGAIN_MS = 15_000;

const isUnderWay = ({ state, problem }: RecordingView): boolean =>
  state === 'RECOGNISING' || (state === 'STORED' && problem === null) || problem?.passing === true;

export function useRecordings(meetingId: string): UseQueryResult<RecordingList> {
  const { recordings } = useApi();
  return useQuery({
    queryKey: MEETING(meetingId, 'recordings'),
    queryFn: ({ signal }) => recordings.list(meetingId, signal),
    refetchInterval: ({ state }) => (state.data?.recordings.some(isUnderWay) ? LOOK_AGAIN_MS : false),
  });
}

/** Every use of a recording changes the list, and what comes of it the meeting. */
function useAfter(meetingId: string) {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['meeting', meetingId] }), [queries, meetingId]);
}

export function useGiveUp(meetingId: string) {
  const { recordings } = useApi();
  return useMutation({
    mutationFn: (id: string) => recordings.giveUp(meetingId, id),
    onSettled: useAfter(meetingId),
  });
}

export function useRecognise(meetingId: string) {
  const { recordings } = useApi();
  return useMutation({
    mutationFn: (id: string) => recordings.recognise(meetingId, id),
    onSettled: useAfter(meetingId),
  });
}

/** Says at which moment of a recording a line is heard. */
export function useAlign(meetingId: string) {
  const { recordings } = useApi();
  return useMutation({
    mutationFn: ({ recordingId, ...input }: AlignRecordingInput & { readonly recordingId: string }) =>
      recordings.align(meetingId, recordingId, input),
    onSuccess: useAfter(meetingId),
  });
}

export interface SendingState {
  /** Null where nothing is being sent. */
  readonly progress: (Progress & { readonly name: string }) | null;
  readonly error: unknown;
  readonly send: (file: File, partBytes: number, follows: Follows | undefined) => void;
  readonly stop: () => void;
}

/** Sends one recording at a time, for as long as its page is open. */
export function useSending(meetingId: string): SendingState {
  const { recordings: client } = useApi();
  const [progress, setProgress] = useState<SendingState['progress']>(null);
  const [error, setError] = useState<unknown>(null);
  const after = useAfter(meetingId);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const send: SendingState['send'] = (file, partBytes, follows) => {
    if (running.current) return;
    const ending = new AbortController();
    running.current = ending;
    const { name } = file;
    setError(null);
    setProgress({ name, sent: 0, bytes: file.size, waiting: false });
    const onProgress = (now: Progress) => (ending.signal.aborted ? undefined : setProgress({ ...now, name }));
    sendRecording({ client, meetingId, file, partBytes, follows, onProgress, pause, signal: ending.signal })
      .catch((reason: unknown) => (ending.signal.aborted ? undefined : setError(reason)))
      .finally(() => {
        running.current = null;
        setProgress(null);
        void after();
      });
  };
  return { progress, error, send, stop: () => running.current?.abort() };
}
