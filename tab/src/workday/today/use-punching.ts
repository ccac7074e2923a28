import type { Punched, PunchInput } from '@kaigi/core/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '../../api/api-context.ts';
import { isPassing } from '../../api/problem.ts';
import { WORKDAY } from '../use-workday.ts';
import { inputOf, storedTaps, storeTaps, type WaitingTap } from './waiting-taps.ts';

const AGAIN_MS = 15_000;

export interface Punching {
  readonly punch: (date: string, punch: PunchInput['punch']) => void;
  readonly busy: boolean;
  /** Made, and not with the service yet. */
  readonly waiting: readonly WaitingTap[];
  /** Why the service did not take the last one. */
  readonly refused: unknown;
}

interface Heard {
  readonly onPunched: (punched: Punched) => void;
}

/** Sends taps one after the other, and keeps those that the network did not take. */
export function usePunching(staffId: string, { onPunched }: Heard): Punching {
  const { workday } = useApi();
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState(() => storedTaps(staffId));
  const [refused, setRefused] = useState<unknown>(null);
  const line = useRef(waiting);
  const keep = useCallback(
    (taps: readonly WaitingTap[]) => {
      line.current = taps;
      storeTaps(staffId, taps);
      setWaiting(taps);
    },
    [staffId],
  );
  const sending = useMutation({
    retry: false,
    mutationFn: async () => {
      // In their order: an end before its start would be told to be odd.
      for (let tap = line.current[0]; tap; tap = line.current[0]) {
        const punched = await workday.punch(tap.date, inputOf(tap, new Date()));
        keep(line.current.slice(1));
        onPunched(punched);
      }
    },
    onError: (error) => {
      if (isPassing(error)) return;
      keep(line.current.slice(1));
      setRefused(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: WORKDAY }),
  });
  const { mutate, isPending } = sending;
  const busy = useRef(isPending);
  busy.current = isPending;
  useResending(waiting.length > 0, () => (busy.current ? undefined : mutate()));
  const punch = (date: string, kind: PunchInput['punch']) => {
    if (isPending) return;
    setRefused(null);
    keep([...line.current, { date, punch: kind, key: crypto.randomUUID(), clientAt: new Date().toISOString() }]);
    mutate();
  };
  return { punch, busy: isPending, waiting: isPending ? [] : waiting, refused };
}

/** Tries again when the network comes back, and now and then. */
function useResending(needed: boolean, send: () => void): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!needed) return undefined;
    const again = () => latest.current();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [needed]);
}
