import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { DECISION_BATTERY } from './decision-battery.fixture.ts';
import { draftMinutes } from './draft.ts';
import type { Outcome } from './outcomes.ts';

const CALLED: Readonly<Record<Outcome, string>> = {
  APPROVED_AS_PROPOSED: '案',
  APPROVED_WITH_CHANGES: '改',
  CONTINUED: '続',
  REJECTED: '否',
  REPORT_ACCEPTED: '報',
};
const facts = {
  day: '2026-11-18' as LocalDate,
  attendees: ['長', '会長', '市長'].map((name) => ({ name, leads: true })),
};

function settledIn(exchange: string): string {
  const utterances = exchange.split('／').map((line, at) => {
    const [speaker = '', text = ''] = line.split('：');
    return { id: `u${at + 1}`, speaker, startMs: at * 1000, endMs: null, text };
  });
  return draftMinutes(utterances, facts)
    .decisions.map(({ outcome }) => CALLED[outcome])
    .join('');
}

const families = DECISION_BATTERY.trim()
  .split('# ')
  .filter((family) => family !== '')
  .map((family) => family.trim().split('\n'))
  .map(([name = '', ...lines]) => [name, lines.map((line) => [line.slice(0, 1), line.slice(2)] as const)] as const);

describe.each(families)('M-12: %s', (_, lines) => {
  it.each(lines)('%s: %s', (called, exchange) => {
    expect(settledIn(exchange)).toBe(called === '無' ? '' : called);
  });
});
