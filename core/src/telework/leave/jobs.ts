import type { Task } from '../../platform/index.ts';
import type { LeaveAccounts } from './balance-service.ts';

const GRANT = 'telework/leave-grants';

/** 付与 on the city's day. It looks at what is due, not at what day it is: run twice or a week late it does the same. */
export const leaveJobs = (
  accounts: LeaveAccounts,
  municipalities: () => Promise<readonly string[]>,
): { tasks: Record<string, Task>; cron: Record<string, string> } => ({
  tasks: {
    async [GRANT]() {
      for (const id of await municipalities()) await accounts.grantEverybody(id);
    },
  },
  // 15:10 UTC is ten past midnight in Japan.
  cron: { [GRANT]: '10 15 * * * ?fill=1d' },
});
