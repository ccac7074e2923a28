import os from 'node:os';
import type { Figures, OnClose } from './approvals.ts';
import { load, say, type Turns } from './measure.ts';
import { benchBurst } from './telework-burst.ts';

/** テレワーク・庶務: the morning of a large city. */
export async function benchTelework(turns: Turns, onClose: OnClose): Promise<Figures> {
  const before = load();
  say('8:30：20,000人が「開始」を送る。10通に1通は二度届く。同じカードを返すだけのボットと交互に');
  const burst = await benchBurst(turns, onClose);
  return {
    ...burst,
    ...{ runs: turns.runs, seconds: turns.seconds, cores: os.availableParallelism() },
    ...{ load_before: before, load_after: load() },
  };
}
