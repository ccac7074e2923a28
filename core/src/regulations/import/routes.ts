import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  PackCaseSchema,
  PackListSchema,
  PackReviewSchema,
  PackTableQuerySchema,
  PackTableSchema,
  PackViewSchema,
} from '../contract.ts';
import type { Packs } from './service.ts';

const Id = z.object({ id: z.string().max(100) });
const Nothing = z.strictObject({});

const reading = (packs: Packs): Route[] => [
  route({
    method: 'GET',
    path: '/regulations/packs',
    summary: { ja: '規程の版の一覧', en: 'Every version of the regulations' },
    answer: PackListSchema,
    handle: (caller) => packs.list(caller),
  }),
  route({
    method: 'GET',
    path: '/regulations/packs/{id}',
    summary: {
      ja: '規程の版の審査（変わる行、今日の組織で宛先のない行、伺い文の案）',
      en: 'Review a version: rows that change, rows that point to nobody today, a text for the case',
    },
    params: Id,
    answer: PackReviewSchema,
    handle: (caller, { params }) => packs.review(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/regulations/packs/{id}/table',
    summary: { ja: '規程の版の表（HTML）', en: 'A version as a readable table (HTML)' },
    params: Id,
    answer: 'download',
    handle: (caller, { params }) => packs.table(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/regulations/packs/{id}/file',
    summary: { ja: '規程の版の本文（YAML）', en: 'The text of a version as it was given (YAML)' },
    params: Id,
    answer: 'download',
    handle: (caller, { params }) => packs.text(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/regulations/packs/{id}/document',
    summary: {
      ja: '規程の版を伺う案件の起案文書（Word：変わる行と規程の全体）',
      en: 'The document of the case that decides upon a version (Word: what changes, and the whole)',
    },
    params: Id,
    answer: 'download',
    handle: (caller, { params }) => packs.document(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/regulations/table/sections',
    summary: {
      ja: '規程の表（項目ごと。版を言わなければ今の版）',
      en: 'A version as tables; the one in force where none is named',
    },
    query: PackTableQuerySchema,
    answer: PackTableSchema,
    handle: (caller, { query }) => packs.sections(caller, query),
  }),
];

const changing = (packs: Packs): Route[] => [
  route({
    method: 'POST',
    path: '/regulations/packs',
    summary: {
      ja: '規程の新しい版を受け付ける（自分の例と検査に合わない版は、行と理由を示して断る）',
      en: 'Take in a new version; one that fails its own examples or the checks is refused with row and reason',
    },
    body: Nothing,
    upload: true,
    answer: PackReviewSchema,
    status: 201,
    handle: (caller, { file }) => packs.propose(caller, file),
  }),
  route({
    method: 'POST',
    path: '/regulations/packs/{id}/case',
    summary: {
      ja: '規程の版を伺う案件を定める（決裁されると施行日から効く）',
      en: 'Name the case that decides upon a version; once decided it is in force from its day on',
    },
    params: Id,
    body: PackCaseSchema,
    answer: PackReviewSchema,
    handle: (caller, { params, body }) => packs.nameCase(caller, params.id, body.caseId),
  }),
  route({
    method: 'POST',
    path: '/regulations/packs/{id}/drop',
    summary: { ja: '提案した規程の版を取り下げる', en: 'Drop a proposed version' },
    params: Id,
    body: Nothing,
    answer: PackViewSchema,
    handle: (caller, { params }) => packs.drop(caller, params.id),
  }),
];

export const packRoutes = (packs: Packs): Route[] => [...reading(packs), ...changing(packs)];
