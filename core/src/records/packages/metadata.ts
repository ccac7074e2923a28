import { type CsvCell, writeCsv } from '../../shared/index.ts';
import type { RecordView } from '../contract.ts';
import type { PackedFile } from './evidence.ts';

/** What a package says of a record; the names of Dublin Core where it has one (ISO 15836). */
export interface Described {
  readonly identifier: string;
  readonly title: string;
  readonly creator: string;
  readonly contributor: string;
  readonly date: string;
  readonly type: RecordView['kind'];
  readonly subject: string;
  readonly language: 'ja';
  readonly documentNumber: string | null;
  readonly fiscalYear: number | null;
  readonly registeredOn: string;
  readonly decidedOrFixedOn: string | null;
  readonly retentionYears: number;
  readonly caseId: string | null;
  readonly files: readonly (Omit<PackedFile, 'recordId'> & { readonly path: string })[];
}

const KINDS: Record<RecordView['kind'], string> = {
  DRAFT_DOCUMENT: '起案文書',
  RECEIPT: '収受文書',
  REFERENCE: '参考',
  FINAL_DOCUMENT: '完成図書',
};

export function described(view: RecordView, owner: string, files: Described['files']): Described {
  const { documentNumber, classification } = view;
  return {
    identifier: view.id,
    title: view.title,
    creator: owner,
    contributor: `${view.registeredBy.name}（${view.registeredBy.postTitle}）`,
    date: documentNumber?.date ?? view.registeredAt.slice(0, 10),
    type: view.kind,
    subject: `${classification.code} ${classification.name}`,
    language: 'ja',
    documentNumber: documentNumber?.label ?? null,
    fiscalYear: documentNumber?.fiscalYear ?? null,
    registeredOn: view.registeredAt,
    decidedOrFixedOn: view.frozenAt,
    retentionYears: view.retentionYears,
    caseId: view.caseId,
    files,
  };
}

const HEADINGS = [
  ...['識別子（identifier）', '件名（title）', '主務課（creator）', '登録者（contributor）', '日付（date）'],
  ...[
    '種別（type）',
    '分類（subject）',
    '言語（language）',
    '文書番号',
    '年度',
    '登録日時',
    '確定日時',
    '保存年数',
    '案件',
  ],
  ...['ファイルの版', 'ファイル', '形式（format）', 'バイト数', 'SHA-256'],
] as const;

/** One row a file, so that a spreadsheet shows every one. */
export function metadataCsv(records: readonly Described[]): Uint8Array {
  const rows = records.flatMap((record): CsvCell[][] =>
    record.files.map((file) => [
      ...[record.identifier, record.title, record.creator, record.contributor, record.date, KINDS[record.type]],
      ...[record.subject, record.language, record.documentNumber, record.fiscalYear, record.registeredOn],
      ...[record.decidedOrFixedOn, record.retentionYears, record.caseId],
      ...[file.fileVersion, file.path, file.mediaType, file.size, file.sha256],
    ]),
  );
  return writeCsv([[...HEADINGS], ...rows], 'utf-8').bytes;
}

const MAX_LETTERS = 80;

/**
 * One part of a path that every system takes. No percent sign: a validator in wide use does not read it back as RFC 8493
 * has it written.
 */
export function safePart(name: string): string {
  const plain = name
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replaceAll('%', '％')
    .replace(/[<>:"|?*/\\]/g, '_')
    .replace(/^[\s.~]+|[\s.]+$/gu, '');
  const letters = Array.from(plain);
  if (letters.length <= MAX_LETTERS) return plain === '' ? '_' : plain;
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  return `${letters.slice(0, MAX_LETTERS - ending.length).join('')}${ending}`;
}
