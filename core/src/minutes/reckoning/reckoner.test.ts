import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';
import { suggestionsIn } from '../lines/line-suggestions.ts';
import { type Drafting, draftedSentences } from '../sentences/drafted.ts';
import { createReckoner } from './reckoner.ts';

const SAID = [
  '議題1、備品の購入についてお願いします。',
  'えー、机を十台購入したいと考えております。',
  'ご異議ありませんか。',
  '異議なし。',
  '異議なしと認め、案のとおり決定します。',
];
const lines = (many: number): Line[] =>
  Array.from({ length: many }, (_, at) => ({
    ...{ lineId: `line-${at}`, version: 1, place: at, label: `話者${(at % 2) + 1}`, attendeeId: null },
    ...{ confidence: null, spokenOver: false, sure: false },
    ...{ startMs: at * 3_000, endMs: at * 3_000 + 2_500, heard: '', text: SAID[at % SAID.length] ?? '' },
  }));
const drafting = (many: number): Omit<Drafting, 'idOf'> => ({
  meeting: {
    heldOn: '2026-11-25' as LocalDate,
    content: {
      ...{ title: '予算の打合せ', bodyId: null, startsAt: null, endsAt: null, place: '', closedGround: null },
      ...{ closedReason: '', agenda: [], attendees: [], observers: null, papers: [], cancelledFor: null },
      organiser: { staffId: 'x', name: '見本', postTitle: '主事', unitName: '政策課' },
    },
  },
  ...{ lines: lines(many), units: [] },
});

describe('what takes long is reckoned in a thread', () => {
  it('and comes to the same as here', async () => {
    const reckoner = createReckoner();
    let nth = 0;
    const here = draftedSentences({
      ...drafting(5),
      idOf: () => {
        nth += 1;
        return String(nth);
      },
    });
    const bare = (sentences: typeof here) => sentences.map(({ part, text, sources }) => ({ part, text, sources }));
    expect(bare(await reckoner.draft(drafting(5)))).toEqual(bare(here));
    expect(here.some(({ part }) => part === 'DECISION')).toBe(true);
    const toRead = { lines: lines(5), terms: [], locale: 'ja' as const };
    expect(await reckoner.suggest(toRead)).toEqual(suggestionsIn(toRead));
  });

  it('while others are served', async () => {
    const reckoner = createReckoner();
    let served = 0;
    let done = false;
    const serve = (): void => {
      served += 1;
      if (!done) setImmediate(serve);
    };
    setImmediate(serve);
    const drafted = await reckoner.draft(drafting(3_000));
    done = true;
    expect(drafted.length).toBeGreaterThan(100);
    expect(served).toBeGreaterThan(100);
  });

  it('and ends with a sentence where it takes too long or too much', async () => {
    await expect(createReckoner({ deadlineMs: 1 }).draft(drafting(3_000))).rejects.toMatchObject({
      code: 'minutes.too_much_to_reckon',
    });
  });
});
