import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { docx } from '../docx.fixture.ts';
import { factsOf } from '../history.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { requestDesk } from './disclosure.fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const { drafter, head, requests, act, request, decisionNumber } = requestDesk(() => bench);
const [PERSON, BUSINESS] = ['disclosure.person', 'disclosure.business'];
const WORDS = ['受託者は鷲見商会である。', '担当は山田太郎である。'];

/** A request with one document. */
async function collected() {
  const { id } = await request();
  const metadata = { kind: 'REFERENCE', title: '委託契約書', classificationCode: 'A-04-03' } as const;
  const { id: recordId } = await bench.records.file(drafter(), metadata, { fileName: 'a.docx', bytes: docx(WORDS) });
  const { items } = await act(id, { act: 'collect', recordIds: [recordId] });
  const itemId = items[0]?.id ?? '';
  const words = await requests().redactions.text(drafter(), { requestId: id, itemId });
  const copied = (bars: Readonly<Record<string, string>>) => {
    const passages = Object.entries(bars).map(([word, ground]) => {
      const from = words.text.indexOf(word);
      return { from, to: from + word.length, ground };
    });
    const input = { textSha256: words.textSha256, passages };
    return requests().redactions.make(drafter(), { requestId: id, itemId }, input);
  };
  const judged = (decision: 'PARTLY' | 'DISCLOSE' | 'WITHHOLD', ...grounds: string[]) =>
    act(id, { act: 'judge', itemId, decision, grounds, note: '' });
  const differing = async () => (await requests().read(drafter(), id)).items[0]?.differing;
  return { id, itemId, copied, judged, differing };
}

const decided = async (id: string, more: { unbarredSeen?: true } = {}) =>
  act(id, { act: 'decide', registerId: await decisionNumber(), ...more }, head());

describe('R-26: bars whose ground is not the judged one', () => {
  it('are told with the copy and on the list, and with them nothing is decided, whoever has seen it', async () => {
    const { id, copied, judged, differing } = await collected();
    // Before anything is judged there is nothing to differ from.
    expect(await copied({ 山田太郎: PERSON, 鷲見商会: BUSINESS })).toMatchObject({ unjudged: [], unbarred: [] });
    await judged('PARTLY', PERSON);
    expect(await differing()).toEqual({ unjudged: [BUSINESS], unbarred: [] });
    expect(await copied({ 山田太郎: PERSON, 鷲見商会: BUSINESS })).toMatchObject({ unjudged: [BUSINESS], nth: 2 });
    for (const more of [{}, { unbarredSeen: true as const }])
      await expect(decided(id, more)).rejects.toMatchObject({
        code: 'records.disclosure_bars_unjudged',
        params: { documents: '1', grounds: '第7条第3号' },
      });
    // A copy anew is enough: what was judged and decided stays.
    expect(await copied({ 山田太郎: PERSON, 鷲見商会: PERSON })).toMatchObject({ unjudged: [], unbarred: [] });
    expect(await differing()).toEqual({ unjudged: [], unbarred: [] });
    expect(await decided(id)).toMatchObject({ state: 'DECIDED' });
  });

  it('on what is disclosed whole are refused as well; a copy of what is withheld goes nowhere', async () => {
    const { id, copied, judged, differing } = await collected();
    await copied({ 山田太郎: PERSON });
    await judged('DISCLOSE');
    expect(await differing()).toEqual({ unjudged: [PERSON], unbarred: [] });
    await expect(decided(id)).rejects.toMatchObject({ code: 'records.disclosure_bars_unjudged' });
    await judged('WITHHOLD', BUSINESS);
    expect(await differing()).toEqual({ unjudged: [], unbarred: [] });
    expect(await decided(id)).toMatchObject({ state: 'DECIDED' });
  });
});

describe('R-26: a judged ground without a bar', () => {
  it('is told, and decided upon once somebody has looked, which the history says', async () => {
    const { id, itemId, copied, judged, differing } = await collected();
    await judged('PARTLY', PERSON, BUSINESS);
    // Without a copy of the app there is nothing to compare: it is blacked out on paper.
    expect(await differing()).toEqual({ unjudged: [], unbarred: [] });
    expect(await copied({ 山田太郎: PERSON })).toMatchObject({ unjudged: [], unbarred: [BUSINESS] });
    expect(await differing()).toEqual({ unjudged: [], unbarred: [BUSINESS] });
    await expect(decided(id)).rejects.toMatchObject({
      code: 'records.disclosure_grounds_unbarred',
      params: { documents: '1', grounds: '第7条第3号' },
    });
    expect(await decided(id, { unbarredSeen: true })).toMatchObject({ state: 'DECIDED' });
    const facts = await bench.inside(MINATO, (tx) => factsOf(tx, { kind: 'disclosure', id }));
    expect(facts.at(-1)).toMatchObject({ act: 'DECIDED', fact: { unbarred: [{ itemId, grounds: [BUSINESS] }] } });
  });

  it('is nothing to look at where there is none: the history of the decision says nothing of it', async () => {
    const { id, copied, judged } = await collected();
    await judged('PARTLY', PERSON);
    await copied({ 山田太郎: PERSON });
    await decided(id, { unbarredSeen: true });
    const facts = await bench.inside(MINATO, (tx) => factsOf(tx, { kind: 'disclosure', id }));
    expect(facts.at(-1)?.fact).not.toHaveProperty('unbarred');
  });
});
