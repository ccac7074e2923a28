import { describe, expect, it } from '@jest/globals';
import { parseWritten } from './parse-written.ts';

describe('a written message', () => {
  it('has an id of its own, and the time of the device that wrote it', () => {
    const activity = { id: '1780000000000', localTimestamp: '2026-11-24T08:30:00.000+09:00' };
    expect(parseWritten(activity)).toEqual({ id: '1780000000000', clientAt: new Date('2026-11-23T23:30:00Z') });
  });

  it.each([undefined, null, '', 'gestern', 7])('is taken without the time where that is %p', (localTimestamp) => {
    expect(parseWritten({ id: '1', localTimestamp })).toEqual({ id: '1', clientAt: null });
  });

  it('is none without an id', () => {
    expect(parseWritten({ localTimestamp: '2026-11-24T08:30:00+09:00' })).toBeNull();
    expect(parseWritten(null)).toBeNull();
  });
});
