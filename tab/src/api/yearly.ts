import type {
  AddYearlyInput,
  ChangeYearlyInput,
  TakeOverInput,
  YearlyItemView,
  YearlyPreview,
  YearlyView,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface YearlyWish {
  /** `null`: my own section. */
  readonly unit: string | null;
  /** `null`: this fiscal year. */
  readonly year: number | null;
}

/** A new item, another one in its place, or none. */
export type YearlyOrder =
  | { readonly to: 'add'; readonly input: AddYearlyInput }
  | { readonly to: 'change'; readonly id: string; readonly input: ChangeYearlyInput }
  | { readonly to: 'remove'; readonly id: string; readonly version: number };

/** 年次行事 */
export interface YearlyClient {
  list(wish: YearlyWish, signal?: AbortSignal): Promise<YearlyView>;
  /** What the list would be in the year after. */
  next(wish: YearlyWish, signal?: AbortSignal): Promise<YearlyPreview>;
  order(order: YearlyOrder, idempotencyKey: string): Promise<YearlyItemView | null>;
  takeOver(input: TakeOverInput, idempotencyKey: string): Promise<YearlyView>;
}

const LIST = '/schedules/yearly';

const queryOf = ({ unit, year }: YearlyWish) => ({
  ...(unit === null ? {} : { unit }),
  ...(year === null ? {} : { year }),
});

export function yearlyClient(transport: Transport): YearlyClient {
  return {
    list: (wish, signal) => json(transport({ method: 'GET', path: pathOf(LIST, queryOf(wish)), signal })),
    next: (wish, signal) => json(transport({ method: 'GET', path: pathOf(`${LIST}/next`, queryOf(wish)), signal })),
    order: async (order, idempotencyKey) => {
      if (order.to === 'add')
        return json(transport({ method: 'POST', path: pathOf(LIST), body: order.input, idempotencyKey }));
      const one = `${LIST}/${encodeURIComponent(order.id)}`;
      if (order.to === 'change')
        return json(transport({ method: 'PATCH', path: pathOf(one), body: order.input, idempotencyKey }));
      await transport({ method: 'DELETE', path: pathOf(one, { version: order.version }), idempotencyKey });
      return null;
    },
    takeOver: (body, idempotencyKey) =>
      json(transport({ method: 'POST', path: pathOf(`${LIST}/take-over`), body, idempotencyKey })),
  };
}
