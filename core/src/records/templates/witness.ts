import type { Finding, Witnessed } from '../../ledger/index.ts';
import { type Blobs, sha256Hex, type Tx } from '../../platform/index.ts';
import { fill, invariant } from '../../shared/index.ts';
import { type EditionRow, editionLeaf, TEMPLATE_KIND } from './rows.ts';
import { editionsAfter } from './store.ts';
import { templateTexts } from './text.ts';

const PAGE = 200;

const subjectOf = (subject: string) => {
  const [templateId = '', edition = ''] = subject.split('/');
  return { templateId, edition: Number(edition) };
};

function altered({ templateId, edition }: EditionRow): Finding {
  const code = 'records.template_altered';
  const sentence = templateTexts[code];
  invariant(sentence, `a sentence for ${code}`);
  const params = { template: templateId, edition };
  const said = { ja: fill(sentence.ja, params), en: fill(sentence.en, params) };
  return { kind: TEMPLATE_KIND, subject: `${templateId}/${edition}`, code, sentence: said };
}

async function* checkFiles(tx: Tx, blobs: Blobs): AsyncGenerator<Finding> {
  for (let after: EditionRow | null = null; ; ) {
    const page: EditionRow[] = await editionsAfter(tx, after, PAGE);
    for (const row of page) {
      const bytes = await blobs.get(row.sha256).catch(() => null);
      if (bytes === null || sha256Hex(bytes) !== row.sha256) yield altered(row);
    }
    const last = page.at(-1);
    if (!last) return;
    after = last;
  }
}

/** What 様式 answer for when the log is verified. */
export const templateWitness = (blobs: Blobs): Witnessed => ({
  kind: TEMPLATE_KIND,
  entries: async (tx, after, limit) =>
    (await editionsAfter(tx, after === null ? null : subjectOf(after), limit)).map(editionLeaf),
  check: (tx) => checkFiles(tx, blobs),
  name: (subject) => {
    const { templateId, edition } = subjectOf(subject);
    return { ja: `様式 ${templateId} の第${edition}版`, en: `edition ${edition} of template ${templateId}` };
  },
});
