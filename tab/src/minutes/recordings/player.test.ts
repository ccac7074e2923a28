import { describe, expect, it } from '@jest/globals';
import { createPlayer, type Sound } from './player.ts';

/** An element of sound that notes what is done to it. */
class Element extends EventTarget implements Sound {
  src = '';
  currentTime = 0;
  duration = 100;
  playbackRate = 1;
  seeking = false;
  sounds = false;
  async play(): Promise<void> {
    this.sounds = true;
  }
  pause(): void {
    this.sounds = false;
  }
  load(): void {}
  removeAttribute(): void {
    this.src = '';
  }
  tell(event: string): void {
    this.dispatchEvent(new Event(event));
  }
}

function playing() {
  const audio = new Element();
  let [now, asked] = [0, 0];
  const player = createPlayer({
    audio,
    ticket: async () => {
      asked += 1;
      return { path: `/content?ticket=${asked}`, until: '' };
    },
    now: () => now,
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const wait = (minutes: number) => {
    now += minutes * 60_000;
  };
  return { audio, player, settled, wait };
}

describe('M-08: the player', () => {
  it('asks for a ticket when it is first played, and for another one when that is over', async () => {
    const { audio, player, settled, wait } = playing();
    expect(audio.src).toBe('');
    player.playFrom(14_000);
    await settled();
    expect([audio.src, audio.currentTime, audio.sounds]).toEqual(['/content?ticket=1', 14, true]);
    player.toggle();
    expect(audio.sounds).toBe(false);
    wait(5);
    player.toggle();
    expect(audio.src).toBe('/content?ticket=1');
    wait(9);
    player.seek(20_000);
    await settled();
    expect([audio.src, audio.currentTime]).toEqual(['/content?ticket=2', 20]);
  });

  it('goes on where it was when its address ended in the middle; what fails at once has failed', async () => {
    const { audio, player, settled, wait } = playing();
    player.playFrom(0);
    await settled();
    audio.currentTime = 33;
    audio.tell('timeupdate');
    wait(7);
    audio.tell('error');
    await settled();
    expect([audio.src, audio.currentTime, audio.sounds]).toEqual(['/content?ticket=2', 33, true]);
    audio.tell('error');
    expect(player.state()).toMatchObject({ on: false, failed: true });
    player.toggle();
    await settled();
    expect(player.state()).toMatchObject({ on: true, failed: false });
    expect(audio.src).toBe('/content?ticket=3');
  });

  it('goes back three seconds, not before the beginning, and keeps its speed', () => {
    const { audio, player } = playing();
    audio.tell('durationchange');
    player.seek(500_000);
    expect(player.state().atMs).toBe(100_000);
    player.back();
    expect(player.state().atMs).toBe(97_000);
    player.seek(1_000);
    player.back();
    expect(player.state().atMs).toBe(0);
    for (let step = 0; step < 9; step += 1) player.step(1);
    expect([player.state().speed, audio.playbackRate]).toEqual([2, 2]);
    for (let step = 0; step < 9; step += 1) player.step(-1);
    expect(player.state().speed).toBe(0.5);
  });

  it('is silent for good when its page is left', async () => {
    const { audio, player, settled } = playing();
    player.playFrom(0);
    player.close();
    await settled();
    expect([audio.src, audio.sounds]).toEqual(['', false]);
  });
});
