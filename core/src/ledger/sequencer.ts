import type { Report } from '../platform/index.ts';
import { BATCH, type Sequencing, sequenceOnce } from './sequence.ts';
import { municipalitiesLogged, municipalitiesWaiting } from './store.ts';

export interface Sequencer {
  /** Says that this process has just committed entries. */
  wake(): void;
  close(): Promise<void>;
}

const BUSY_PAUSE_MS = 200;
const IDLE_PAUSE_MS = 1_000;
const MAX_BACK_OFF_MS = 60_000;

/** A log that refuses to grow is reported again and again, but ever more seldom, and does not hold up the others. */
class BackOff {
  private readonly waits = new Map<string, { readonly until: number; readonly pause: number }>();

  isDue(municipalityId: string, now: number): boolean {
    return (this.waits.get(municipalityId)?.until ?? 0) <= now;
  }

  failed(municipalityId: string, now: number): void {
    const pause = Math.min((this.waits.get(municipalityId)?.pause ?? IDLE_PAUSE_MS / 2) * 2, MAX_BACK_OFF_MS);
    this.waits.set(municipalityId, { until: now + pause, pause });
  }

  succeeded(municipalityId: string): void {
    this.waits.delete(municipalityId);
  }
}

type Pass = 'more' | 'some' | 'none';

async function passOver(municipalities: readonly string[], options: SequencerOptions, backOff: BackOff): Promise<Pass> {
  let pass: Pass = 'none';
  for (const municipalityId of municipalities) {
    const now = options.clock.now().getTime();
    if (!backOff.isDue(municipalityId, now)) continue;
    try {
      const placed = await sequenceOnce(options, municipalityId);
      backOff.succeeded(municipalityId);
      if (placed === BATCH) pass = 'more';
      else if (placed > 0 && pass === 'none') pass = 'some';
    } catch (error) {
      backOff.failed(municipalityId, now);
      options.report.failed('ledger', error);
    }
  }
  return pass;
}

export interface SequencerOptions extends Sequencing {
  readonly report: Report;
}

/** Sequences all municipalities that have entries waiting, until it is closed. Any number of processes may run it. */
export function startSequencer(options: SequencerOptions): Sequencer {
  const backOff = new BackOff();
  let [closed, woken] = [false, false];
  let wakeUp: () => void = () => undefined;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const pass = async (find: typeof municipalitiesWaiting): Promise<Pass> => {
    woken = false;
    try {
      return await passOver(await find(options.owner), options, backOff);
    } catch (error) {
      options.report.failed('ledger', error);
      return 'none';
    }
  };
  const loop = (async () => {
    // A process killed between commit and anchor leaves the anchor behind; the first pass brings it up.
    await pass(municipalitiesLogged);
    while (!closed) {
      const found = await pass(municipalitiesWaiting);
      // Under load a checkpoint every 200 ms, not one for every act; so only the long pause can be cut short.
      if (found === 'some' && !closed) await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
      else if (found === 'none' && !closed && !woken) await pause(IDLE_PAUSE_MS);
    }
  })();
  return {
    wake() {
      woken = true;
      wakeUp();
    },
    async close() {
      closed = true;
      wakeUp();
      await loop;
    },
  };
}
