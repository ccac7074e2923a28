import { describe, expect, it } from '@jest/globals';
import { aTemplate } from '../../testing/stand-in-papers.ts';
import { templateFor } from './forms.ts';

describe('M-17: the template of a paper', () => {
  const items = [
    aTemplate({ id: 'all', form: 'REPORT' }),
    aTemplate({ id: 'council', form: 'REPORT', bodyId: 'plan-council' }),
    aTemplate({ id: 'other', form: 'CLEAN', bodyId: 'other-council' }),
  ];

  it.each([
    ['that of the body, before that of all', 'REPORT', 'plan-council', 'council'],
    ['that of all, where the body has none', 'REPORT', 'other-council', 'all'],
    ['that of all, for a meeting of no body', 'REPORT', null, 'all'],
    ['the default, where only another body has one', 'CLEAN', 'plan-council', undefined],
    ['the default, where there is none', 'SUMMARY', null, undefined],
  ] as const)('is %s', (_, form, bodyId, expected) => {
    expect(templateFor(items, form, bodyId)?.id).toBe(expected);
  });
});
