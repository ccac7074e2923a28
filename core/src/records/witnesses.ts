import type { Finding, Witnessed } from '../ledger/index.ts';
import { type Blobs, sha256Hex, type Tx } from '../platform/index.ts';
import { numberLabel } from '../regulations/index.ts';
import { type ErrorParams, fill, invariant, type Sentence } from '../shared/index.ts';
import { type Disagreement, disagreements, numberGaps, type StoredFile, storedFilesAfter } from './audit-queries.ts';
import { goneWitness } from './disposal/removal.ts';
import { tombstoneWitness } from './disposal/tombstones.ts';
import { recordsHistory } from './history.ts';
import { pruningWitnesses } from './pruning/index.ts';
import { fileVersionsAfter } from './queries.ts';
import { readingWitness } from './readings/index.ts';
import { registerHistoryWitness } from './register/history.ts';
import { numberLeaf } from './register/number-row.ts';
import { numbersAfter } from './register/queries.ts';
import { FILE_KIND, fileLeaf, REGISTER_KIND } from './rows.ts';
import { withKept, withRegister } from './standing/index.ts';
import { recordsTexts } from './text.ts';

const PAGE = 200;

interface Told {
  readonly kind: string;
  readonly subject: string;
  readonly params: ErrorParams;
  /** What the record's number is called in each language. */
  readonly number?: Sentence;
}

function finding(code: string, { kind, subject, params, number }: Told): Finding {
  const sentence = recordsTexts[code];
  invariant(sentence, `a sentence for ${code}`);
  const inLocale = (locale: 'ja' | 'en') =>
    fill(sentence[locale], number ? { ...params, number: number[locale] } : params);
  return { kind, subject, code, sentence: { ja: inLocale('ja'), en: inLocale('en') } };
}

function numberName({ symbol, fiscalYear, number }: Disagreement): Sentence {
  if (symbol === null || number === null) return { ja: '番号なし', en: 'no number' };
  const label = numberLabel(symbol, number);
  return { ja: `${fiscalYear}年度 ${label}`, en: `${label} of fiscal year ${fiscalYear}` };
}

const fileSubject = (subject: string) => {
  const [recordId = '', fileVersion = ''] = subject.split('/');
  return { recordId, fileVersion: Number(fileVersion) };
};
const numberSubject = (subject: string) => {
  const [fiscalYear = '', symbol = '', number = ''] = subject.split('/');
  const [main = '', branch = '0'] = number.split('-');
  return { fiscalYear: Number(fiscalYear), symbol, number: Number(main), branch: Number(branch) };
};

async function* storedFiles(tx: Tx): AsyncGenerator<StoredFile> {
  for (let after: StoredFile | null = null; ; ) {
    const page: StoredFile[] = await storedFilesAfter(tx, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    after = last;
  }
}

async function* checkFiles(tx: Tx, blobs: Blobs): AsyncGenerator<Finding> {
  for await (const { recordId, fileVersion, sha256 } of storedFiles(tx)) {
    const at = { kind: FILE_KIND, subject: `${recordId}/${fileVersion}` };
    const bytes = await blobs.get(sha256).catch(() => null);
    const params = { record: recordId, version: fileVersion, sha256 };
    if (bytes === null) yield finding('records.stored_file_missing', { ...at, params });
    else if (sha256Hex(bytes) !== sha256) yield finding('records.stored_file_altered', { ...at, params });
  }
}

async function* checkRecords(tx: Tx): AsyncGenerator<Finding> {
  for (const told of await disagreements(tx)) {
    const { code, recordId, fields } = told;
    // The title may be what was altered, so a record goes by its id and number.
    const params = { record: recordId, fields };
    yield finding(code, { kind: 'records/record', subject: recordId, params, number: numberName(told) });
  }
  for (const { symbol, fiscalYear, taken, highest, next } of await numberGaps(tx)) {
    const params = { symbol, fiscalYear, taken, highest, next: next ?? '-' };
    yield finding('records.number_gap', { kind: REGISTER_KIND, subject: `${fiscalYear}/${symbol}`, params });
  }
}

/** What the records store answers for when the log is verified. */
export function recordsWitnesses(blobs: Blobs): Witnessed[] {
  return [
    {
      kind: FILE_KIND,
      entries: async (tx, after, limit) =>
        (await fileVersionsAfter(tx, after === null ? null : fileSubject(after), limit)).map(fileLeaf),
      check: (tx) => checkFiles(tx, blobs),
      name: (subject) => {
        const { recordId, fileVersion } = fileSubject(subject);
        return {
          ja: `文書 ${recordId} のファイル第${fileVersion}版`,
          en: `version ${fileVersion} of the file of record ${recordId}`,
        };
      },
    },
    {
      kind: REGISTER_KIND,
      entries: async (tx, after, limit) =>
        (await numbersAfter(tx, after === null ? null : numberSubject(after), limit)).map(numberLeaf),
      check: checkRecords,
      name: (subject) => {
        const { fiscalYear, symbol, number, branch } = numberSubject(subject);
        const label = numberLabel(symbol, number, branch);
        return {
          ja: `文書収発簿 ${fiscalYear}年度 ${label}`,
          en: `register row ${label} of fiscal year ${fiscalYear}`,
        };
      },
    },
    withKept(recordsHistory),
    withRegister(registerHistoryWitness),
    tombstoneWitness,
    goneWitness,
    ...pruningWitnesses,
    readingWitness,
  ];
}
