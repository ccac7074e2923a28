import { describe, expect, it } from '@jest/globals';
import { blocksFound } from './blocks.fixture.ts';
import { entriesAsked } from './blocks.ts';
import { BETWEEN } from './folded-text.ts';
import { bestOf } from './ranking.ts';
import { buildSegment, FILE_TEXT, FIRST_ATTACHED, type FoldedDoc, type Part, readDirectory } from './segment.ts';
import { askedAt, standingIn, standingInText } from './standing.ts';
import { addGains, cutoffOf, rarityOf } from './weighing.ts';

const doc = (nth: number, folded: string, part: Part = FILE_TEXT): FoldedDoc => ({
  ...{ recordId: `019a0000-0000-7000-8000-${String(nth).padStart(12, '0')}`, part, at: nth, folded },
});

function segmentOf(docs: readonly FoldedDoc[]) {
  const { blocks, directory } = buildSegment(docs);
  const segment = { segmentId: 1, mark: '1', directory: readDirectory(directory), gone: new Set<string>() };
  const entries = (pair: string) => {
    const gram = askedAt(pair, 0);
    const ask = { segmentId: 1, gram, lo: 0, hi: Number.MAX_SAFE_INTEGER };
    return blocksFound(blocks, ask).flatMap((block) => entriesAsked(block, gram));
  };
  return { segment, standing: (pair: string) => standingIn(segment, entries(pair)) };
}

const sorted = ({ docs, times }: { docs: Uint32Array; times: Uint32Array }) =>
  Array.from(docs, (nth, at) => [nth, times[at]]).sort(([a = 0], [b = 0]) => a - b);

describe('R-22: how much documents have of a question', () => {
  it('two letters are counted in each document whatever follows them, also at the end of a field', () => {
    const { standing } = segmentOf([
      doc(0, '図書館と図書室'),
      doc(1, `体育館${BETWEEN}図書`),
      doc(2, '図'),
      doc(3, `書図${BETWEEN}書図書`),
    ]);
    expect(sorted(standing('図書'))).toEqual([
      [0, 2],
      [1, 1],
      [3, 1],
    ]);
    // The room in which they are counted is empty again.
    expect(sorted(standing('図書'))).toHaveLength(3);
    expect(sorted(standing('書館'))).toEqual([[0, 1]]);
  });

  it('what is attached to a case counts for nothing: it is not for everybody who may see the document', () => {
    const { standing } = segmentOf([doc(0, '図書館'), doc(0, '図書館の図書', FIRST_ATTACHED), doc(1, '図書')]);
    expect(sorted(standing('図書'))).toEqual([
      [0, 1],
      [2, 1],
    ]);
  });

  it('in a text that waits the same is counted', () => {
    const [sought, other] = [askedAt('図書', 0), askedAt('書館', 0)];
    expect(standingInText(`図書館${BETWEEN}図書`, new Set([sought, other]))).toEqual(
      new Map([
        [sought, 2],
        [other, 1],
      ]),
    );
  });

  it('rare letters say more, short documents gain more, and only so many are looked at further', () => {
    const among = { docs: 100, meanLetters: 10 };
    expect(rarityOf(1, among)).toBeGreaterThan(rarityOf(50, among));
    expect(rarityOf(1_000, among)).toBeGreaterThanOrEqual(0);
    const { segment, standing } = segmentOf([doc(0, '図書'), doc(1, `図書${'あ'.repeat(200)}`)]);
    const scores = new Float64Array(2);
    addGains(scores, segment, { standing: standing('図書'), rarity: 2, among });
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0);
    expect(scores[1]).toBeGreaterThan(0);
    expect(cutoffOf([scores, Float64Array.of(0, 0)], 1)).toEqual({ least: scores[0], ofLeast: 1 });
    expect(cutoffOf([scores], 2)).toEqual({ least: 0, ofLeast: 0 });
    expect(cutoffOf([scores, Float64Array.of(9)], 2)).toEqual({ least: scores[0], ofLeast: 1 });
  });

  it('of thousands that have the same of it, only so many are looked at further, the newest first', () => {
    const docs = Array.from({ length: 9 }, (_, nth) => doc(nth, '図書'));
    const [older, newer] = [segmentOf(docs.slice(0, 5)).segment, segmentOf(docs.slice(5)).segment];
    const scores = [Float64Array.of(1, 1, 2, 1), Float64Array.of(1, 0, 1, 1, 3)];
    const best = bestOf([newer, older], scores, 4).map(({ recordId, score }) => [Number(recordId.slice(-2)), score]);
    expect(best).toEqual([
      [8, 1],
      [7, 2],
      [6, 1],
      [4, 3],
    ]);
    expect(bestOf([newer, older], scores, 100)).toHaveLength(8);
  });
});
