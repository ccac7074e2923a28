import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { typedLines } from '../../shared/typed-text.ts';
import * as c from './contract.ts';
import type { Folders } from './folder-service.ts';
import type { Handovers } from './handover.ts';
import type { Holds } from './hold-service.ts';
import type { Kept } from './record-service.ts';
import type { ScheduleChanges } from './schedule-change.ts';

const Id = z.object({ id: z.string().max(100) });

export interface Keeping {
  readonly kept: Kept;
  readonly folders: Folders;
  readonly holds: Holds;
  readonly handovers: Handovers;
  readonly schedules: ScheduleChanges;
}

const recordRoutes = (kept: Kept): Route[] => [
  route({
    ...{ method: 'GET', path: '/records/{id}/keeping', params: Id, answer: c.KeepingViewSchema },
    summary: {
      ja: '文書の保存（期間とその根拠・簿冊・廃棄停止・経過）',
      en: 'How a record is kept: how long and why, folder, holds, history',
    },
    handle: (caller, { params }) => kept.read(caller, params.id),
  }),
  route({
    ...{
      method: 'POST',
      path: '/records/{id}/keeping',
      params: Id,
      body: c.KeepingActSchema,
      answer: c.KeepingViewSchema,
    },
    summary: {
      ja: '登録内容の訂正・機密性・完結・簿冊の変更・封',
      en: 'Correct it, its level, completion, folder, or seal it',
    },
    handle: (caller, { params, body }) => kept.act(caller, params.id, body),
  }),
  route({
    ...{ method: 'GET', path: '/records/{id}/folders', params: Id, answer: c.FolderChoicesSchema },
    summary: { ja: 'この文書を入れられる簿冊', en: 'The folders that this record may be moved to' },
    handle: (caller, { params }) => kept.folders(caller, params.id),
  }),
];

const folderRoutes = (folders: Folders): Route[] => [
  route({
    ...{ method: 'GET', path: '/folders', query: c.FolderQuerySchema, answer: c.FolderListSchema },
    summary: { ja: '年度の簿冊', en: 'The folders of a fiscal year' },
    handle: (caller, { query }) => folders.list(caller, query.fiscalYear),
  }),
  route({
    ...{ method: 'POST', path: '/folders', body: c.MakeFolderSchema, answer: c.FolderViewSchema, status: 201 },
    summary: { ja: '簿冊を作る', en: 'Make a folder' },
    handle: (caller, { body }) => folders.make(caller, body),
  }),
  route({
    ...{ method: 'POST', path: '/folders/copy', body: c.CopyFoldersSchema, answer: c.CopiedSchema },
    summary: { ja: '前年度の簿冊を写して作る', en: 'Make last year’s folders anew for the next' },
    handle: (caller, { body }) => folders.copy(caller, body),
  }),
  route({
    ...{ method: 'GET', path: '/folders/{id}', params: Id, answer: c.FolderDetailSchema },
    summary: { ja: '簿冊の中の文書と経過', en: 'What lies in a folder, and what happened to it' },
    handle: (caller, { params }) => folders.read(caller, params.id),
  }),
];

const holdRoutes = (holds: Holds): Route[] => [
  route({
    ...{ method: 'GET', path: '/holds', answer: c.HoldListSchema },
    summary: { ja: '廃棄停止の一覧', en: 'Holds that lie today' },
    handle: (caller) => holds.list(caller),
  }),
  route({
    ...{ method: 'POST', path: '/holds', body: c.PlaceHoldSchema, answer: c.HoldListSchema, status: 201 },
    summary: { ja: '廃棄を停止する（監査・訴訟・審査請求・開示請求・業務）', en: 'Place a hold' },
    handle: (caller, { body }) => holds.place(caller, body),
  }),
  route({
    ...{ method: 'POST', path: '/holds/{id}/end', params: Id, body: c.EndHoldSchema, answer: c.HoldListSchema },
    summary: { ja: '決定・裁決・終結を登録する', en: 'Register what ended it; some hold a year more' },
    handle: (caller, { params, body }) => holds.end(caller, { id: params.id, ...body }),
  }),
];

const PassOnSchema = z.strictObject({ version: z.number().int(), unitId: z.uuid(), reason: typedLines(500) });

const handoverRoutes = (handovers: Handovers): Route[] => [
  route({
    ...{ method: 'GET', path: '/handovers', query: c.FolderQuerySchema, answer: c.HandoverViewSchema },
    summary: { ja: '引継ぎの点検表', en: 'The check list of handing over a year' },
    handle: (caller, { query }) => handovers.checkList(caller, query.fiscalYear),
  }),
  route({
    ...{ method: 'POST', path: '/handovers', body: c.HandOverSchema, answer: c.HandedOverSchema },
    summary: { ja: '文書管理の課へ引き継ぐ', en: 'Hand folders over to the records section' },
    handle: (caller, { body }) => handovers.handOver(caller, body.folders),
  }),
  route({
    ...{ method: 'POST', path: '/folders/{id}/section', params: Id, body: PassOnSchema, answer: z.null() },
    summary: { ja: '簿冊を別の課へ移す（再編）', en: 'Another section keeps a folder from now on' },
    handle: async (caller, { params, body }) => {
      await handovers.passOn(caller, { id: params.id, ...body });
      return null;
    },
  }),
];

export const keepingRoutes = ({ kept, folders, holds, handovers, schedules }: Keeping): Route[] => [
  ...recordRoutes(kept),
  ...folderRoutes(folders),
  ...holdRoutes(holds),
  ...handoverRoutes(handovers),
  route({
    ...{ method: 'GET', path: '/retention-changes', answer: c.ScheduleChangeSchema },
    summary: { ja: '保存期間表の改正で変わるもの', en: 'What the schedule in force would change' },
    handle: (caller) => schedules.preview(caller),
  }),
  route({
    ...{ method: 'POST', path: '/retention-changes', body: c.ApplyScheduleSchema, answer: c.AppliedSchema },
    summary: { ja: '保存期間表の改正を反映する', en: 'Apply what was looked at' },
    handle: (caller, { body }) => schedules.apply(caller, body),
  }),
];
