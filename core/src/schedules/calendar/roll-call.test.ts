import { describe, expect, it } from '@jest/globals';
import { forgotten, straysAmong } from './roll-call.ts';

const now = new Date('2026-11-24T01:00:00Z');
const MINUTE_MS = 60_000;
const longestMs = 7 * 24 * 60 * MINUTE_MS;
/** Asked for so many minutes ago. */
const listed = (subscriptionId: string, minutesAgo: number) => ({
  subscriptionId,
  expiresAt: new Date(now.getTime() + longestMs - minutesAgo * MINUTE_MS),
});
const kept = (subscriptionId: string, expiresAt: Date | null = new Date(now.getTime() + MINUTE_MS)) => ({
  ...{ ownerId: `owner of ${subscriptionId}`, subscriptionId, expiresAt },
});

describe('the roll call of subscriptions', () => {
  it('finds those that Microsoft does not know, and none that has ended anyway', () => {
    const some = [kept('a'), kept('b'), kept('over', new Date(now.getTime() - 1)), kept('adopted', null)];
    expect(forgotten(some, [listed('a', 60)], now)).toEqual(['owner of b', 'owner of adopted']);
    expect(forgotten(some, [], now)).toHaveLength(3);
  });

  it('finds those of which nobody here knows, but for those that may become known yet', () => {
    const there = [listed('a', 60), listed('stray', 60), listed('young', 9), listed('newest', 0)];
    expect(straysAmong(there, [kept('a')], { now, longestMs })).toEqual(['stray']);
  });
});
