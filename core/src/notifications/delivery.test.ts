import { describe, expect, it } from '@jest/globals';
import { deliverJobs } from './delivery.ts';

const municipalityId = '6d696e61-746f-4000-8000-000000000001';
const to = (staffId: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ municipalityId, staffId, subject: `approvals/case/${n}`, fresh: 2 }));

describe('jobs for many deliveries', () => {
  it('are one for each person, in the order of that person’s messages', () => {
    const jobs = deliverJobs([...to('a', 1), ...to('b', 3)]);
    expect(jobs.map(({ task, queue }) => [task, queue])).toEqual([
      ['notifications/deliver', 'chat:a'],
      ['notifications/deliver-several', 'chat:b'],
    ]);
    expect(jobs[1]?.payload).toEqual({ deliveries: to('b', 3) });
  });

  it('are several where a person gets more than a stopping service may wait for', () => {
    const sizes = deliverJobs(to('a', 21)).map(({ task, payload }) =>
      task === 'notifications/deliver' ? 1 : (payload as { deliveries: unknown[] }).deliveries.length,
    );
    expect(sizes).toEqual([10, 10, 1]);
  });
});
