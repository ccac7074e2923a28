import { describe, expect, it } from '@jest/globals';
import { mayReadLog } from './policy.ts';

describe('who may read the log', () => {
  it.each(['AUDITOR', 'ADMIN', 'CHIEF_RECORDS_MANAGER'])('%s may', (role) => {
    expect(mayReadLog(['PERSONNEL', role])).toBe(true);
  });

  it('nobody else may', () => {
    expect(mayReadLog([])).toBe(false);
    expect(mayReadLog(['RECORDS_OFFICER', 'PERSONNEL', 'SECURITY_OFFICER', 'auditor'])).toBe(false);
  });
});
