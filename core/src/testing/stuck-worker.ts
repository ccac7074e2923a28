import { openDatabase, silentReport, startJobs } from '../platform/index.ts';

// Takes a job, says so, and never ends it: the test then kills this process in the middle of its work.
const database = openDatabase({ url: process.argv[2] ?? '' });
await startJobs({
  owner: database.owner,
  tasks: {
    note: () => {
      process.stdout.write('taken\n');
      return new Promise(() => undefined);
    },
  },
  subscriber: () => [],
  report: silentReport,
});
