import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksFound, textsOf } from './blocks.fixture.ts';
import { listIn } from './blocks.ts';
import { find, type Place } from './finding.ts';
import type { ReadLists } from './lists.ts';
import { buildSegment, FILE_TEXT, type FoldedDoc, readDirectory } from './segment.ts';
import type { Segment, View } from './snapshot.ts';
import type { Stretch } from './stretches.ts';

const idOf = (nth: number): string => `019a0000-0000-7000-8000-${String(nth).padStart(12, '0')}`;
const docsOf = (texts: readonly string[]): FoldedDoc[] =>
  texts.map((folded, nth) => ({ recordId: idOf(nth), part: FILE_TEXT, at: nth, folded }));

interface Index {
  readonly view: View;
  /** How often lists were asked for. */
  readonly turns: () => number;
}

/** An index in memory, in segments of so many documents. */
function indexOf(texts: readonly string[], inSegment: number): Index {
  const docs = docsOf(texts);
  const built = Array.from({ length: Math.ceil(docs.length / inSegment) }, (_, nth) => {
    const own = buildSegment(docs.slice(nth * inSegment, (nth + 1) * inSegment));
    const directory = readDirectory(own.directory);
    return { segmentId: nth, mark: `${nth}`, directory, gone: new Set<string>(), blocks: own.blocks };
  });
  let turns = 0;
  const lists: ReadLists = async (asks) => {
    if (asks.length > 0) turns += 1;
    return asks.map((ask) => ({
      ask,
      entries: listIn(blocksFound(built[ask.segmentId]?.blocks ?? [], ask), ask.gram),
    }));
  };
  const segments: Segment[] = built.toReversed();
  const now = Promise.resolve({ segments, docs: docs.length, letters: texts.join('').length });
  return {
    view: { presumed: undefined, now, fresh: Promise.resolve([]), rebuilding: Promise.resolve(false), lists },
    turns: () => turns,
  };
}

const EVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

interface Looked {
  readonly ids: string[];
  /** How often it was asked who may see some. */
  readonly asked: number;
}

interface Wish {
  readonly most?: number;
  readonly sees?: (nth: number) => boolean;
  readonly stretch?: Stretch;
  readonly after?: Place;
  readonly firstLetters?: number;
}

async function look({ view }: Index, word: string, wish: Wish = {}) {
  const { most = 1_000, sees = () => true, stretch = EVER, after = null, firstLetters = 60 } = wish;
  let asked = 0;
  const records = await find(view, {
    ...{ words: [word], stretch, after, most, firstLetters },
    async let(ids) {
      asked += 1;
      return new Set(ids.filter((id) => sees(Number(id.slice(-12)))));
    },
  });
  return { ids: records.map(({ recordId }) => recordId), asked } satisfies Looked;
}

const holding = (texts: readonly string[], word: string, sees: (nth: number) => boolean = () => true): string[] =>
  texts.flatMap((text, nth) => (text.includes(word) && sees(nth) ? [idOf(nth)] : [])).toReversed();

describe('R-22: where words stand is looked for stretch after stretch', () => {
  it('what looking through every text finds is found, however many are wanted and whoever may see them', async () => {
    const letters = (minLength: number, maxLength: number) => textsOf('子丑寅卯', minLength, maxLength);
    await fc.assert(
      fc.asyncProperty(
        fc.array(letters(2, 40), { minLength: 1, maxLength: 60 }),
        fc.record({ word: letters(2, 7), most: fc.constantFrom(1, 5, 1_000), share: fc.constantFrom(1, 2, 7) }),
        async (texts, { word, most, share }) => {
          const sees = (nth: number) => nth % share === 0;
          const { ids } = await look(indexOf(texts, 13), word, { most, sees });
          expect(ids).toEqual(holding(texts, word, sees).slice(0, most));
        },
      ),
      { numRuns: 150, seed: 22 },
    );
  });

  it('of a few, far apart, it is asked once who may see them', async () => {
    const texts = Array.from({ length: 200 }, (_, nth) => (nth % 40 === 7 ? '決裁の区分の表' : '子丑寅卯辰巳午'));
    expect(await look(indexOf(texts, 30), '区分')).toEqual({ ids: holding(texts, '区分'), asked: 1 });
  });

  it('where the lists are short, all of them are read in the second turn', async () => {
    const texts = Array.from({ length: 200 }, (_, nth) => (nth === 3 ? '決裁の区分の表' : '子丑寅卯辰巳午'));
    const index = indexOf(texts, 30);
    expect((await look(index, '裁の区分')).ids).toEqual([idOf(3)]);
    // And the rest of the word where the two rarest stand.
    expect(index.turns()).toBeLessThanOrEqual(3);
  });

  it('where no time is left nothing is found, and nobody waits', async () => {
    const index = indexOf(
      Array.from({ length: 20 }, () => '決裁の区分の表'),
      5,
    );
    const between = (from: number, to: number) => ({ stretch: { from, to } });
    expect((await look(index, '区分', between(4, 6))).ids).toEqual([idOf(5), idOf(4)]);
    for (const none of [between(5, 5), between(9, 3), { ...between(9, 30), after: { at: 2, recordId: idOf(2) } }])
      expect((await look(index, '区分', none)).ids).toEqual([]);
  });

  it('what stands at the very beginning of a segment hides nothing behind it', async () => {
    const common = (count: number) => Array.from({ length: count }, () => '工事請負の件。'.repeat(200));
    const texts = ['請負契約書の写し', ...common(400), '工事請負契約書の案', ...common(40)];
    const index = indexOf(texts, texts.length);
    expect((await look(index, '工事請負契約書', { firstLetters: 30_000 })).ids).toEqual([idOf(401)]);
  });

  it('no more is read than the newest that are wanted', async () => {
    const texts = Array.from({ length: 200 }, () => '決裁の区分の表');
    const index = indexOf(texts, 30);
    expect((await look(index, '区分', { most: 4 })).ids).toEqual(holding(texts, '区分').slice(0, 4));
    expect(index.turns()).toBe(1);
  });
});
