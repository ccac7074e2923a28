import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldedWords } from '../../shared/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import type { MeetingLines, MeetingView, MinutesSearch, SentenceEditsAnswer } from '../contract.ts';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-11-20T15:00:00+09:00');
});
afterAll(() => hall.city.close());

const find = (name: string, q: string, more: object = {}) =>
  hall.call<MinutesSearch>(name, 'GET /meetings/search', { query: { q, ...more } });
const kinds = async (name: string, q: string, more: object = {}) =>
  (await find(name, q, more)).items.map(({ kind, snippet }) => [kind, snippet.map(({ text }) => text).join('')]);
const count = async (name: string, q: string) => {
  const { total, items } = await find(name, q);
  expect(total).toBe(items.length);
  return total;
};

interface Said {
  readonly title?: string;
  readonly heldOn?: string;
  readonly isOpen?: boolean;
  readonly agenda?: readonly string[];
  readonly attendees?: readonly { name: string; staffId?: string; role?: string }[];
  readonly lines?: readonly [speaker: string, text: string][];
}

async function meeting(name: string, { attendees = [], agenda = [], lines = [], ...more }: Said) {
  const body = {
    ...{ title: '打合せ', heldOn: '2026-11-19', ...more },
    attendees: attendees.map((one) => ({ id: randomUUID(), staffId: null, ...one })),
    agenda: agenda.map((title) => ({ id: randomUUID(), title })),
  };
  const { id, version } = await hall.call<MeetingView>(name, 'POST /meetings', { body });
  const cues = lines.map(
    ([speaker, text], at) => `00:00:${10 + at}.000 --> 00:00:${11 + at}.000\n<v ${speaker}>${text}</v>\n`,
  );
  const file = { fileName: 'a.vtt', bytes: new TextEncoder().encode(`WEBVTT\n\n${cues.join('\n')}`) };
  const given = { params: { id }, body: { version, despiteDoubts: true }, file };
  if (lines.length > 0) await hall.call(name, 'POST /meetings/{id}/transcript', given);
  return id;
}

async function write(
  name: string,
  id: string,
  sentences: readonly { part: string; text: string; itemId?: string; sources?: string[] }[],
) {
  const edits = sentences.map((one) => ({ op: 'ADD', id: randomUUID(), itemId: null, after: null, ...one }));
  const answer = await hall.call<SentenceEditsAnswer>(name, 'POST /meetings/{id}/minutes/edits', {
    ...{ params: { id }, body: { edits } },
  });
  return answer.changed;
}

const final = (id: string) =>
  hall.city.test.owner.query(`update kaigi.meeting set state = 'FINAL' where meeting_id = $1`, [id]);

