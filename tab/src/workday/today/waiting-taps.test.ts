import { expect, it } from '@jest/globals';
import { inputOf } from './waiting-taps.ts';

it('T-06: a tap that waited says by the device’s own clock when it was made and when it left, under one key', () => {
  const tap = { date: '2026-11-24', punch: 'START', key: 'tap-1', clientAt: '2026-11-23T23:31:00.000Z' } as const;
  expect(inputOf(tap, new Date('2026-11-24T00:40:00Z'))).toEqual({
    ...{ punch: 'START', key: 'tap-1' },
    ...{ clientAt: '2026-11-23T23:31:00.000Z', clientSentAt: '2026-11-24T00:40:00.000Z' },
  });
});
