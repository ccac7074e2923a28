import type { LineView, RecordingList } from '@kaigi/core/contract';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useApi } from '../../api/api-context.ts';
import { heardLine } from './heard-line.ts';
import { type PlayAct, playActOf } from './play-keys.ts';
import { createPlayer, type Player } from './player.ts';
import { type Left, leftBy, type TimelinePlayer, timelinePlayer } from './timeline.ts';
import { useRecordings } from './use-recordings.ts';

/** The player of the recordings that the lines are heard in; null where there is none. */
function usePlayer(meetingId: string, timed: boolean): TimelinePlayer | null {
  const { recordings } = useApi();
  const plays = useRecordings(meetingId).data?.plays;
  // As text: the list is asked for again and again, and says the same.
  const timeline = JSON.stringify(plays ?? []);
  const [player, setPlayer] = useState<TimelinePlayer | null>(null);
  const left = useRef<Left | null>(null);
  useEffect(() => {
    const pieces = JSON.parse(timeline) as RecordingList['plays'];
    if (pieces.length === 0 || !timed) return undefined;
    const made = timelinePlayer(pieces, (recordingId) =>
      createPlayer({
        audio: new Audio(),
        ticket: () => recordings.ticket(meetingId, recordingId),
        now: () => performance.now(),
      }),
    );
    if (left.current) made.takeUp(left.current);
    setPlayer(made);
    return () => {
      left.current = leftBy(made);
      made.close();
      setPlayer(null);
    };
  }, [recordings, meetingId, timeline, timed]);
  return player;
}

const NOTHING = () => () => undefined;

export interface Playing {
  readonly player: TimelinePlayer | null;
  /** The line that is heard now, or was when it was paused. */
  readonly heard: string | null;
  /** Whether that line is kept in sight. */
  readonly follow: boolean;
  readonly setFollow: (follow: boolean) => void;
  readonly listen: ((line: LineView) => void) | null;
  /** A key anywhere in the editor; `here` is the line one is at. */
  readonly press: (event: KeyboardEvent, here: string | null) => void;
}

interface PlayingOptions {
  readonly meetingId: string;
  readonly lines: readonly LineView[];
  readonly timed: boolean;
  /** Heard as soon as there is a player. */
  readonly first: string | null;
}

/** Whoever comes from a sentence hears what it rests on, once. */
function useFirst(player: Player | null, lines: readonly LineView[], first: string | null): void {
  const played = useRef<string | null>(null);
  const line = lines.find(({ id }) => id === first);
  const startMs = line?.startMs ?? null;
  useEffect(() => {
    if (!player || startMs === null || played.current === first) return;
    played.current = first;
    player.playFrom(startMs);
  }, [player, startMs, first]);
}

/** The recording beside the lines: what is heard, and how it is asked for. */
export function usePlaying({ meetingId, lines, timed, first }: PlayingOptions): Playing {
  const player = usePlayer(meetingId, timed);
  const [follow, setFollow] = useState(true);
  const latest = useRef(lines);
  latest.current = lines;
  useFirst(player, lines, first);
  const heardNow = () => {
    const state = player?.state();
    return state && (state.on || state.atMs > 0) ? (heardLine(latest.current, state.atMs)?.id ?? null) : null;
  };
  const heard = useSyncExternalStore(player?.subscribe ?? NOTHING, heardNow);
  const listen = useMemo(() => (player ? ({ startMs }: LineView) => player.playFrom(startMs) : null), [player]);
  const press = useCallback(
    (event: KeyboardEvent, here: string | null) => {
      const { code, altKey: alt, ctrlKey, metaKey, shiftKey: shift, nativeEvent } = event;
      const act = playActOf({ code, alt, ctrl: ctrlKey || metaKey, shift, composing: nativeEvent.isComposing });
      if (!player || act === null) return;
      event.preventDefault();
      const line = latest.current.find(({ id }) => id === here);
      const acts: Readonly<Record<PlayAct, () => void>> = {
        here: () => (line ? player.playFrom(line.startMs) : undefined),
        toggle: player.toggle,
        back: player.back,
        slower: () => player.step(-1),
        faster: () => player.step(1),
      };
      acts[act]();
    },
    [player],
  );
  return { player, heard, follow, setFollow, listen, press };
}