describe('M-22: the search over minutes', () => {
  it('finds titles, 議題, sentences and, for whoever edits, lines; each leads to where it stands', async () => {
    const id = await meeting('drafter', {
      ...{ title: '図書館の協議', agenda: ['図書館の開館時間'], lines: [['話者1', '図書館は夜も開けたい。']] },
    });
    const [sentence] = await write('drafter', id, [{ part: 'DECISION', text: '図書館の開館を1時間延ばす。' }]);
    const { items, total } = await find('drafter', '図書館');
    expect([total, items.map(({ kind }) => kind)]).toEqual([4, ['TITLE', 'AGENDA', 'SENTENCE', 'LINE']]);
    expect(items[0]).toMatchObject({
      id,
      meeting: { id, title: '図書館の協議', unitName: '政策課', heldOn: '2026-11-19' },
    });
    expect(items[2]).toMatchObject({
      ...{ id: sentence?.id, part: 'DECISION', speaker: null },
      snippet: [
        { text: '図書館', hit: true },
        { text: 'の開館を1時間延ばす。', hit: false },
      ],
    });
    expect(items[3]).toMatchObject({ kind: 'LINE', speaker: '話者1' });
  });

  it('tells nobody, not even by a number, of what they may not see; final and open minutes everybody', async () => {
    const staffId = await hall.staffId('other-section');
    const open = await meeting('drafter', {
      title: '公開の秘密鍵',
      isOpen: true,
      lines: [['話者1', '秘密鍵は公開前です。']],
    });
    await write('drafter', open, [{ part: 'SUMMARY', text: '秘密鍵を話し合った。' }]);
    expect(await count('drafter', '秘密鍵')).toBe(3);
    expect(await count('section-head', '秘密鍵')).toBe(3);
    expect(await kinds('auditor', '秘密鍵')).toEqual([
      ['TITLE', '公開の秘密鍵'],
      ['SENTENCE', '秘密鍵を話し合った。'],
    ]);
    expect(await find('other-section', '秘密鍵')).toEqual({ total: 0, items: [], nextCursor: null });
    expect(await count('drafter@yamato', '秘密鍵')).toBe(0);
    const attendees = [{ name: '見本 other-section', staffId, role: 'MEMBER' }];
    const closed = await meeting('drafter', { title: '非公開の秘密鍵', isOpen: false, attendees });
    await write('drafter', closed, [{ part: 'SUMMARY', text: '秘密鍵は非公開とした。' }]);
    expect(await count('other-section', '秘密鍵')).toBe(2);
    await final(open);
    await final(closed);
    expect(await count('other-section', '秘密鍵')).toBe(4);
    expect(await kinds('general-affairs-head', '秘密鍵')).toEqual([
      ['TITLE', '公開の秘密鍵'],
      ['SENTENCE', '秘密鍵を話し合った。'],
    ]);
  });

  it('shows lines to a 記録者, and to whoever only attends none', async () => {
    const [recorder, member] = [await hall.staffId('other-section'), await hall.staffId('general-affairs-head')];
    const attendees = [
      { name: '見本 other-section', staffId: recorder, role: 'RECORDER' },
      { name: '見本 general-affairs-head', staffId: member, role: 'MEMBER' },
    ];
    await meeting('drafter', { attendees, lines: [['話者1', '記録者だけの話']] });
    expect([await count('other-section', '記録者だけ'), await count('general-affairs-head', '記録者だけ')]).toEqual([
      1, 0,
    ]);
  });

  it('is by speaker, 議題, 会議体 and day', async () => {
    const attendees = [{ name: '青空一郎' }, { name: '港川次郎' }];
    const id = await meeting('drafter', {
      ...{ heldOn: '2026-10-01', attendees, agenda: ['給食費の改定'] },
      lines: [
        ['青空一郎', '給食費を改めたい。'],
        ['港川次郎', '給食費は据え置きたい。'],
      ],
    });
    const { lines } = await hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', { params: { id } });
    const [item] = await write('drafter', id, [{ part: 'ITEM', text: '給食費の改定について' }]);
    const sources = lines.filter(({ text }) => text.includes('据え置き')).map((line) => line.id);
    await write('drafter', id, [
      { part: 'DECISION', text: '給食費を据え置く。', itemId: item?.id ?? '', sources },
      { part: 'SUMMARY', text: '給食費のほかも話した。' },
    ]);
    expect(await kinds('drafter', '給食費', { speaker: '港川' })).toEqual([
      ['SENTENCE', '給食費を据え置く。'],
      ['LINE', '給食費は据え置きたい。'],
    ]);
    expect(await kinds('drafter', '給食費', { speaker: '山田' })).toEqual([]);
    expect(await kinds('drafter', '給食費', { agenda: '改定' })).toEqual([
      ['AGENDA', '給食費の改定'],
      ['SENTENCE', '給食費の改定について'],
      ['SENTENCE', '給食費を据え置く。'],
    ]);
    const within = async (query: object) => (await find('drafter', '給食費', query)).total;
    expect(
      await Promise.all([within({ from: '2026-10-01', to: '2026-10-01' }), within({ from: '2026-10-02' })]),
    ).toEqual([6, 0]);
    expect(await Promise.all([within({ to: '2026-09-30' }), within({ body: 'meeting.planning-council' })])).toEqual([
      0, 0,
    ]);
  });

  it('finds what stands there now: changed, removed and drafted anew within the same transaction', async () => {
    const id = await meeting('drafter', { lines: [['話者1', '旧庁舎を使います。']] });
    const [sentence] = await write('drafter', id, [{ part: 'SUMMARY', text: '旧庁舎の話。' }]);
    expect(await count('drafter', '旧庁舎')).toBe(2);
    const change = (edit: object) =>
      hall.call('drafter', 'POST /meetings/{id}/minutes/edits', { params: { id }, body: { edits: [edit] } });
    await change({ op: 'SET', id: sentence?.id, version: 1, text: '新庁舎の話。' });
    expect([await count('drafter', '旧庁舎'), await count('drafter', '新庁舎')]).toEqual([1, 1]);
    await change({ op: 'REMOVE', id: sentence?.id, version: 2 });
    expect(await count('drafter', '新庁舎')).toBe(0);
    const { lines } = await hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', { params: { id } });
    const edits = [{ op: 'TEXT', lineId: lines[0]?.id, version: 1, text: '仮庁舎を使います。' }];
    await hall.call('drafter', 'POST /meetings/{id}/transcript/edits', { params: { id }, body: { edits } });
    expect([await count('drafter', '旧庁舎'), await count('drafter', '仮庁舎')]).toEqual([0, 1]);
    await hall.call('drafter', 'PATCH /meetings/{id}', { params: { id }, body: { version: 1, title: '庁舎移転の件' } });
    expect(await count('drafter', '庁舎移転')).toBe(1);
  });

  it('goes on page by page without a hit lost or told twice', async () => {
    const id = await meeting('drafter', { title: '長い会議' });
    const other = await meeting('drafter', { title: 'もっと古い会議', heldOn: '2026-01-10' });
    await write(
      'drafter',
      id,
      Array.from({ length: 65 }, (_, at) => ({ part: 'KEY_POINT', text: `番号札${at}。` })),
    );
    await write('drafter', other, [{ part: 'KEY_POINT', text: '番号札は古い。' }]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor, total } = await find('drafter', '番号札', cursor ? { cursor } : {});
      expect(total).toBe(66);
      seen.push(...items.map((item) => item.id));
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([66, 66]);
    expect(await hall.refused(find('drafter', '番号札', { cursor: 'abc' }))).toBe('minutes.bad_cursor');
    expect(await hall.refused(find('drafter', '札'))).toBe('minutes.search_too_short');
  });

  it('every piece of two letters or more of a sentence finds it, and a piece that is not there does not', async () => {
    const id = await meeting('drafter', {});
    const letter = fc.constantFrom(...'あアｱいーかガ漢字髙高﨑市０aＡb𠮷吉㍻、。「％_\\\'"\u3000 ');
    const text = fc.array(letter, { minLength: 4, maxLength: 25 }).map((all) => `語${all.join('')}尾`);
    const texts = [...new Set(fc.sample(text, { numRuns: 60, seed: 7 }))];
    const sentences = await write(
      'drafter',
      id,
      texts.map((one) => ({ part: 'KEY_POINT', text: one })),
    );
    const idOf = new Map(sentences.map((one) => [one.text, one.id]));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), fc.nat(), async (one, at, more) => {
        const letters = Array.from(one);
        const from = at % (letters.length - 1);
        const piece = letters.slice(from, from + 2 + (more % (letters.length - from - 1))).join('');
        fc.pre(Array.from(foldedWords(piece)).length >= 2);
        const words = piece.trim().split(/\s+/u).map(foldedWords);
        const together = words.every((word) => Array.from(word).length < 2) ? [words.join('')] : words;
        const holding = texts.filter((other) => together.every((word) => foldedWords(other).includes(word)));
        expect(holding).toContain(one);
        const found: string[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page: MinutesSearch = await find('drafter', piece, { body: undefined, ...(cursor ? { cursor } : {}) });
          found.push(...page.items.filter((item) => item.meeting.id === id).map((item) => item.id));
          cursor = page.nextCursor;
        }
        expect(found.toSorted()).toEqual(holding.map((other) => idOf.get(other)).toSorted());
      }),
      { numRuns: 150, seed: 11 },
    );
  });

  it('folds words in the database as where a hit is marked', async () => {
    const sign = fc.oneof(
      fc.constantFrom(...'ァヶヽヾヴ髙﨑𠮷𣘺ｶﾞﾊﾟ㍻①Ⅳﬁ\u00ad\u200b\u3000\u{e0100}\ufe0fÄß　Ａ'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    const texts = fc.sample(fc.array(sign, { maxLength: 12 }), { numRuns: 400, seed: 3 }).map((all) => all.join(''));
    const storable = texts.filter((one) => !one.includes('\0') && one.isWellFormed());
    const { rows } = await hall.city.test.owner.query<{ words: string }>(
      'select kaigi.folded(t) as words from unnest($1::text[]) with ordinality u(t, nth) order by nth',
      [storable],
    );
    expect(rows.map(({ words }) => words)).toEqual(storable.map(foldedWords));
  });
});
