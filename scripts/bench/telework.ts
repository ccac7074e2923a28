import os from 'node:os';
import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import type { Figures, OnClose } from './approvals.ts';
import { cityHall } from './city-hall.ts';
import { load, say, type Turns } from './measure.ts';
import { benchBoard } from './telework-board.ts';
import { benchBurst } from './telework-burst.ts';
import { benchClosing } from './telework-closing.ts';
import { CROWD } from './telework-crowd.ts';
import { benchSheet } from './telework-sheet.ts';

type Part = (turns: Turns, onClose: OnClose) => Promise<Record<string, number>>;

async function months(turns: Turns, onClose: OnClose): Promise<Record<string, number>> {
  await globalSetup();
  onClose(globalTeardown);
  const hall = await cityHall(CROWD);
  onClose(() => hall.city.close());
  return { ...(await benchClosing(hall)), ...(await benchSheet(hall, turns)) };
}

const PARTS: readonly (readonly [string, Part])[] = [
  ['8:30：20,000人が「開始」を送る。10通に1通は二度届く。同じカードを返すだけのボットと交互に', benchBurst],
  ['在席：1,400人の市の全員の一覧', benchBoard],
  ['締め：20,000人の先月分、そのあと一人の勤務表', months],
];

/** One part after the other; each takes its own product away before the next begins. */
async function inTurn(turns: Turns, onClose: OnClose): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const [what, part] of PARTS) {
    say(what);
    const closers: (() => Promise<void>)[] = [];
    const closeAll = async () => {
      for (const close of closers.splice(0).reverse()) await close();
    };
    onClose(closeAll);
    Object.assign(figures, await part(turns, (close) => closers.push(close)));
    await closeAll();
  }
  return figures;
}

/** テレワーク・庶務: the morning of a large city, who is where, and the end of its month. */
export async function benchTelework(turns: Turns, onClose: OnClose): Promise<Figures> {
  const before = load();
  const figures = await inTurn(turns, onClose);
  return {
    ...figures,
    ...{ runs: turns.runs, seconds: turns.seconds, cores: os.availableParallelism() },
    ...{ load_before: before, load_after: load() },
  };
}
