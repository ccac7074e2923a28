import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { askedAs, type DayItem, type DayState, isStanding } from './day.ts';

const item = (state: DayState): DayItem => ({
  ...{ itemId: state, applicationId: 'a', staffId: 's', date: '2026-07-01' as LocalDate },
  ...{ kind: 'TELEWORK', state, span: null, detail: {} },
});
const all = (['ASKED', 'APPROVED', 'CANCELLED', 'REFUSED'] as const).map(item);

describe('the days of an application', () => {
  it('stand while they are asked for or approved', () => {
    expect(all.filter(isStanding).map(({ itemId }) => itemId)).toEqual(['ASKED', 'APPROVED']);
  });

  it('change only where nothing was decided upon them yet', () => {
    expect(askedAs(all, 'REFUSED')).toEqual([{ ...item('ASKED'), state: 'REFUSED' }]);
    expect(askedAs([item('APPROVED')], 'CANCELLED')).toEqual([]);
  });
});
