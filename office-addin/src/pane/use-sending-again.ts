import { useEffect } from 'react';
import { usePane } from '../parts/pane-context.ts';

const EVERY_MS = 60_000;

/** Sends what has not arrived again: when the line is back, and every minute. */
export function useSendingAgain(): void {
  const { model } = usePane();
  useEffect(() => {
    const again = () => void model.sendAgain();
    window.addEventListener('online', again);
    const timer = setInterval(again, EVERY_MS);
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [model]);
}
