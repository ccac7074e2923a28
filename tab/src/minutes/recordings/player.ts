import type { PlayTicket } from '@kaigi/core/contract';

export const SPEEDS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 2];

export interface PlayerState {
  /** Whether it is to be heard; for a moment it may still be on its way. */
  readonly on: boolean;
  readonly atMs: number;
  /** Null until its beginning has come. */
  readonly lengthMs: number | null;
  readonly speed: number;
  readonly failed: boolean;
}

/** Plays one recording. Its address holds for some minutes only, and is asked for again when it is over. */
export interface Player {
  readonly state: () => PlayerState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly playFrom: (ms: number) => void;
  readonly toggle: () => void;
  readonly back: () => void;
  readonly seek: (ms: number) => void;
  readonly setSpeed: (speed: number) => void;
  /** One step slower (-1) or faster (1). */
  readonly step: (by: -1 | 1) => void;
  readonly close: () => void;
}

/** What is needed of an element of sound. */
export interface Sound extends EventTarget {
  src: string;
  currentTime: number;
  playbackRate: number;
  readonly duration: number;
  readonly seeking: boolean;
  play(): Promise<void>;
  pause(): void;
  load(): void;
  removeAttribute(name: string): void;
}

export interface PlayerParts {
  readonly audio: Sound;
  readonly ticket: () => Promise<PlayTicket>;
  /** Milliseconds, counting on. */
  readonly now: () => number;
}

const BACK_MS = 3_000;
/** The service's tickets hold for ten minutes. */
const RENEW_AFTER_MS = 8 * 60_000;
/** What fails so soon after a new ticket does not fail because of it. */
const AT_ONCE_MS = 5_000;

const FIRST: PlayerState = { on: false, atMs: 0, lengthMs: null, speed: 1, failed: false };

function keeping() {
  let state = FIRST;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(changed: Partial<PlayerState>) {
      state = { ...state, ...changed };
      for (const listener of listeners) listener();
    },
  };
}

export function createPlayer({ audio, ticket, now }: PlayerParts): Player {
  const { state, subscribe, change } = keeping();
  let ticketAt: number | null = null;
  let asking = false;
  let closed = false;
  const fail = () => {
    ticketAt = null;
    change({ on: false, failed: true });
  };

  const start = () => {
    audio.playbackRate = state().speed;
    audio.play().catch((error: unknown) => {
      // Paused again meanwhile, or a browser that plays nothing before somebody pressed something.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      change({ on: false });
    });
  };
  const load = () => {
    if (asking) return;
    asking = true;
    ticket()
      .then(({ path }) => {
        if (closed) return;
        ticketAt = now();
        audio.src = path;
        audio.currentTime = state().atMs / 1_000;
        if (state().on) start();
      }, fail)
      .finally(() => {
        asking = false;
      });
  };
  const isOld = () => ticketAt === null || now() - ticketAt > RENEW_AFTER_MS;
  const playFrom = (ms: number) => {
    change({ on: true, atMs: ms, failed: false });
    if (isOld()) return load();
    audio.currentTime = ms / 1_000;
    start();
  };
  const seek = (ms: number) => {
    const atMs = Math.max(0, Math.min(ms, state().lengthMs ?? ms));
    if (state().on) return playFrom(atMs);
    change({ atMs });
    if (ticketAt !== null) audio.currentTime = atMs / 1_000;
  };
  const setSpeed = (speed: number) => {
    audio.playbackRate = speed;
    change({ speed });
  };
  const pause = () => {
    change({ on: false });
    audio.pause();
  };

  const handlers: Readonly<Record<string, () => void>> = {
    timeupdate: () => (asking || audio.seeking ? undefined : change({ atMs: audio.currentTime * 1_000 })),
    durationchange: () => change({ lengthMs: Number.isFinite(audio.duration) ? audio.duration * 1_000 : null }),
    ended: () => change({ on: false }),
    error: () => (ticketAt === null || now() - ticketAt < AT_ONCE_MS ? fail() : load()),
  };
  for (const [event, handler] of Object.entries(handlers)) audio.addEventListener(event, handler);
  return {
    ...{ state, subscribe, playFrom, seek, setSpeed },
    toggle: () => (state().on ? pause() : playFrom(state().atMs)),
    back: () => seek(state().atMs - BACK_MS),
    step: (by) => setSpeed(SPEEDS[SPEEDS.indexOf(state().speed) + by] ?? state().speed),
    close() {
      closed = true;
      for (const [event, handler] of Object.entries(handlers)) audio.removeEventListener(event, handler);
      audio.pause();
      audio.removeAttribute('src');
      audio.load();
    },
  };
}
