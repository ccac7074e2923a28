import os from 'node:os';
import type { Figures, OnClose } from './approvals.ts';
import { load, say, type Turns } from './measure.ts';
import { benchFiles } from './records-file.ts';
import { benchLedger, LEDGER_SIZE } from './records-ledger.ts';
import { benchNumbers } from './records-number.ts';
import { benchQuestions } from './records-question.ts';
import { benchEngines, benchSearch } from './records-search.ts';
import type { Size } from './size.ts';

type Part = (turns: Turns, onClose: OnClose, size: Size) => Promise<Figures>;

/** What `--only` names. Each part opens what it needs and has closed it when the next begins. */
const PARTS: Readonly<Record<string, Part>> = {
  file: benchFiles,
  number: benchNumbers,
  search: benchSearch,
  engines: benchEngines,
  question: benchQuestions,
  // The log has five entries a document, as a record has that lives its years.
  ledger: ({ seconds }, onClose, { documents }) =>
    benchLedger({ leaves: documents * LEDGER_SIZE.leavesPerDocument, seconds }, onClose),
};

export const RECORDS_PARTS: readonly string[] = Object.keys(PARTS);

/** 文書管理: one part after the other, so that none slows the other. */
export async function benchRecords(turns: Turns, onClose: OnClose, size: Size): Promise<Figures> {
  const before = load();
  const open: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of open.splice(0).reverse()) await close();
  };
  onClose(closeAll);
  let figures: Figures = {};
  for (const [name, part] of Object.entries(PARTS)) {
    if (size.only.length > 0 && !size.only.includes(name)) continue;
    say(`文書管理：${name}`);
    figures = { ...figures, ...(await part(turns, (close) => open.push(close), size)) };
    await closeAll();
  }
  return {
    ...figures,
    ...{ runs: turns.runs, seconds: turns.seconds, cores: os.availableParallelism() },
    ...{ load_before: before, load_after: load() },
  };
}
