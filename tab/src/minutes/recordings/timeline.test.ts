import { describe, expect, it } from '@jest/globals';
import { offsetIn } from './offset.ts';
import type { Player, PlayerState } from './player.ts';
import { leftBy, timelinePlayer } from './timeline.ts';

/** A player without sound, and what it was asked. */
function silent() {
  const asked: string[] = [];
  let state: PlayerState = { on: false, atMs: 0, lengthMs: 60_000, speed: 1, failed: false };
  const listeners = new Set<() => void>();
  const change = (changed: Partial<PlayerState>) => {
    state = { ...state, ...changed };
    for (const listener of listeners) listener();
  };
  const player: Player = {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    playFrom: (atMs) => change({ on: true, atMs }),
    seek: (atMs) => change({ atMs }),
    toggle: () => change({ on: !state.on }),
    back: () => change({ atMs: state.atMs - 3_000 }),
    setSpeed: (speed) => change({ speed }),
    step: () => undefined,
    close: () => asked.push('closed'),
  };
  return { player, asked, listeners };
}

function two(firstMs = 0) {
  const players = { a: silent(), b: silent() };
  const pieces = [
    { recordingId: 'a', fromMs: firstMs },
    { recordingId: 'b', fromMs: 100_000 },
  ];
  const timeline = timelinePlayer(pieces, (id) => players[id === 'a' ? 'a' : 'b'].player);
  return { timeline, ...players };
}

describe('several recordings of one meeting', () => {
  it('a line is played in the recording that it was said in, and never both', () => {
    const { timeline, a, b } = two();
    timeline.playFrom(20_000);
    timeline.playFrom(130_000);
    expect([a.player.state().on, b.player.state()]).toMatchObject([false, { on: true, atMs: 30_000 }]);
    expect(timeline.state()).toMatchObject({ on: true, atMs: 130_000, lengthMs: 160_000 });
    expect(timeline.place()).toEqual({ recordingId: 'b', atMs: 30_000 });
    timeline.seek(10_000);
    expect([a.player.state(), b.player.state().on]).toMatchObject([{ on: true, atMs: 10_000 }, false]);
    timeline.step(1);
    expect([a, b].map(({ player }) => player.state().speed)).toEqual([1.25, 1.25]);
  });

  it('one that was begun before the lines plays them later in it, and nothing before its beginning', () => {
    const { timeline, a } = two(-15_000);
    timeline.playFrom(5_000);
    expect(a.player.state().atMs).toBe(20_000);
    timeline.seek(-60_000);
    expect(a.player.state().atMs).toBe(0);
  });

  it('goes on in the same recording where it stood, when a line was said to be heard there', () => {
    const before = two();
    before.timeline.setSpeed(1.5);
    before.timeline.playFrom(130_000);
    const after = two(60_000);
    after.timeline.takeUp(leftBy(before.timeline));
    expect(after.timeline.place()).toEqual({ recordingId: 'b', atMs: 30_000 });
    expect(after.timeline.state()).toMatchObject({ on: true, speed: 1.5 });
    const stopped = two(-20_000);
    stopped.timeline.takeUp({ recordingId: 'a', atMs: 10_000, on: false, speed: 1 });
    expect(stopped.timeline.state()).toMatchObject({ on: false, atMs: -10_000 });
    stopped.timeline.takeUp({ recordingId: 'gone', atMs: 50_000, on: true, speed: 1 });
    expect(stopped.timeline.place()).toEqual({ recordingId: 'a', atMs: 10_000 });
  });

  it('tells whoever looks of each change, with one state until the next, and lets go of all', () => {
    const { timeline, a, b } = two();
    let told = 0;
    const end = timeline.subscribe(() => {
      told += 1;
    });
    expect(timeline.state()).toBe(timeline.state());
    timeline.playFrom(130_000);
    expect(told).toBeGreaterThan(0);
    end();
    timeline.close();
    expect([a, b].map(({ asked, listeners }) => [asked, listeners.size])).toEqual([
      [['closed'], 0],
      [['closed'], 0],
    ]);
  });
});

describe('the time at which a second recording begins', () => {
  it('is read as people write it', () => {
    const read = ['1:05:00', '65:00', '３：００', ' 0:00 '].map(offsetIn);
    expect(read).toEqual([3_900_000, 3_900_000, 180_000, 0]);
    expect(['', '一時間', '1:70', '5', '-1:00', '1:2:3:4', '99:00:00'].map(offsetIn)).toEqual(Array(7).fill(null));
  });
});
