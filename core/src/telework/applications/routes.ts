import { z } from 'zod';
import { type Json, type Route, route, type Sentence } from '../../shared/index.ts';
import {
  AllApplicationsQuerySchema,
  ApplicationPageSchema,
  ApplicationQuerySchema,
  ApplicationViewSchema,
  FileApplicationInputSchema,
  GiveUpInputSchema,
  JudgementViewSchema,
  TakeOutListSchema,
} from './contract.ts';
import type { ApplicationKind } from './kind.ts';
import type { Applications } from './service.ts';

const Id = z.object({ id: z.uuid() });
const DayId = z.object({ id: z.uuid(), itemId: z.uuid() });

export interface RoutesOfKind<I extends Readonly<Record<string, Json>>> {
  /** `/telework/requests` */
  readonly base: string;
  readonly kind: ApplicationKind<I>;
  /** 「テレワークの実施申請」 */
  readonly name: Sentence;
  readonly applications: Applications;
}

/** What every kind of 申請 can be asked over HTTP. */
export function applicationRoutes<I extends Readonly<Record<string, Json>>>(of: RoutesOfKind<I>): Route[] {
  const { base, kind, name, applications } = of;
  const about = (ja: string, en: string): Sentence => ({ ja: `${name.ja}：${ja}`, en: `${name.en}: ${en}` });
  return [
    route({
      method: 'POST',
      path: base,
      summary: about('申請する', 'apply'),
      body: kind.input,
      answer: ApplicationViewSchema,
      status: 201,
      handle: (caller, { body }) => applications.make(caller, { kind, input: body }),
    }),
    route({
      method: 'POST',
      path: `${base}/check`,
      summary: about('申請できるか確かめる（何も作りません）', 'what would come of it, without making anything'),
      body: kind.input,
      answer: JudgementViewSchema,
      handle: (caller, { body }) => applications.check(caller, { kind, input: body }),
    }),
    route({
      method: 'GET',
      path: base,
      summary: about('一覧', 'one’s own, or those of the people below'),
      query: ApplicationQuerySchema,
      answer: ApplicationPageSchema,
      handle: (caller, { query }) => applications.list(caller, { ...query, kind: kind.kind }),
    }),
    route({
      method: 'GET',
      path: `${base}/{id}`,
      summary: about('1件', 'one of them'),
      params: Id,
      answer: ApplicationViewSchema,
      handle: (caller, { params }) => applications.read(caller, params.id),
    }),
    ...changingRoutes(of, about),
    ...correctingRoutes(of, about),
  ];
}

/** 差戻し後の訂正 */
function correctingRoutes<I extends Readonly<Record<string, Json>>>(
  { base, kind, applications }: RoutesOfKind<I>,
  about: (ja: string, en: string) => Sentence,
): Route[] {
  const asked = (applicationId: string, input: I) => ({ applicationId, question: { kind, input } });
  return [
    route({
      method: 'POST',
      path: `${base}/{id}/correct`,
      summary: about(
        '差戻しの後に直して、もう一度回議にかける',
        'correct it after it was sent back, and submit it again',
      ),
      params: Id,
      body: z.strictObject({ version: FileApplicationInputSchema.shape.version, input: kind.input }),
      answer: ApplicationViewSchema,
      handle: (caller, { params, body }) =>
        applications.correct(caller, { ...asked(params.id, body.input), version: body.version }),
    }),
    route({
      method: 'POST',
      path: `${base}/{id}/correct/check`,
      summary: about('直した内容で申請できるか確かめる（何も作りません）', 'what would come of the correction'),
      params: Id,
      body: kind.input,
      answer: JudgementViewSchema,
      handle: (caller, { params, body }) => applications.checkCorrection(caller, asked(params.id, body)),
    }),
  ];
}

/** 申請 of every kind in one list, and what is taken out. */
export const allApplicationsRoutes = (applications: Applications): Route[] => [
  route({
    method: 'GET',
    path: '/telework/applications',
    summary: { ja: '申請の一覧（種類を問わない）', en: 'Applications of every kind' },
    query: AllApplicationsQuerySchema,
    answer: ApplicationPageSchema,
    handle: (caller, { query }) => applications.list(caller, query),
  }),
  route({
    method: 'GET',
    path: '/telework/applications/{id}',
    summary: { ja: '申請1件（種類を問わない）', en: 'One application, of whatever kind' },
    params: Id,
    answer: ApplicationViewSchema,
    handle: (caller, { params }) => applications.read(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/telework/take-outs',
    summary: {
      ja: '自分の持出しと自分の職が許可した持出しのうち、返却前のもの',
      en: 'What one took out, or permitted, and is not back yet',
    },
    answer: TakeOutListSchema,
    handle: (caller) => applications.takeOuts(caller),
  }),
];

function changingRoutes<I extends Readonly<Record<string, Json>>>(
  { base, applications }: RoutesOfKind<I>,
  about: (ja: string, en: string) => Sentence,
): Route[] {
  return [
    route({
      method: 'POST',
      path: `${base}/{id}/file`,
      summary: about('回議にかけ直す', 'put it before the superiors once more'),
      params: Id,
      body: FileApplicationInputSchema,
      answer: ApplicationViewSchema,
      handle: (caller, { params, body }) =>
        applications.file(caller, { applicationId: params.id, version: body.version }),
    }),
    route({
      method: 'POST',
      path: `${base}/{id}/withdraw`,
      summary: about('取り下げる（決裁の前、理由を付けて）', 'withdraw it before it is decided, with a reason'),
      params: Id,
      body: GiveUpInputSchema,
      answer: ApplicationViewSchema,
      handle: (caller, { params, body }) => applications.withdraw(caller, { applicationId: params.id, input: body }),
    }),
    route({
      method: 'POST',
      path: `${base}/{id}/days/{itemId}/cancel`,
      summary: about('1日を取り消す（理由を付けて）', 'cancel one day, with a reason'),
      params: DayId,
      body: GiveUpInputSchema,
      answer: ApplicationViewSchema,
      handle: (caller, { params, body }) =>
        applications.cancelDay(caller, { applicationId: params.id, itemId: params.itemId, input: body }),
    }),
  ];
}
