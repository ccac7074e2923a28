import type { Task } from '../../platform/index.ts';
import type { MinutesParts } from '../parts.ts';

const TASK = 'minutes/forget-unfinished-recordings';
/** Whoever goes on after a holiday still finds what they have sent. */
const KEPT_MS = 14 * 24 * 60 * 60_000;

/** What was begun and never finished is no recording, and takes up room. */
export const abandonedRecordings = ({
  db,
  blobs,
  clock,
}: Pick<MinutesParts, 'db' | 'blobs' | 'clock'>): {
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
} => ({
  tasks: {
    async [TASK]() {
      const before = new Date(clock.now().getTime() - KEPT_MS);
      const { rows } = await db.owner.query<{ recording_id: string }>(
        `delete from kaigi.minutes_recording r where r.state = 'UPLOADING' and r.begun_at < $1 returning r.recording_id`,
        [before],
      );
      for (const { recording_id: id } of rows) await blobs.incoming.forget(id);
    },
  },
  // At night in Japan; cron lines are in UTC.
  cron: { [TASK]: '40 18 * * *' },
});
