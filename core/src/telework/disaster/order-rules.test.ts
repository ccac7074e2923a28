import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { inForceFrom, type OrderAsked, type OrderRow, refuseEnd, refuseOrder, stateOn } from './order-rules.ts';

const day = (text: string) => text as LocalDate;
const TODAY = day('2026-11-24');
const LIMITS = { article: '第14条第1項', longestDays: 31 };

const row = (more: Partial<OrderRow> = {}): OrderRow => ({
  ...{ orderId: 'a', switch: 'DISASTER', orderNumber: '1', from: TODAY, until: day('2026-11-30'), state: 'IN_FORCE' },
  ...{ prolongs: null, caseId: null, deciding: false, version: 1 },
  ...more,
});
const asked = (more: Partial<OrderAsked> = {}): OrderAsked => ({
  ...{ switch: 'DISASTER', orderNumber: '2', from: TODAY, until: day('2026-12-10'), prolongs: null },
  ...more,
});
const refusal = (one: OrderAsked, others: readonly OrderRow[] = []) =>
  refuseOrder(one, LIMITS, { others, today: TODAY })?.code ?? null;

describe('O-12: an order of an exception', () => {
  it('holds from its first day to its last, both included, and by itself no longer', () => {
    const order = row({ from: day('2026-11-25'), until: day('2026-11-26') });
    const states = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((text) => stateOn(order, day(text)));
    expect(states).toEqual(['COMING', 'IN_FORCE', 'IN_FORCE', 'OVER']);
    expect(stateOn(row({ state: 'ASKED' }), TODAY)).toBe('ASKED');
  });

  it('lasts as long as the rules say at most, to the day', () => {
    expect(refusal(asked({ until: day('2026-12-24') }))).toBeNull();
    expect(refusal(asked({ until: day('2026-12-25') }))).toBe('telework.switch_too_long');
  });

  it('stands beside others of other switches and other days, and beside none of its own', () => {
    expect(refusal(asked(), [row()])).toBe('telework.switch_on_already');
    expect(refusal(asked(), [row({ state: 'ASKED' })])).toBe('telework.switch_on_already');
    expect(refusal(asked(), [row({ state: 'REFUSED' })])).toBeNull();
    expect(refusal(asked(), [row({ switch: 'INFECTION' })])).toBeNull();
    expect(refusal(asked({ from: day('2026-12-01') }), [row()])).toBeNull();
  });

  it('prolongs one that holds, without a gap between', () => {
    const more = (from: string, until = '2026-12-10') =>
      refusal(asked({ prolongs: 'a', from: day(from), until: day(until) }), [row()]);
    expect(more('2026-12-01')).toBeNull();
    expect(more('2026-11-25')).toBeNull();
    expect(more('2026-12-02')).toBe('telework.switch_prolongs_nothing');
    expect(more('2026-11-25', '2026-11-30')).toBe('telework.switch_prolongs_nothing');
    expect(refusal(asked({ prolongs: 'b' }), [row()])).toBe('telework.switch_nothing_to_prolong');
  });

  it('ends early on a day that is not over, before its last day', () => {
    const end = (text: string, order = row()) => refuseEnd(order, day(text), TODAY)?.code ?? null;
    expect(end('2026-11-24')).toBeNull();
    expect(end('2026-11-29')).toBeNull();
    expect(end('2026-11-23')).toBe('telework.switch_end_past');
    expect(end('2026-11-30')).toBe('telework.switch_end_later');
    expect(end('2026-11-24', row({ until: day('2026-11-23') }))).toBe('telework.switch_over');
  });

  it('that is decided late begins with its decision, never before it', () => {
    expect(inForceFrom({ from: day('2026-11-20') }, TODAY)).toBe(TODAY);
    expect(inForceFrom({ from: day('2026-11-28') }, TODAY)).toBe('2026-11-28');
  });
});
