import type { Route } from '@kaigi/core/shared';
import { z } from 'zod';
import type { Log } from '../log.ts';

/** Holds an answer, as the JSON that leaves, against the schema published for its route. */
export type AnswerCheck = (route: Route, text: string) => void;

// A list of a thousand rows takes longer to check than to make.
const LONG = 100_000;
const LONG_ONES_APART_MS = 10_000;

/** What does not fit is in the log, so that no screen finds out first. Long answers of one route are checked now and then. */
export function answerCheck(log: Pick<Log, 'error'>, now: () => number = Date.now): AnswerCheck {
  const longOnes = new WeakMap<Route, number>();
  return (route, text) => {
    if (route.answer === 'download') return;
    if (text.length > LONG) {
      const last = longOnes.get(route);
      if (last !== undefined && now() - last < LONG_ONES_APART_MS) return;
      longOnes.set(route, now());
    }
    const result = route.answer.safeParse(JSON.parse(text));
    if (result.success) return;
    const fields = result.error.issues.map((issue) => `${z.core.toDotPath(issue.path)} ${issue.code}`);
    log.error({ event: 'contract-broken', route: `${route.method} ${route.path}`, fields });
  };
}
