import { invariant } from '@kaigi/core/shared';
import { type Player, type PlayerState, SPEEDS } from './player.ts';

export interface Piece {
  readonly recordingId: string;
  /** Where on the time of the lines it begins; below 0 it was begun before them. */
  readonly fromMs: number;
}

/** Several recordings as one, on the time of the lines. */
export interface TimelinePlayer extends Player {
  /** Which recording is heard, and where in it. */
  readonly place: () => Place;
  /** Stands where another one stood in the same recording, however its lines have moved; heard on where that one was. */
  readonly takeUp: (left: Left) => void;
}

export interface Place {
  readonly recordingId: string;
  readonly atMs: number;
}

/** Where a player stood when it was closed. */
export interface Left extends Place, Pick<PlayerState, 'on' | 'speed'> {}

export const leftBy = ({ place, state }: Pick<TimelinePlayer, 'place' | 'state'>): Left => {
  const { on, speed } = state();
  return { ...place(), on, speed };
};

interface Opened extends Piece {
  readonly player: Player;
}

/** The last that has begun at a moment; before all of them the first. */
const pieceAt = (pieces: readonly Opened[], ms: number): Opened => {
  const piece = pieces.findLast(({ fromMs }) => fromMs <= ms) ?? pieces[0];
  invariant(piece, 'a timeline without a recording');
  return piece;
};

export function timelinePlayer(timeline: readonly Piece[], open: (recordingId: string) => Player): TimelinePlayer {
  const pieces = timeline.map((piece): Opened => ({ ...piece, player: open(piece.recordingId) }));
  let here = pieceAt(pieces, 0);
  const listeners = new Set<() => void>();
  let [known, shown]: [PlayerState | null, PlayerState | null] = [null, null];
  const state = (): PlayerState => {
    const now = here.player.state();
    if (now === known && shown) return shown;
    const { fromMs } = here;
    known = now;
    shown = { ...now, atMs: now.atMs + fromMs, lengthMs: now.lengthMs === null ? null : now.lengthMs + fromMs };
    return shown;
  };
  const turnTo = (to: Opened) => {
    if (to === here) return;
    if (here.player.state().on) here.player.toggle();
    here = to;
    known = null;
    for (const listener of listeners) listener();
  };
  const goTo = (ms: number): number => {
    const to = pieceAt(pieces, ms);
    turnTo(to);
    return Math.max(0, ms - to.fromMs);
  };
  const takeUp = ({ recordingId, atMs, on, speed }: Left) => {
    const to = pieces.find((piece) => piece.recordingId === recordingId);
    setSpeed(speed);
    if (!to) return;
    turnTo(to);
    if (on) to.player.playFrom(atMs);
    else to.player.seek(atMs);
  };
  const playFrom = (ms: number) => {
    const at = goTo(ms);
    here.player.playFrom(at);
  };
  const seek = (ms: number) => {
    const { on } = state();
    const at = goTo(ms);
    if (on) here.player.playFrom(at);
    else here.player.seek(at);
  };
  const setSpeed = (speed: number) => {
    for (const { player } of pieces) player.setSpeed(speed);
  };
  return {
    ...{ state, playFrom, seek, setSpeed, takeUp },
    subscribe(listener) {
      listeners.add(listener);
      const ends = pieces.map(({ player }) => player.subscribe(listener));
      return () => {
        listeners.delete(listener);
        for (const end of ends) end();
      };
    },
    place: () => ({ recordingId: here.recordingId, atMs: here.player.state().atMs }),
    toggle: () => here.player.toggle(),
    back: () => here.player.back(),
    step: (by) => setSpeed(SPEEDS[SPEEDS.indexOf(state().speed) + by] ?? state().speed),
    close() {
      for (const { player } of pieces) player.close();
    },
  };
}
