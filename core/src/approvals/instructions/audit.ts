import type { Finding, Witnessed } from '../../ledger/index.ts';
import { type Instruction, isInOrder } from './rules.ts';
import { instructionsAfter, linesAfter } from './store.ts';
import { entryOf, INSTRUCTION_KIND } from './witness.ts';

const BATCH = 500;

const outOfOrder = ({ instructionId }: Instruction): Finding => ({
  kind: INSTRUCTION_KIND,
  subject: instructionId,
  code: 'approvals.instruction_out_of_order',
  sentence: {
    ja: `作成指示 ${instructionId}：履歴の行が欠けているか、起こり得ない順に並んでいます。`,
    en: `Instruction ${instructionId}: lines of its history are missing, or stand in an order that cannot be.`,
  },
});

/** What `kaigi verify` asks about instructions. */
export const instructionWitness: Witnessed = {
  kind: INSTRUCTION_KIND,
  name: (subject) => {
    const [id, seq] = subject.split('/');
    return { ja: `作成指示 ${id} の履歴 ${seq} 行目`, en: `line ${seq} of the history of instruction ${id}` };
  },
  entries: async (tx, after, limit) => {
    const [instructionId = '', seq] = after?.split('/') ?? [];
    const rows = await linesAfter(tx, after === null ? null : { instructionId, seq: Number(seq) }, limit);
    return rows.map(({ instructionId: id, giverPostId, given, ...line }) =>
      entryOf({ instructionId: id, giverPostId, given }, line),
    );
  },
  async *check(tx) {
    for (let after: string | null = null; ; ) {
      const page: Instruction[] = await instructionsAfter(tx, after, BATCH);
      for (const one of page) if (one.lines.length === 0 || !isInOrder(one)) yield outOfOrder(one);
      if (page.length < BATCH) return;
      after = page.at(-1)?.instructionId ?? null;
    }
  },
};
