import { z } from 'zod';
import { type Json, type Route, route, type Sentence } from '../../shared/index.ts';
import {
  ApplicationPageSchema,
  ApplicationQuerySchema,
  ApplicationViewSchema,
  FileApplicationInputSchema,
  GiveUpInputSchema,
  JudgementViewSchema,
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
      handle: (caller, { query }) => applications.list(caller, { kind: kind.kind, query }),
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
  ];
}

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
