import { describe, expect, it } from '@jest/globals';
import { readUntil } from './read-until.ts';

describe('M-20: up to when a chat was read', () => {
  const until = '2026-11-26T15:00:00.000Z';

  it('is the moment of asking while the last day goes on', () => {
    expect(readUntil({ askedAt: '2026-11-26T08:00:00.000Z', until }, 'ja')).toBe('令和8年11月26日 17:00');
  });

  it('is the last day chosen where it was over: what was written since is not there', () => {
    expect(readUntil({ askedAt: '2026-11-28T08:00:00.000Z', until }, 'ja')).toBe('令和8年11月26日');
    expect(readUntil({ askedAt: until, until }, 'ja')).toBe('令和8年11月26日');
  });
});
