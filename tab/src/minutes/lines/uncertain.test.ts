import { describe, expect, it } from '@jest/globals';
import type { LineView } from '@kaigi/core/contract';
import { aLine, attendeeId, lineId, speakersOf } from '../../testing/meetings.ts';
import { LINE_EDITS } from './line-edits.ts';
import { planned } from './steps.ts';
import { doubtsOf, nextUncertain } from './uncertain.ts';

const doubts = (more: Partial<LineView>) => {
  const line = aLine(1, more);
  return doubtsOf(line, { speakers: speakersOf([line]), sureFrom: 0.7 }).map(({ kind }) => kind);
};
const MINE = { attendeeId: attendeeId(1) };

describe('M-06: lines whose speaker is not certain', () => {
  it('are those of a voice below the threshold, of several at once, and of a candidate nobody has chosen', () => {
    expect(doubts({ ...MINE, confidence: 0.62 })).toEqual(['VOICE']);
    expect(doubts({ ...MINE, confidence: 0.7 })).toEqual([]);
    expect(doubts({ ...MINE, overlaps: true, confidence: 0.3 })).toEqual(['VOICE', 'OVERLAPS']);
    expect(doubts({ attendeeId: null })).toEqual(['CANDIDATE']);
    expect(doubts({ ...MINE, confidence: null })).toEqual([]);
  });

  it('M-19: of somebody who hides who they are nobody is a candidate, whatever the service says', () => {
    const line = aLine(1, { labelKind: 'HIDDEN', label: 'ID非表示' });
    const candidates = [{ attendeeId: attendeeId(2), likelihood: 0.9, why: 'NAME' as const }];
    const speakers = speakersOf([line]).map((one) => ({ ...one, candidates }));
    expect(doubtsOf(line, { speakers, sureFrom: 0.7 })).toEqual([]);
  });

  it('are none once a person has looked at the line, until it is put to somebody with many others', () => {
    const sure = { ...MINE, overlaps: true, sure: true };
    expect(doubts(sure)).toEqual([]);
    const put = (scope: 'THIS' | 'EVERYWHERE') =>
      LINE_EDITS.applied([aLine(1, sure)], {
        ...{ op: 'SPEAKER', lineId: lineId(1), version: 1, attendeeId: attendeeId(2), scope },
      })[0];
    expect([put('THIS')?.sure, put('EVERYWHERE')?.sure]).toEqual([true, false]);
  });

  it('that were settled come back as they were when that is undone', () => {
    const lines = [aLine(1, { ...MINE, sure: true }), aLine(2, { ...MINE, confidence: 0.5 })];
    for (const wish of [
      { op: 'SPEAKER', lineId: lineId(2), attendeeId: null, scope: 'EVERYWHERE' },
      { op: 'SURE', lineId: lineId(2), sure: true },
      { op: 'JOIN', lineId: lineId(1), nextId: lineId(2) },
    ] as const) {
      const { step, lines: after } = planned([wish], lines);
      if (wish.op === 'JOIN') expect(after[0]).toMatchObject({ sure: false, confidence: 0.5 });
      else
        expect(planned(step.undoing, after).lines).toMatchObject(
          lines.map(({ sure, attendeeId: who }) => ({ sure, attendeeId: who })),
        );
    }
  });

  it('are gone to one after the other, and from the last to the first', () => {
    const lines = [1, 2, 3, 4].map((n) => aLine(n));
    const some = new Set([lineId(2), lineId(4)]);
    const next = (here: string | null) => nextUncertain(lines, some, here);
    expect([null, lineId(1), lineId(2), lineId(4)].map(next)).toEqual([lineId(2), lineId(2), lineId(4), lineId(2)]);
    expect(nextUncertain(lines, new Set([lineId(2)]), lineId(2))).toBe(lineId(2));
    expect(nextUncertain(lines, new Set(), null)).toBeNull();
  });
});
