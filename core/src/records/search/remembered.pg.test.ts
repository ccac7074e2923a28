import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId, type Tx } from '../../platform/index.ts';
import { foldedWords } from '../../shared/index.ts';
import { type Bench, MINATO, recordsBench, YAMATO } from '../records.fixture.ts';
import { find } from './finding.ts';
import { type IndexingSizes, workOnIndex } from './indexing.ts';
import { plant } from './planted.fixture.ts';
import { type Remembered, rememberedIndex } from './snapshot.ts';
import { forgetRecordWords, putText } from './words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const SMALL = { freshLetters: 1, freshDocs: 1, lettersAtOnce: 100_000, fanIn: 1_000, largestLetters: 1_000_000 };
const TOGETHER = { ...SMALL, fanIn: 3 };
const work = (municipalityId: string, sizes: IndexingSizes = SMALL) =>
  workOnIndex(bench.test.db, municipalityId, { sizes });

let day = 0;
async function planted(municipalityId: string, texts: readonly string[]): Promise<Map<string, string>> {
  const unitId = randomUUID();
  const records = texts.map((text) => {
    day += 1;
    return { id: newId(), title: '題', text, at: new Date(Date.UTC(2020, 0, day)), unitId, unitPath: [unitId] };
  });
  await plant(bench.test.owner, municipalityId, records);
  return new Map(records.map(({ id, text }) => [id, text]));
}

interface Looked {
  readonly found: string[];
  /** How many statements it took. */
  readonly asked: number;
}

const EVER = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

const look = ({ look: view }: Remembered, municipalityId: string, q: string, firstLetters?: number): Promise<Looked> =>
  bench.inside(municipalityId, async (tx) => {
    let asked = 0;
    const counted: Tx = {
      municipalityId,
      query: <R extends object>(text: string, values?: readonly unknown[]) => {
        asked += 1;
        return tx.query<R>(text, values);
      },
    };
    const words = [foldedWords(q)];
    const records = await find(view(counted, words), {
      ...{ words, after: null, most: 1_000, let: async (ids) => new Set(ids), stretch: EVER },
      ...(firstLetters === undefined ? {} : { firstLetters }),
    });
    return { found: records.map(({ recordId }) => recordId), asked };
  });

const holding = (texts: ReadonlyMap<string, string>, q: string): string[] =>
  [...texts].flatMap(([id, text]) => (foldedWords(text).includes(foldedWords(q)) ? [id] : [])).toReversed();

const forget = (municipalityId: string, id: string) => bench.inside(municipalityId, (tx) => forgetRecordWords(tx, id));

/** Whether the same search, done twice, asked more than once each time. */
const [FIRST_READ, KNOWN, NOT_KEPT] = [
  [true, false],
  [false, false],
  [true, true],
];

