import type { ShownInChat } from '../../notifications/index.ts';
import type { Subscriber, Task } from '../../platform/index.ts';
import type { Action, Route } from '../../shared/index.ts';
import type { MinutesParts } from '../parts.ts';
import { signingInChat } from '../signing/chat.ts';
import { recordedAct } from '../signing/measure.ts';
import { signingRoutes } from '../signing/routes.ts';
import { createSignings } from '../signing/service.ts';
import { roundActions, roundInChat } from './chat.ts';
import { roundJobs } from './jobs.ts';
import { roundRoutes } from './routes.ts';
import { createRounds } from './service.ts';
import { suggestionInChat } from './suggestion-chat.ts';
import { courseTelling } from './telling.ts';

/** What confirmation and signing give to 会議録. */
export interface CourseRoom {
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
  readonly shown: readonly ShownInChat[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
  readonly subscriber: Subscriber;
}

/** 確認と署名: from minutes that are written to minutes that may be decided. */
export function createCourse(parts: MinutesParts): CourseRoom {
  const rounds = createRounds(parts);
  const telling = courseTelling(parts);
  const jobs = roundJobs(parts);
  return {
    routes: [...roundRoutes(rounds), ...signingRoutes(createSignings({ ...parts, measure: recordedAct }))],
    actions: roundActions(parts, rounds),
    shown: [roundInChat(parts), suggestionInChat(parts), signingInChat(parts)],
    tasks: { ...telling.tasks, ...jobs.tasks },
    ...{ cron: jobs.cron, subscriber: telling.subscriber },
  };
}
