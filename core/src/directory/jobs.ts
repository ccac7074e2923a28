import { absenceJobs } from './absence/jobs.ts';
import { newDayJobs } from './new-day.ts';

/** What comes with the time of day: another organisation, somebody's absence. */
export function directoryJobs(parts: Parameters<typeof newDayJobs>[0]): ReturnType<typeof newDayJobs> {
  const [day, absences] = [newDayJobs(parts), absenceJobs(parts)];
  return { tasks: { ...day.tasks, ...absences.tasks }, cron: { ...day.cron, ...absences.cron } };
}
