import { expect, it } from '@jest/globals';
import { untilReady } from './until-ready.ts';

const NEVER = Number.POSITIVE_INFINITY;

const waiting = (readyAt: number, { stoppedAt = NEVER, giveUpMs = NEVER } = {}) => {
  let now = 1_000;
  const told: number[] = [];
  const ready = untilReady({
    answers: async () => now >= readyAt,
    stopping: () => now >= stoppedAt,
    late: (seconds) => told.push(seconds),
    now: () => now,
    pause: async () => {
      now += 1_000;
    },
    giveUpMs,
  });
  return ready.then((answered) => ({ answered, told }));
};

it('waits for as long as an update takes, and says every two minutes that it still does', async () => {
  expect(await waiting(100_000)).toEqual({ answered: true, told: [] });
  expect(await waiting(400_000)).toEqual({ answered: true, told: [120, 240, 360] });
});

it('ends the moment all is ended', async () => {
  expect(await waiting(400_000, { stoppedAt: 150_000 })).toEqual({ answered: false, told: [120] });
});

it('gives up what has nothing to update', async () => {
  expect(await waiting(NEVER, { giveUpMs: 120_000 })).toEqual({ answered: false, told: [] });
});
