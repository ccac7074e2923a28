import { LeaveBalanceViewSchema, LeaveKindsViewSchema } from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';
import { DATE } from './workday.ts';

const amount = (days: number, minutes = 0) => ({ total: days * 465 + minutes, days, minutes });

export const aBalance = () =>
  LeaveBalanceViewSchema.parse({
    ...{ person: SECTION_HEAD, on: DATE, version: 4, minutesPerDay: 465, hourStep: 60, halfDays: { AM: 210, PM: 255 } },
    ...{ left: amount(12, 210), reserved: amount(1), promised: amount(2), available: amount(9, 210) },
    lots: [
      { on: '2025-01-01', expiresOn: '2027-01-01', left: amount(2, 210) },
      { on: '2026-01-01', expiresOn: '2028-01-01', left: amount(10) },
    ],
    history: [],
    ...{ nextGrant: { on: '2027-01-01', days: 20 }, basis: '休暇規則 第2条' },
    may: { adjust: false },
  });

export const theLeaveKinds = () =>
  LeaveKindsViewSchema.parse({
    items: [
      {
        ...{ code: 'ANNUAL', name: '年次有給休暇', unit: 'HOUR', days: null, per: 'ACCOUNT', taken: 0, paid: true },
        ...{ evidence: 'NONE', article: '休暇規則 第2条', relations: [] },
      },
      {
        ...{ code: 'BEREAVEMENT', name: '忌引', unit: 'DAY', days: 10, per: 'OCCASION', taken: 0, paid: true },
        ...{ evidence: 'STATEMENT', article: '休暇規則 別表第3' },
        relations: [
          { code: 'SPOUSE', name: '配偶者', days: 10 },
          { code: 'PARENT', name: '父母', days: 7 },
        ],
      },
    ],
  });
