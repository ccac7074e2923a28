import { z } from 'zod';
import { type Directory, everywhere, queuedCityJob } from '../../directory/index.ts';
import { emit, type JobSpec, type Task } from '../../platform/index.ts';
import { addWorkingDays, localDateOf } from '../../shared/index.ts';
import type { RecordsParts } from '../parts.ts';
import { remindOf } from './store.ts';

export type ReceiptJobsParts = Pick<RecordsParts, 'db' | 'clock'> & {
  readonly directory: Pick<Directory, 'municipalities'>;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
};

/** The fact that a received document is due; told to its section by whoever stands above. */
export const RECEIPT_DUE = 'records/receipt-due';

const EVERYWHERE = 'records/receipts-due-everywhere';
const CITY = 'records/receipts-due';
const AHEAD = 2;
const City = z.object({ municipalityId: z.uuid() });

/** Of what is due within two working days or overdue, once a day. Returns the ids in the register. */
export async function remindReceipts(
  { db, clock }: Pick<ReceiptJobsParts, 'db' | 'clock'>,
  municipalityId: string,
): Promise<string[]> {
  return db.inMunicipality(municipalityId, async (tx) => {
    const today = localDateOf(clock.now());
    const ids = await remindOf(tx, { today, by: addWorkingDays(today, AHEAD) });
    await emit(
      tx,
      ids.map((registerId) => ({ topic: RECEIPT_DUE, payload: { registerId, today } })),
    );
    return ids;
  });
}

export function receiptJobs(parts: ReceiptJobsParts): { tasks: Record<string, Task>; cron: Record<string, string> } {
  return {
    tasks: {
      [EVERYWHERE]: () => everywhere(parts, queuedCityJob(CITY)),
      async [CITY](payload) {
        await remindReceipts(parts, City.parse(payload).municipalityId);
      },
    },
    // 23:40 UTC is twenty to nine in Japan.
    cron: { [EVERYWHERE]: '40 23 * * * ?fill=8h' },
  };
}
