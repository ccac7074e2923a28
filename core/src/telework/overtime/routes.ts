import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  ConfirmOvertimeInputSchema,
  ConfirmUnorderedInputSchema,
  OrderOvertimeInputSchema,
  OvertimeDaysQuerySchema,
  OvertimeDaysViewSchema,
  OvertimeDayViewSchema,
} from './contract.ts';
import type { Overtime } from './service.ts';

const Item = z.object({ itemId: z.uuid() });

export const overtimeRoutes = (overtime: Overtime): Route[] => [
  route({
    method: 'GET',
    path: '/overtime/days',
    summary: {
      ja: '時間外勤務の日（自分の月と上限、または事後確認を待つもの）',
      en: 'Days of overtime: one’s own month with the limits, or those that wait to be confirmed',
    },
    query: OvertimeDaysQuerySchema,
    answer: OvertimeDaysViewSchema,
    handle: (caller, { query }) => overtime.days(caller, query),
  }),
  route({
    method: 'GET',
    path: '/overtime/days/{itemId}',
    summary: { ja: '時間外勤務の1日', en: 'One day of overtime' },
    params: Item,
    answer: OvertimeDayViewSchema,
    handle: (caller, { params }) => overtime.day(caller, params.itemId),
  }),
  route({
    method: 'POST',
    path: '/overtime/orders',
    summary: { ja: '時間外勤務の事前命令（上司から）', en: 'Order overtime beforehand, for somebody below' },
    body: OrderOvertimeInputSchema,
    answer: OvertimeDayViewSchema,
    status: 201,
    handle: (caller, { body }) => overtime.order(caller, body),
  }),
  route({
    method: 'POST',
    path: '/overtime/days/{itemId}/confirm',
    summary: { ja: '時間外勤務の事後確認（実際に勤務した時間）', en: 'Confirm what was really worked' },
    params: Item,
    body: ConfirmOvertimeInputSchema,
    answer: OvertimeDayViewSchema,
    handle: (caller, { params, body }) => overtime.confirm(caller, params.itemId, body),
  }),
  route({
    method: 'POST',
    path: '/overtime/confirmations',
    summary: { ja: '命令のない時間外勤務の事後確認', en: 'Confirm overtime for which there was no order' },
    body: ConfirmUnorderedInputSchema,
    answer: OvertimeDayViewSchema,
    status: 201,
    handle: (caller, { body }) => overtime.confirmUnordered(caller, body),
  }),
];
