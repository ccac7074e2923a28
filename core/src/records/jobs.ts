import type { Subscriber, Task } from '../platform/index.ts';
import type { EndingParts } from '../regulations/index.ts';
import { type FollowParts, followingCases } from './keeping/follow-case.ts';
import { type SettleParts, settling } from './keeping/settle.ts';
import { readingJobs } from './readings/index.ts';
import { type ReceiptJobsParts, receiptJobs } from './receipts/jobs.ts';
import { registerJobs } from './register/jobs.ts';
import { type SearchJobsParts, searchJobs } from './search/index.ts';
import { type SweepParts, sweepJobs } from './sweep/sweep.ts';

export interface RecordsJobs {
  readonly tasks: Record<string, Task>;
  readonly cron: Record<string, string>;
  readonly subscribers: readonly Subscriber[];
}

/** What 文書管理 does in the background. */
export function recordsJobs(
  parts: FollowParts & SettleParts & ReceiptJobsParts & SearchJobsParts & SweepParts & EndingParts,
): RecordsJobs {
  const [following, settled] = [followingCases(parts), settling(parts)];
  const [register, receipts] = [registerJobs(parts), receiptJobs(parts)];
  const [search, sweeping, readings] = [searchJobs(parts), sweepJobs(parts), readingJobs(parts)];
  return {
    tasks: {
      ...{ ...following.tasks, ...settled.tasks, ...register.tasks },
      ...{ ...receipts.tasks, ...search.tasks, ...sweeping.tasks, ...readings.tasks },
    },
    cron: { ...settled.cron, ...register.cron, ...receipts.cron, ...search.cron, ...sweeping.cron, ...readings.cron },
    subscribers: [following.subscriber],
  };
}
