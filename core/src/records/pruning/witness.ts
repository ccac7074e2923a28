import type { Finding, Witnessed } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { fill } from '../../shared/index.ts';
import { goneLeaf, PRUNED_GONE_KIND, PRUNING_KIND, pruningLeaf } from './row.ts';
import { pruningsAfter } from './store.ts';
import { pruningSentences } from './text.ts';

const placeOf = (subject: string | null) => {
  if (subject === null) return null;
  const [recordId = '', fileVersion = ''] = subject.split('/');
  return { recordId, fileVersion: Number(fileVersion) };
};

/** Versions that are said to be pruned and stand for what was filed, whoever wrote that. */
const ofFiled = (tx: Tx): Promise<{ recordId: string; fileVersion: number }[]> =>
  tx.query(
    `select p.record_id as "recordId", p.file_version as "fileVersion" from kaigi.records_pruning p
     join kaigi.records_record r on r.municipality_id = p.municipality_id and r.id = p.record_id
     join kaigi.records_file_version f on f.municipality_id = p.municipality_id and f.record_id = p.record_id
       and f.file_version = p.file_version
     where p.municipality_id = $1 and (p.file_version >= r.file_version or r.state <> 'FROZEN' or f.sha256 <> p.sha256)`,
    [tx.municipalityId],
  );

function findingOf({ recordId, fileVersion }: { recordId: string; fileVersion: number }): Finding {
  const { ja, en } = pruningSentences['records.pruned_filed'];
  const params = { record: recordId, version: fileVersion };
  const sentence = { ja: fill(ja, params), en: fill(en, params) };
  return { kind: PRUNING_KIND, subject: `${recordId}/${fileVersion}`, code: 'records.pruned_filed', sentence };
}

/** What was pruned, and that its bytes are gone: two leaves, each with its row. */
export const pruningWitnesses: readonly Witnessed[] = [
  {
    kind: PRUNING_KIND,
    entries: async (tx, after, limit) =>
      (await pruningsAfter(tx, placeOf(after), { limit, gone: false })).map(pruningLeaf),
    async *check(tx) {
      for (const wrong of await ofFiled(tx)) yield findingOf(wrong);
    },
    name: (subject) => ({ ja: `作業版の整理 ${subject}`, en: `pruning of the working version ${subject}` }),
  },
  {
    kind: PRUNED_GONE_KIND,
    entries: async (tx, after, limit) =>
      (await pruningsAfter(tx, placeOf(after), { limit, gone: true })).flatMap(({ settledAt, goneLeafId, ...row }) =>
        settledAt === null || goneLeafId === null ? [] : [goneLeaf({ ...row, settledAt, goneLeafId })],
      ),
    name: (subject) => ({ ja: `作業版のファイルの消去 ${subject}`, en: `removal of the working version ${subject}` }),
  },
];
