import type { ChangeEvent } from '@kaigi/core/contract';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.ts';
import { followChanges } from '../api/changes.ts';

const SILENCE_MS = 90_000;
/** A short break is nobody's concern; only a lasting one is told. */
const TELL_AFTER_MS = 5000;
const GATHER_MS = 150;
const POLL_MS = 30_000;

/** Waits, but no longer than until the network or the person comes back. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      document.removeEventListener('visibilitychange', whenVisible);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const whenVisible = (): void => {
      if (document.visibilityState === 'visible') done();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    document.addEventListener('visibilitychange', whenVisible);
    signal.addEventListener('abort', done, { once: true });
  });
}

/** Several changes in one breath ask for the lists only once. */
function createGatherer(queries: QueryClient): { add(change: ChangeEvent): void; stop(): void } {
  const ids = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    timer = undefined;
    for (const id of ids) void queries.invalidateQueries({ queryKey: ['case', id] });
    ids.clear();
    void queries.invalidateQueries({ queryKey: ['cases'] });
    void queries.invalidateQueries({ queryKey: ['register'] });
  };
  return {
    add: ({ kind, id, version }) => {
      if (kind === 'presence') {
        void queries.invalidateQueries({ queryKey: ['presence'] });
        return;
      }
      if (kind === 'schedules') {
        void queries.invalidateQueries({ queryKey: ['schedules'] });
        return;
      }
      if (kind === 'meeting') {
        void queries.invalidateQueries({ queryKey: ['meeting', id] });
        void queries.invalidateQueries({ queryKey: ['meetings'] });
        return;
      }
      const known = queries.getQueryData<{ version: number }>(['case', id, 'view']);
      if (!known || known.version < version) ids.add(id);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Has something that I see changed? Answers by asking again for it. True while live updates have been lost for long. */
export function useChanges(): boolean {
  const api = useApi();
  const queries = useQueryClient();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const end = new AbortController();
    const gatherer = createGatherer(queries);
    let tell: ReturnType<typeof setTimeout> | undefined;
    void followChanges(
      {
        open: (signal) => api.changes(signal),
        onChange: gatherer.add,
        onConnected: () => {
          clearTimeout(tell);
          tell = undefined;
          setLost(false);
          void queries.invalidateQueries();
        },
        onDisconnected: () => {
          tell ??= setTimeout(() => setLost(true), TELL_AFTER_MS);
        },
        pause,
        silenceMs: SILENCE_MS,
        random: Math.random,
      },
      end.signal,
    );
    return () => {
      end.abort();
      gatherer.stop();
      clearTimeout(tell);
    };
  }, [api, queries]);
  useEffect(() => {
    if (!lost) return undefined;
    const timer = setInterval(() => void queries.invalidateQueries(), POLL_MS);
    return () => clearInterval(timer);
  }, [lost, queries]);
  return lost;
}
