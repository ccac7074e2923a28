import { useEffect, useState } from 'react';

const TICK_MS = 30_000;

/** The time now, fresh enough for "since 5 minutes". */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
