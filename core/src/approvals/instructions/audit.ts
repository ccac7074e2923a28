import type { Finding, Witnessed } from '../../ledger/index.ts';
import { type Instruction, isInOrder } from './rules.ts';
import { instructionsAfter, linesAfter } from './store.ts';
import { entryOf, INSTRUCTION_KIND } from './witness.ts';

const BATCH = 500;

const SENTENCES = {
  instruction_out_of_order: {
    ja: '履歴の行が欠けているか、起こり得ない順に並んでいます。',
    en: 'lines of its history are missing, or stand in an order that cannot be.',
  },
  instruction_words_left: {
    ja: '起案された文書は廃棄・移管されましたが、書かれた言葉が残っています。',
    en: 'the document that was drafted from it was disposed of, and what was written is still there.',
  },
  instruction_words_taken: {
    ja: '起案された文書は残っていますが、書かれた言葉が失われています。',
    en: 'the document that was drafted from it is kept, and what was written is gone.',
  },
};

const finding = (instructionId: string, code: keyof typeof SENTENCES): Finding => ({
  kind: INSTRUCTION_KIND,
  subject: instructionId,
  code: `approvals.${code}`,
  sentence: {
    ja: `作成指示 ${instructionId}：${SENTENCES[code].ja}`,
    en: `Instruction ${instructionId}: ${SENTENCES[code].en}`,
  },
});

function* findingsOf(one: Instruction): Iterable<Finding> {
  const written = [one, ...one.lines];
  if (one.lines.length === 0 || !isInOrder(one)) yield finding(one.instructionId, 'instruction_out_of_order');
  if (one.isGone && written.some(({ said }) => said !== null))
    yield finding(one.instructionId, 'instruction_words_left');
  if (!one.isGone && written.some(({ saidSha256 }) => saidSha256 !== null))
    yield finding(one.instructionId, 'instruction_words_taken');
}

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
    return rows.map(({ of, line }) => entryOf(of, line));
  },
  async *check(tx) {
    for (let after: string | null = null; ; ) {
      const page: Instruction[] = await instructionsAfter(tx, after, BATCH);
      for (const one of page) yield* findingsOf(one);
      if (page.length < BATCH) return;
      after = page.at(-1)?.instructionId ?? null;
    }
  },
};