describe('R-22: what a search remembers of the index', () => {
  it('asks the database once where nothing has changed, reads again what is new, and keeps nothing of what is gone', async () => {
    const remembered = rememberedIndex();
    const texts = new Map<string, string>();
    const plantSome = async (some: readonly string[]) => {
      for (const [id, text] of await planted(YAMATO, some)) texts.set(id, text);
      await work(YAMATO);
    };
    const both = async (q: string) => {
      const [first, second] = [await look(remembered, YAMATO, q), await look(remembered, YAMATO, q)];
      expect([first.found, second.found]).toEqual([holding(texts, q), holding(texts, q)]);
      return [first.asked > 1, second.asked > 1];
    };
    await plantSome(['甲乙丙丁の書', '乙丙丁戊の書']);
    await plantSome(['丙丁戊己の書', '丁戊己庚の書']);
    expect([await both('乙丙丁戊'), await both('丁の書')]).toEqual([FIRST_READ, FIRST_READ]);
    // Its letters were read with the longer word.
    expect(await both('乙丙丁')).toEqual(KNOWN);
    expect(remembered.bytes()).toBeGreaterThan(0);
    await plantSome(['乙丙丁のみの書']);
    expect(await both('乙丙丁')).toEqual(FIRST_READ);
    await work(YAMATO, TOGETHER);
    expect(await both('乙丙丁')).toEqual(FIRST_READ);
    const [first = '', ...others] = texts.keys();
    await bench.inside(YAMATO, (tx) => putText(tx, { recordId: first, sha256: newId(), text: '改めた書' }));
    texts.set(first, '改めた書');
    expect(await both('乙丙丁')).toEqual(FIRST_READ);
    // Until the only segment is written again, nothing of it is kept.
    const [disposed = ''] = others;
    await forget(YAMATO, disposed);
    texts.delete(disposed);
    expect([await both('乙丙丁'), remembered.bytes()]).toEqual([NOT_KEPT, 0]);
    await work(YAMATO, TOGETHER);
    expect([await both('乙丙丁'), await both('改めた')]).toEqual([FIRST_READ, FIRST_READ]);
    for (const id of texts.keys()) await forget(YAMATO, id);
    texts.clear();
    await work(YAMATO, TOGETHER);
    expect([await both('乙丙丁'), remembered.bytes()]).toEqual([KNOWN, 0]);
  });

  it('is of one municipality, also where another has the same words', async () => {
    const remembered = rememberedIndex();
    const [ours, theirs] = [await planted(MINATO, ['辛壬癸の書']), await planted(YAMATO, ['辛壬癸の書', '辛壬の書'])];
    await work(MINATO);
    await work(YAMATO);
    for (const _ of ['read', 'remembered'])
      for (const q of ['辛壬癸', '辛壬'])
        expect([(await look(remembered, MINATO, q)).found, (await look(remembered, YAMATO, q)).found]).toEqual([
          holding(ours, q),
          holding(theirs, q),
        ]);
    // Where there is no room for both, the one that searched last is remembered.
    const narrow = rememberedIndex({ mostDocs: 1 });
    for (const municipalityId of [MINATO, YAMATO, MINATO])
      expect((await look(narrow, municipalityId, '辛壬癸')).asked).toBeGreaterThan(1);
    expect((await look(narrow, MINATO, '辛壬癸')).asked).toBe(1);
  });

  it('is not told of a segment that has only the id of another: the database was put back below it', async () => {
    const remembered = rememberedIndex();
    const { owner } = bench.test;
    const newest = async () =>
      (
        await owner.query(
          `select s.segment_id::int as id, s.docs, s.letters from kaigi.records_search_segment s
           order by s.segment_id desc limit 1`,
        )
      ).rows[0];
    const lost = await planted(YAMATO, ['戌亥子の書']);
    await work(YAMATO);
    const before = await newest();
    const { id } = before;
    expect((await look(remembered, YAMATO, '戌亥')).found).toEqual([...lost.keys()]);
    for (const table of ['block', 'doc', 'segment'])
      await owner.query(`delete from kaigi.records_search_${table} where segment_id = $1`, [id]);
    await owner.query(
      `select setval(pg_get_serial_sequence('kaigi.records_search_segment', 'segment_id'), ${id}, false)`,
    );
    // Of the same day, so that it is as long: nothing but its transaction tells the one from the other.
    day -= 1;
    const again = await planted(YAMATO, ['亥子戌の書']);
    await work(YAMATO);
    expect(await newest()).toEqual(before);
    for (const q of ['戌亥', '亥子', '子戌']) {
      const { found } = await look(remembered, YAMATO, q);
      expect([q, found]).toEqual([q, holding(again, q)]);
    }
  });

  it('finds what brute force finds, whatever was asked before, merged, written anew and disposed of, with room for little or much', async () => {
    const letter = fc.constantFrom(...'子丑寅卯');
    const lengths = { minLength: 3, maxLength: 90 };
    const text = fc.array(letter, lengths).map((letters) => letters.join(''));
    const pieces = fc.sample(
      fc.array(letter, { minLength: 2, maxLength: 7 }).map((all) => all.join('')),
      {
        ...{ numRuns: 25, seed: 8 },
      },
    );
    const texts = new Map<string, string>();
    const all = [rememberedIndex(), rememberedIndex({ mostBytes: 6_000 })];
    const same = async (state: string) => {
      for (const q of pieces)
        for (const [nth, remembered] of all.entries())
          for (const firstLetters of [undefined, 150]) {
            const { found } = await look(remembered, MINATO, q, firstLetters);
            expect([state, q, nth, found.filter((id) => texts.has(id))]).toEqual([state, q, nth, holding(texts, q)]);
            expect(remembered.bytes()).toBeLessThanOrEqual(nth === 0 ? Number.POSITIVE_INFINITY : 6_000);
          }
    };
    for (const seed of [1, 2, 3]) {
      for (const [id, own] of await planted(MINATO, fc.sample(text, { numRuns: 12, seed }))) texts.set(id, own);
      await work(MINATO);
      await same(`${seed} segments`);
    }
    await work(MINATO, TOGETHER);
    await same('merged');
    const ids = [...texts.keys()];
    for (const [nth, id] of ids.entries()) {
      if (nth % 5 === 0) {
        await forget(MINATO, id);
        texts.delete(id);
      } else if (nth % 5 === 1) {
        const again = [...(texts.get(id) ?? '')].toReversed().join('');
        await bench.inside(MINATO, (tx) => putText(tx, { recordId: id, sha256: newId(), text: again }));
        texts.set(id, again);
      }
    }
    await same('changed');
    await work(MINATO, TOGETHER);
    await same('written again');
  });
});
