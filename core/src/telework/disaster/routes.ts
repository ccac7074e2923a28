import { z } from 'zod';
import { type Caller, type Download, type Route, route } from '../../shared/index.ts';
import type { ActionParts } from './actions.ts';
import {
  type AfterAction,
  AfterActionSchema,
  type DisasterView,
  DisasterViewSchema,
  EndSwitchInputSchema,
  SwitchOrderInputSchema,
  SwitchOrderViewSchema,
} from './contract.ts';
import type { Orders } from './orders.ts';
import {
  MusterAnswerInputSchema,
  MusterInputSchema,
  type RollAnswerInput,
  RollBoardQuerySchema,
  RollBoardSchema,
  RollChangeInputSchema,
  RollViewSchema,
  SafetyAnswerInputSchema,
  SafetyCheckInputSchema,
} from './roll-contract.ts';

export interface RouteParts extends Pick<ActionParts, 'rolls' | 'board'> {
  readonly orders: Orders;
  readonly overview: (caller: Caller) => Promise<DisasterView>;
  readonly afterAction: (
    caller: Caller,
    asked: { orderId: string; cursor: string | undefined },
  ) => Promise<AfterAction>;
  readonly forms: (caller: Caller, unitId: string | undefined) => Promise<Download>;
  readonly afterActionCsv: (caller: Caller, orderId: string) => Promise<Download>;
}

const Id = z.object({ id: z.uuid() });
const Page = z.strictObject({ cursor: z.string().max(100).optional() });

const orderRoutes = ({ orders, overview, afterAction, afterActionCsv }: RouteParts): Route[] => [
  route({
    method: 'GET',
    path: '/telework/disaster',
    summary: { ja: '災害時の特例・安否確認・参集のいまの状況', en: 'Exceptions in force, safety checks and call-outs' },
    answer: DisasterViewSchema,
    handle: (caller) => overview(caller),
  }),
  route({
    method: 'POST',
    path: '/telework/disaster/orders',
    summary: { ja: '特例を命令する（決裁を求める。緊急のときは直ちに）', en: 'Ask for an order, or give it at once' },
    body: SwitchOrderInputSchema,
    answer: SwitchOrderViewSchema,
    status: 201,
    handle: (caller, { body }) => orders.make(caller, body),
  }),
  route({
    method: 'GET',
    path: '/telework/disaster/orders/{id}',
    summary: { ja: '特例の命令', en: 'One order' },
    params: Id,
    answer: SwitchOrderViewSchema,
    handle: (caller, { params }) => orders.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/telework/disaster/orders/{id}/submit',
    summary: {
      ja: '命令の案件を回議にかける（直ちに命じたものは確認を求める）',
      en: 'Submit the case that decides upon an order, or confirms it',
    },
    params: Id,
    answer: SwitchOrderViewSchema,
    handle: (caller, { params }) => orders.submit(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/telework/disaster/orders/{id}/end',
    summary: {
      ja: '特例を早く終わらせる、求めた命令を取りやめる',
      en: 'End an order early, or drop one that was asked for',
    },
    params: Id,
    body: EndSwitchInputSchema,
    answer: SwitchOrderViewSchema,
    handle: (caller, { params, body }) => orders.end(caller, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/telework/disaster/orders/{id}/after-action',
    summary: { ja: '特例の下で行われたことの一覧', en: 'Everything exceptional that was done under an order' },
    params: Id,
    query: Page,
    answer: AfterActionSchema,
    handle: (caller, { params, query }) => afterAction(caller, { orderId: params.id, cursor: query.cursor }),
  }),
  route({
    method: 'GET',
    path: '/telework/disaster/orders/{id}/after-action/csv',
    summary: { ja: '特例の下で行われたことの一覧（CSV）', en: 'The same list as CSV' },
    params: Id,
    answer: 'download',
    handle: (caller, { params }) => afterActionCsv(caller, params.id),
  }),
];

const formRoute = ({ forms }: RouteParts): Route =>
  route({
    method: 'GET',
    path: '/telework/disaster/forms',
    summary: {
      ja: '通信が途絶えたときの用紙（安否・参集・在宅勤務・緊急時の起案）。A4で印刷する',
      en: 'Forms on paper for when the network is down: one page to print on A4',
    },
    query: z.strictObject({ unitId: z.uuid().optional() }),
    answer: 'download',
    handle: (caller, { query }) => forms(caller, query.unitId),
  });

const PLACES = [
  {
    kind: 'SAFETY',
    path: '/telework/disaster/safety-checks',
    ja: '安否確認',
    en: 'safety check',
  },
  { kind: 'MUSTER', path: '/telework/disaster/musters', ja: '参集', en: 'call-out' },
] as const;

const callRoutes = ({ rolls }: RouteParts): Route[] => [
  route({
    method: 'POST',
    path: PLACES[0].path,
    summary: { ja: '安否確認を全員または所属に送る', en: 'Ask everybody, or a unit, whether they are safe' },
    body: SafetyCheckInputSchema,
    answer: RollViewSchema,
    status: 201,
    handle: (caller, { body }) => rolls.call(caller, { kind: 'SAFETY', input: body }),
  }),
  route({
    method: 'POST',
    path: PLACES[1].path,
    summary: { ja: '参集を呼びかける', en: 'Call people out to a place' },
    body: MusterInputSchema,
    answer: RollViewSchema,
    status: 201,
    handle: (caller, { body }) => rolls.call(caller, { kind: 'MUSTER', input: body }),
  }),
];

const rollRoutes = ({ rolls, board }: RouteParts): Route[] =>
  PLACES.flatMap(({ kind, path, ja, en }) => [
    route({
      method: 'GET',
      path: `${path}/{id}`,
      summary: { ja: `${ja}の回答の状況`, en: `Who has answered the ${en}` },
      params: Id,
      query: RollBoardQuerySchema,
      answer: RollBoardSchema,
      handle: (caller, { params, query }) => board(caller, { named: { kind, rollId: params.id }, query }),
    }),
    route({
      method: 'POST',
      path: `${path}/{id}/answers`,
      summary: { ja: `${ja}に回答する（上司・担当は代わりに）`, en: `Answer the ${en}, or take down an answer` },
      params: Id,
      body: (kind === 'SAFETY' ? SafetyAnswerInputSchema : MusterAnswerInputSchema) as z.ZodType<RollAnswerInput>,
      answer: RollViewSchema,
      handle: (caller, { params, body }) => rolls.answer(caller, { kind, rollId: params.id }, body),
    }),
    route({
      method: 'POST',
      path: `${path}/{id}/reminders`,
      summary: { ja: `${ja}に回答していない人に知らせる`, en: `Remind those who have not answered the ${en}` },
      params: Id,
      body: RollChangeInputSchema,
      answer: RollViewSchema,
      handle: (caller, { params, body }) => rolls.remind(caller, { kind, rollId: params.id }, body),
    }),
    route({
      method: 'POST',
      path: `${path}/{id}/close`,
      summary: { ja: `${ja}を終える`, en: `Close the ${en}` },
      params: Id,
      body: RollChangeInputSchema,
      answer: RollViewSchema,
      handle: (caller, { params, body }) => rolls.close(caller, { kind, rollId: params.id }, body),
    }),
  ]);

export const disasterRoutes = (parts: RouteParts): Route[] => [
  ...orderRoutes(parts),
  formRoute(parts),
  ...callRoutes(parts),
  ...rollRoutes(parts),
];
