import { z } from 'zod';
import { type Route, route } from '../shared/index.ts';
import {
  ClassificationListSchema,
  ExplainQuerySchema,
  ExplainViewSchema,
  MattersViewSchema,
  NamedDeputiesSchema,
  NamingInputSchema,
} from './contract.ts';
import { MeetingRulesViewSchema } from './contract-meetings.ts';
import { DataSetsViewSchema } from './contract-retention.ts';
import { TeleworkRulesQuerySchema, TeleworkRulesViewSchema } from './contract-telework.ts';
import { WorkingTimeViewSchema } from './contract-working-time.ts';
import { packRoutes } from './import/routes.ts';
import type { Regulations } from './service.ts';

/** テレワーク・勤務時間・休暇・会議の定め */
function workRoutes(regulations: Regulations): Route[] {
  return [
    route({
      method: 'GET',
      path: '/regulations/telework',
      summary: {
        ja: 'テレワークの定め（できる・できない・理由・聞く先）',
        en: 'The telework rules: what one may and may not, by which article, and whom to ask',
      },
      query: TeleworkRulesQuerySchema,
      answer: TeleworkRulesViewSchema,
      handle: (caller, { query }) => regulations.telework(caller, query),
    }),
    route({
      method: 'GET',
      path: '/regulations/working-time',
      summary: {
        ja: '勤務時間・休日・時間外勤務・休暇の定め（団体の定めと、定めのないところの国の例）',
        en: 'Working time, days off, overtime and leave: the body’s own rules, and the national ones where it has none',
      },
      answer: WorkingTimeViewSchema,
      handle: (caller) => regulations.workingTime(caller),
    }),
    route({
      method: 'GET',
      path: '/regulations/meetings',
      summary: {
        ja: '会議の定め（会議体ごとの記録事項・期限・確認・署名・決裁・録音の保存と、その条項）',
        en: 'Meetings: what each body records and until when, who confirms, signs and decides, how long recordings are kept',
      },
      answer: MeetingRulesViewSchema,
      handle: (caller) => regulations.meetings(caller),
    }),
  ];
}

export function regulationsRoutes(regulations: Regulations): Route[] {
  return [
    ...packRoutes(regulations.packs),
    route({
      method: 'GET',
      path: '/regulations/classifications',
      summary: {
        ja: '文書分類の一覧（hint に件名を渡すと合う分類に印を付ける）',
        en: 'The file plan; with a title as hint, the class that fits is marked',
      },
      query: z.strictObject({ hint: z.string().max(400).default('') }),
      answer: ClassificationListSchema,
      handle: (caller, { query }) => regulations.classifications(caller, query.hint),
    }),
    route({
      method: 'GET',
      path: '/regulations/explain',
      summary: {
        ja: 'これは誰の決裁か（決裁者・合議先・今日代われる人と、その条項）',
        en: 'Who decides this, who is consulted, who may act for them today, and by which articles',
      },
      query: ExplainQuerySchema,
      answer: ExplainViewSchema,
      handle: (caller, { query }) => regulations.explain(caller, query),
    }),
    route({
      method: 'GET',
      path: '/regulations/matters',
      summary: { ja: '事案の一覧と、それぞれで尋ねる項目', en: 'The matters, and the facts that each asks for' },
      answer: MattersViewSchema,
      handle: (caller) => regulations.matters(caller),
    }),
    ...workRoutes(regulations),
    route({
      method: 'GET',
      path: '/regulations/data-sets',
      summary: {
        ja: '文書以外に保存しているデータの利用目的と保存期間',
        en: 'What is kept besides documents: what for, how long, and by which article',
      },
      answer: DataSetsViewSchema,
      handle: (caller) => regulations.dataSets(caller),
    }),
    route({
      method: 'GET',
      path: '/regulations/deputies',
      summary: {
        ja: '自分の職についてあらかじめ指定した代決者',
        en: 'Whom the caller named as deputies of their own posts',
      },
      answer: NamedDeputiesSchema,
      handle: (caller) => regulations.namings.own(caller),
    }),
    route({
      method: 'PUT',
      path: '/regulations/deputies',
      summary: {
        ja: '自分の職の代決者をあらかじめ指定する（空で取消し）',
        en: 'Name deputies of an own post beforehand; none takes it back',
      },
      body: NamingInputSchema,
      answer: NamedDeputiesSchema,
      handle: (caller, { body }) => regulations.namings.name(caller, body),
    }),
    route({
      method: 'GET',
      path: '/regulations/table',
      summary: { ja: '規程の表（HTML）', en: 'The regulations in force as a readable table (HTML)' },
      answer: 'download',
      handle: (caller) => regulations.table(caller),
    }),
  ];
}
