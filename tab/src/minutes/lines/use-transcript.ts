import type { LineEdit, LineView, MeetingLines } from '@kaigi/core/contract';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { LINES, MEETING } from '../meetings/use-meetings.ts';
import { type Saver, useSaving } from '../saving/use-saving.ts';
import { LINE_EDITS } from './line-edits.ts';
import { type LineWish, NO_STEPS, planned, turned, withStep } from './steps.ts';

export function useLines(meetingId: string): UseQueryResult<MeetingLines> {
  const { minutes } = useApi();
  const queries = useQueryClient();
  const key = LINES(meetingId);
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const answer = await minutes.lines(meetingId, signal);
      // Read before an edit of mine was saved, and come after its answer: it would take the edit back.
      const isLate = answer.version < (queries.getQueryData<MeetingLines>(key)?.version ?? 0);
      return isLate ? minutes.lines(meetingId, signal) : answer;
    },
    // Thousands of lines: asked for again where the service says that they have changed.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
}

export interface TranscriptDesk {
  readonly saver: Saver<LineView, LineEdit>;
  /** One step that can be undone; whether any of it fitted. */
  readonly act: (wishes: readonly LineWish[]) => boolean;
  /** Typed and not an edit yet: it becomes one after a moment's rest. */
  readonly type: (lineId: string, text: string) => void;
  /** Makes an edit of what is typed. */
  readonly rest: () => void;
  readonly turn: (way: 'undo' | 'redo') => void;
  /** Something is typed that is no edit yet. */
  readonly typing: boolean;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
}

const REST_MS = 500;

interface Typed {
  readonly lineId: string;
  readonly text: string;
}

/** What is typed becomes an edit when the person rests, goes elsewhere or closes the page. */
function useTyping(onRest: (typed: Typed) => void): Pick<TranscriptDesk, 'type' | 'rest' | 'typing'> {
  const [typing, setTyping] = useState(false);
  const typed = useRef<Typed | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onRest);
  latest.current = onRest;
  const rest = useCallback(() => {
    clearTimeout(timer.current);
    const done = typed.current;
    typed.current = null;
    setTyping(false);
    if (done) latest.current(done);
  }, []);
  const type = useCallback(
    (lineId: string, text: string) => {
      if (typed.current !== null && typed.current.lineId !== lineId) rest();
      typed.current = { lineId, text };
      setTyping(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(rest, REST_MS);
    },
    [rest],
  );
  useEffect(() => {
    const whenHidden = () => (document.visibilityState === 'hidden' ? rest() : undefined);
    window.addEventListener('pagehide', rest);
    document.addEventListener('visibilitychange', whenHidden);
    return () => {
      window.removeEventListener('pagehide', rest);
      document.removeEventListener('visibilitychange', whenHidden);
      rest();
    };
  }, [rest]);
  return { type, rest, typing };
}

/** The lines with everything of mine in them, what is done to them, and the way back. */
export function useTranscriptDesk(data: MeetingLines, staffId: string): TranscriptDesk {
  const { minutes } = useApi();
  const queries = useQueryClient();
  const { meetingId } = data;
  const saver = useSaving<LineView, LineEdit>({
    kind: LINE_EDITS,
    items: data.lines,
    name: `kaigi.transcript.${staffId}.${meetingId}`,
    send: async (edits, key) => {
      const answer = await minutes.editLines(meetingId, edits, key);
      queries.setQueryData<MeetingLines>(
        LINES(meetingId),
        (before) => before && { ...before, version: answer.version },
      );
      return answer;
    },
  });
  const [steps, setSteps] = useState(NO_STEPS);
  const latest = useRef(steps);
  const { current, add } = saver;
  const act = useCallback(
    (wishes: readonly LineWish[]) => {
      const { edits, step } = planned(wishes, current());
      latest.current = withStep(latest.current, step);
      setSteps(latest.current);
      add(edits);
      return edits.length > 0;
    },
    [current, add],
  );
  const { type, rest, typing } = useTyping((typed) => act([{ op: 'TEXT', ...typed }]));
  const turn = useCallback(
    (way: 'undo' | 'redo') => {
      rest();
      const done = turned(latest.current, way, () => crypto.randomUUID());
      if (!done) return;
      latest.current = done.steps;
      setSteps(done.steps);
      add(planned(done.wishes, current()).edits);
    },
    [rest, add, current],
  );
  const [mayUndo, mayRedo] = [steps.past.length > 0, steps.future.length > 0];
  return useMemo(
    () => ({ saver, act, type, rest, typing, turn, mayUndo, mayRedo }),
    [saver, act, type, rest, typing, turn, mayUndo, mayRedo],
  );
}

const BEAT_MS = 20_000;
type Editors = MeetingLines['editors'];

/** Says where I am, learns who else is there, and whether the lines have changed meanwhile. */
export function useEditors(meetingId: string, known: Pick<MeetingLines, 'editors' | 'version'>) {
  const { minutes } = useApi();
  const queries = useQueryClient();
  const here = useRef<string | null>(null);
  const key = useMemo(() => MEETING(meetingId, 'editing'), [meetingId]);
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => minutes.editing(meetingId, here.current, signal),
    refetchInterval: BEAT_MS,
  });
  const version = data?.version ?? known.version;
  const current = useRef(known.version);
  current.current = known.version;
  useEffect(() => {
    if (version > current.current) void queries.invalidateQueries({ queryKey: LINES(meetingId) });
  }, [version, queries, meetingId]);
  const goTo = useCallback(
    (lineId: string | null) => {
      if (here.current === lineId) return;
      here.current = lineId;
      void queries.invalidateQueries({ queryKey: key });
    },
    [queries, key],
  );
  const editors: Editors = data?.editors ?? known.editors;
  return { editors, goTo };
}
