import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import { fiscalYearOf, localDateOf, wareki, warekiFiscalYear } from '../../shared/index.ts';
import type { RecordKind } from '../contract.ts';
import type { RegisteredRow } from '../rows.ts';
import { filedAsFacts, markUnread, type Registered, registeredOf } from './filed-as.ts';
import { BETWEEN, foldText } from './folded-text.ts';
import { FILE_TEXT, FILED_AS, isAttached, type Part, REGISTERED } from './segment.ts';
import { forgetDocs, putDoc, wordsOfSame } from './store.ts';

/** What a record was filed as, as far as it is searched. */
export interface FiledAs {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly unitName: string;
  readonly registeredBy: Pick<Person, 'name'>;
  readonly registeredAt: Date;
  readonly fileName: string;
}

/** As people call them who seek one. */
const KIND_WORDS: Readonly<Record<RecordKind, string>> = {
  DRAFT_DOCUMENT: '起案文書',
  RECEIPT: '収受文書',
  REFERENCE: '参考',
  FINAL_DOCUMENT: '完成図書',
};

/** Fields one below the other: nobody finds what goes from one into the next. */
const fields = (values: readonly (string | null | undefined)[]): string =>
  values.flatMap((value) => (value ? [value.replace(/\s+/gu, ' ')] : [])).join('\n');

export const foldedFields = (words: string): string => words.split('\n').map(foldText).join(BETWEEN);

/** What is attached begins with the name of its file. */
function foldedAttached(words: string): string {
  const [name = '', ...text] = words.split('\n');
  return [name, text.join('\n')].map(foldText).join(BETWEEN);
}

/** The words of a document as they are searched. */
export function foldedDoc({ part, words }: { readonly part: Part; readonly words: string }): string {
  if (part === FILE_TEXT) return foldText(words);
  return isAttached(part) ? foldedAttached(words) : foldedFields(words);
}

const put = (tx: Tx, doc: { recordId: string; part: Part; words: string; sha256?: string }): Promise<void> =>
  putDoc(tx, { sha256: null, ...doc, folded: foldedDoc(doc) });

/** Title, kind, class, 課, who and when. */
export function filedAsWords(filed: Omit<FiledAs, 'recordId'>): string {
  const day = localDateOf(filed.registeredAt);
  return fields([
    filed.title,
    KIND_WORDS[filed.kind],
    `${filed.classificationCode} ${filed.classificationName}`,
    filed.unitName,
    filed.registeredBy.name,
    wareki(day),
    day,
    warekiFiscalYear(fiscalYearOf(day)),
    filed.fileName,
  ]);
}

/** As they are found from the commit on. */
export const putFiledAs = (tx: Tx, filed: FiledAs): Promise<void> =>
  put(tx, { recordId: filed.recordId, part: FILED_AS, words: filedAsWords(filed) });

/** The same of a record that is called or classed anew. */
export async function putFiledAsAgain(tx: Tx, recordId: string): Promise<void> {
  const filed = await filedAsFacts(tx, recordId);
  if (filed) await putFiledAs(tx, filed);
}

const registeredFields = (row: Registered): (string | null)[] => [
  numberLabel(row.symbol, row.number, row.branch),
  `${warekiFiscalYear(row.fiscalYear)}${numberLabel(row.symbol, row.number, row.branch)}`,
  ...[row.takenOn, row.issuedOn].flatMap((day) => (day === null ? [] : [wareki(day), day])),
  ...[row.title, row.counterparty, row.theirNumber, row.unitName, row.registeredBy.name],
];

/** Its number, day and counterparty in the 文書収発簿, the moment it takes the number. */
export const putRegistered = (tx: Tx, row: RegisteredRow): Promise<void> =>
  put(tx, {
    ...{ recordId: row.recordId, part: REGISTERED },
    words: fields(registeredFields({ ...row, branch: 0, issuedOn: null, title: null, theirNumber: null })),
  });

/** The same of a record whose row was put right. */
export async function putRegisteredAgain(tx: Tx, recordId: string): Promise<void> {
  const rows = await registeredOf(tx, recordId);
  if (rows.length > 0) await put(tx, { recordId, part: REGISTERED, words: fields(rows.flatMap(registeredFields)) });
}

/** As it can be shown: without U+0000 and halves of surrogate pairs. */
const storable = (text: string): string => text.replaceAll('\0', ' ').toWellFormed();

/** Something attached to its case: how it is called, and what stands in it as far as it could be read. */
export function putAttached(
  tx: Tx,
  { recordId, part, fileName, text }: { recordId: string; part: Part; fileName: string; text: string },
): Promise<void> {
  return put(tx, { recordId, part, words: `${fileName}\n${storable(text)}` });
}

/** The text of its file; null where the same bytes were filed before, and their words are known. */
export async function putText(
  tx: Tx,
  { recordId, sha256, text }: { recordId: string; sha256: string; text: string | null },
): Promise<void> {
  const known = text ?? (await wordsOfSame(tx, sha256));
  if (known === null) return markUnread(tx, recordId);
  return put(tx, { recordId, part: FILE_TEXT, sha256, words: storable(known) });
}

/** From the commit on nothing of this record is found, and its words go from the index too. It has no files of its own. */
export async function forgetRecordWords(tx: Tx, recordId: string): Promise<readonly string[]> {
  await forgetDocs(tx, recordId);
  return [];
}
