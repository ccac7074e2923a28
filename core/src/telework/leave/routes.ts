import { type Route, route } from '../../shared/index.ts';
import type { LeaveAccounts } from './balance-service.ts';
import { AdjustLeaveInputSchema, LeaveBalanceQuerySchema, LeaveBalanceViewSchema } from './contract.ts';

export const leaveAccountRoutes = (accounts: LeaveAccounts): Route[] => [
  route({
    method: 'GET',
    path: '/leave/balance',
    summary: {
      ja: '年次有給休暇の残（本人、上司、人事担当）',
      en: 'Annual leave that is left; of others for the heads above and personnel',
    },
    query: LeaveBalanceQuerySchema,
    answer: LeaveBalanceViewSchema,
    handle: (caller, { query }) => accounts.balance(caller, query.staffId ?? null),
  }),
  route({
    method: 'POST',
    path: '/leave/adjustments',
    summary: { ja: '年次有給休暇の調整（人事担当、理由を付けて）', en: 'Put an account of leave right, by personnel' },
    body: AdjustLeaveInputSchema,
    answer: LeaveBalanceViewSchema,
    status: 201,
    handle: (caller, { body }) => accounts.adjust(caller, body),
  }),
];
