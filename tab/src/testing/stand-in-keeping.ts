import {
  DisposalsSchema,
  DisposalViewSchema,
  FolderDetailSchema,
  type FolderList,
  FolderListSchema,
  HandoverViewSchema,
  KeepingViewSchema,
  OfferedTemplatesSchema,
  PrunableListSchema,
  ReadingLogSchema,
  RecordsSearchSchema,
  RecordViewSchema,
  ScheduleChangeSchema,
  TemplateInFullSchema,
  TombstonesSchema,
  VersionsViewSchema,
} from '@kaigi/core/contract';
import { aList, aTombstone, ID as LIST } from '../records/disposal/disposal.fixture.ts';
import { aPrunable, DRAFT_ID, someVersions } from '../records/pruning/pruning.fixture.ts';
import { aFolder, aKept, aRecord, check, FOLDER, ID, openings, story } from '../records/record/record.fixture.ts';
import { caseId } from './cases.ts';
import { DRAFTER } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

export const RECORD_ID = ID;
export const FOLDER_ID = FOLDER;
export const LIST_ID = LIST;
export const DRAFT_RECORD_ID = DRAFT_ID;
export const TEMPLATE_ID = '0192d5a0-0000-7000-8000-0000000000e1';

const FOLDERS: FolderList = {
  ...{ fiscalYear: 2026, items: [aFolder], truncated: false, loose: 2, sections: [{ unitId: 'u', name: '政策課' }] },
  maySeeSchedule: true,
};
const DRAFT = { id: DRAFT_ID, kind: 'DRAFT_DOCUMENT', caseId: caseId(2), fileVersion: 5 };
const CONTENT = {
  ...{ recordId: ID, title: aRecord.title, level: 'C3C', createdOn: '2026-11-20', basisOn: null },
  ...{ custody: 'SECTION', state: 'KEPT' },
};
const READY = { ...aFolder, id: '0192d5a0-0000-7000-8000-0000000000f9', title: '後援の不承認', held: false };
const RULE = { period: '5年', action: 'DESTROY', endsOn: '2032-03-31', article: '規程 別表第2 第10項' };
const CHANGE = {
  ...{ digest: 'a', regulationVersion: 'minato/2027-04-01', shorter: 1, mayApply: true },
  items: [
    {
      ...{ kind: 'FOLDER', id: FOLDER, title: '後援の承認', unitName: '政策課', ruleId: 'A-04-03', before: RULE },
      after: { ...RULE, period: '3年', endsOn: '2030-03-31' },
    },
  ],
};
const HIT = {
  ...{ id: ID, kind: 'RECEIPT', state: 'FROZEN', number: '政収第12号', classification: aRecord.classification },
  title: [
    { text: '後援', hit: true },
    { text: '名義の使用の申請', hit: false },
  ],
  ...{ unitName: '政策課', registeredOn: '2026-11-20', registeredOnWareki: '令和8年11月20日', caseId: null },
  ...{ foundIn: 'TEXT', attachment: null, snippet: [{ text: '次の行事の後援を申請します。', hit: false }] },
};
const EDITION = {
  edition: 1,
  file: { sha256: 'a'.repeat(64), fileName: '研修実施伺い.docx', mediaType: 'x', size: 1 },
  ...{ note: '初版', addedAt: '2026-11-21T03:00:00.000Z', addedBy: DRAFTER },
};
const TEMPLATE = {
  ...{ id: TEMPLATE_ID, version: 1, title: '研修実施伺い', purpose: '課内研修を行うとき', kind: null },
  ...{ classification: null, ownerUnitName: '政策課', state: 'OFFERED', may: { change: true } },
  ...{ current: EDITION, editions: [EDITION] },
};

const ANSWERS: Readonly<Record<string, () => unknown>> = {
  [`records/${ID}`]: () => RecordViewSchema.parse(aRecord),
  [`records/${ID}/keeping`]: () => KeepingViewSchema.parse(aKept()),
  [`records/${ID}/proof/check`]: () => check,
  [`records/${DRAFT_ID}`]: () => RecordViewSchema.parse({ ...aRecord, ...DRAFT }),
  [`records/${DRAFT_ID}/keeping`]: () => KeepingViewSchema.parse(aKept({ recordId: DRAFT_ID })),
  [`records/${DRAFT_ID}/proof/check`]: () => check,
  [`records/${DRAFT_ID}/versions`]: () => VersionsViewSchema.parse(someVersions()),
  'records/working-versions': () =>
    PrunableListSchema.parse({ items: [aPrunable()], nextCursor: null, sentence: someVersions().sentence }),
  [`records/${ID}/readings`]: () => ReadingLogSchema.parse(openings),
  [`records/${DRAFT_ID}/readings`]: () => ReadingLogSchema.parse(openings),
  folders: () => FolderListSchema.parse(FOLDERS),
  [`folders/${FOLDER}`]: () =>
    FolderDetailSchema.parse({
      ...aFolder,
      contents: [CONTENT],
      truncated: false,
      history: story,
      holds: aKept().holds,
      mayPassOn: true,
    }),
  handovers: () =>
    HandoverViewSchema.parse({
      fiscalYear: 2026,
      items: [
        { folder: READY, lacks: [] },
        { folder: aFolder, lacks: [{ code: 'records.lacks_open', said: '完結していない文書が2件あります' }] },
      ],
      truncated: false,
      mayHandOver: true,
    }),
  'retention-changes': () => ScheduleChangeSchema.parse(CHANGE),
  records: () =>
    RecordsSearchSchema.parse({
      ...{ mode: 'EXACT', total: 1, totalIsMore: false, items: [HIT], nextCursor: null, rebuilding: false },
    }),
  disposals: () =>
    DisposalsSchema.parse({
      fiscalYear: 2026,
      fiscalYearLabel: '令和8年度',
      items: [aList()],
      truncated: false,
      mayMake: 'SECTION',
    }),
  [`disposals/${LIST}`]: () => DisposalViewSchema.parse(aList()),
  tombstones: () => TombstonesSchema.parse({ items: [aTombstone(1)], truncated: false }),
  templates: () => OfferedTemplatesSchema.parse({ items: [TEMPLATE], may: { add: true } }),
  [`templates/${TEMPLATE_ID}`]: () => TemplateInFullSchema.parse(TEMPLATE),
};

/** 文書と簿冊・引継ぎ・検索・廃棄と移管・様式 */
export function ofKeeping({ url, method }: { readonly url: URL; readonly method: string }): Answer | null {
  const answer = ANSWERS[url.pathname.replace('/api/v1/', '')];
  return method === 'GET' && answer !== undefined ? { body: answer() } : null;
}
