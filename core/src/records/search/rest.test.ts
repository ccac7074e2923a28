import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { blocksFound, textsOf } from './blocks.fixture.ts';
import { listIn } from './blocks.ts';
import { everyGramOf, type GramOfWord, gramsOfWord } from './grams.ts';
import type { ReadLists } from './lists.ts';
import { withRest } from './rest.ts';
import { buildSegment, FILE_TEXT, readDirectory } from './segment.ts';

const RECORD = '019a0000-0000-7000-8000-000000000001';
const COMMON = 1_000_000;

function indexOf(text: string) {
  const { blocks, directory } = buildSegment([{ recordId: RECORD, part: FILE_TEXT, at: 0, folded: text }]);
  const segment = { segmentId: 1, mark: '1', directory: readDirectory(directory), gone: new Set<string>() };
  const turns: number[][] = [];
  const read: ReadLists = async (asks) => {
    if (asks.length > 0) turns.push(asks.map(({ hi, lo }) => hi - lo));
    return asks.map((ask) => ({ ask, entries: listIn(blocksFound(blocks, ask), ask.gram) }));
  };
  return { part: { segment, fromDoc: 0, lo: 0, hi: text.length }, read, turns };
}

const placesOf = (text: string, stands: (at: number) => boolean): Uint32Array =>
  Uint32Array.from(Array.from(text, (_, at) => at).filter(stands));

/** The places of a word of which some grams are known, and in how many turns the others were looked for. */
async function looked(text: string, word: string, known: readonly GramOfWord[], bytes: number) {
  const { part, read, turns } = indexOf(text);
  const found = placesOf(text, (at) =>
    known.every(({ behind }) => text.startsWith(word.slice(behind, behind + 3), at + behind)),
  );
  const rest = gramsOfWord(word, known).map((one) => ({ ...one, bytes }));
  const [places] = await withRest(read, [{ part, places: found, rest }]);
  return { places: Array.from(places ?? []), found: found.length, turns };
}

describe('R-22: the rest of a word, where its rarest letters stand', () => {
  it('leaves over exactly the places where the word stands, however much is read at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        textsOf('子丑寅', 400, 900),
        textsOf('子丑寅', 4, 9),
        fc.tuple(fc.nat(), fc.nat()),
        fc.constantFrom(0, 40_000, COMMON),
        async (text, word, [one, other], bytes) => {
          const every = everyGramOf(word);
          const known = every.filter((_, nth) => nth === one % every.length || nth === other % every.length);
          const { places } = await looked(text, word, known, bytes);
          expect(places).toEqual(Array.from(placesOf(text, (at) => text.startsWith(word, at))));
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });

  it('is looked for in one turn where that costs little', async () => {
    const text = '公用車の更新の計画。'.repeat(10);
    const word = '公用車の更新の計画';
    const { places, turns } = await looked(text, word, everyGramOf(word).slice(0, 1), COMMON);
    expect([places.length, turns]).toEqual([10, [Array(20).fill(1)]]);
  });

  it('is looked for gram by gram where that costs much: what the first leaves over is all that the next is sought for', async () => {
    const text = '公用車の廃止の書類。'.repeat(100) + '公用車の更新の計画。'.repeat(5);
    const word = '公用車の更新の計画';
    const { places, found, turns } = await looked(text, word, everyGramOf(word).slice(0, 1), COMMON);
    expect([places.length, found]).toEqual([5, 105]);
    expect(turns.map((asks) => asks.length)).toEqual([105, 5]);
  });
});
