import type { Subscriber, Task } from '../platform/index.ts';
import { type FollowParts, followingCases } from './keeping/follow-case.ts';
import { type SettleParts, settling } from './keeping/settle.ts';

export interface RecordsJobs {
  readonly tasks: Record<string, Task>;
  readonly cron: Record<string, string>;
  readonly subscribers: readonly Subscriber[];
}

/** What 文書管理 does in the background. */
export function recordsJobs(parts: FollowParts & SettleParts): RecordsJobs {
  const [following, settled] = [followingCases(parts), settling(parts)];
  return {
    tasks: { ...following.tasks, ...settled.tasks },
    cron: settled.cron,
    subscribers: [following.subscriber],
  };
}
