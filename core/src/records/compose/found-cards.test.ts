import { describe, expect, it } from '@jest/globals';
import type { ChatMessage, Marked } from '../../shared/index.ts';
import type { RecordHit, RecordsSearch } from '../search/contract.ts';
import { foundMessage, nothingMessage, usageMessage } from './found-cards.ts';

const pageUrl = (page: string) => `https://kaigi.example/#/${page}`;
const TITLE: Marked = [
  { text: '図書館', hit: true },
  { text: 'の開館時間', hit: false },
];
const hit = (nth: number, more: Partial<RecordHit> = {}): RecordHit => ({
  ...{ id: `record-${nth}`, kind: 'RECEIPT', state: 'FROZEN', title: TITLE, number: `政収第${nth}号` },
  ...{ classification: { code: 'B-01-02', name: '計画' }, unitName: '政策課', caseId: null },
  ...{ registeredOn: '2026-11-21', registeredOnWareki: '令和8年11月21日', foundIn: 'TEXT', attachment: null },
  snippet: [
    { text: '…夜間も', hit: false },
    { text: '図書館', hit: true },
    { text: 'を…', hit: false },
  ],
  ...more,
});
const searched = (items: readonly RecordHit[], more: Partial<RecordsSearch> = {}): RecordsSearch => ({
  ...{ mode: 'EXACT', total: items.length, totalIsMore: false, nextCursor: null, rebuilding: false },
  items: [...items],
  ...more,
});
const found = (search: RecordsSearch, { hidden = [] as string[], locale = 'ja' as 'ja' | 'en', q = '図書館' } = {}) =>
  foundMessage({ q, search, hidden: new Set(hidden) }, { locale, pageUrl });
const said = (message: ChatMessage): string => JSON.stringify(message);
const bytes = (message: ChatMessage): number =>
  Buffer.byteLength(JSON.stringify(message.kind === 'card' ? message.card : message.text));
/** What stands in the runs, with those that are marked in brackets. */
const runs = (message: ChatMessage): string[] =>
  [...said(message).matchAll(/"inlines":(\[.*?\])/g)].map(([, inlines = '']) =>
    (JSON.parse(inlines) as { text: string; highlight?: boolean }[])
      .map(({ text, highlight }) => (highlight ? `[${text}]` : text))
      .join(''),
  );

describe('R-22, R-27: the card of what was found', () => {
  it('tells of each its title, number, section, day and the words around the hit, and leads to its page', () => {
    const message = found(searched([hit(1)]));
    expect(message).toMatchObject({ kind: 'card', summary: '文書の検索：図書館' });
    expect(runs(message)).toEqual(['[図書館]の開館時間', '…夜間も[図書館]を…']);
    for (const part of ['政収第1号 ・ 政策課 ・ 令和8年11月21日', '1件見つかりました。', pageUrl('records/record-1')])
      expect(said(message)).toContain(part);
  });

  it('shows five at most with how many there are, and the way to the page with the same words', () => {
    const twelve = Array.from({ length: 12 }, (_, nth) => hit(nth + 1));
    const message = found(searched(twelve), { q: '図書館 改修' });
    expect(runs(message)).toHaveLength(10);
    expect(said(message)).toContain('12件見つかりました。新しいものから5件です。');
    const url = pageUrl(`records/search?q=${encodeURIComponent('図書館')}+${encodeURIComponent('改修')}`);
    expect(message).toMatchObject({
      card: { actions: [{ type: 'Action.OpenUrl', title: '検索のページで見る', url }] },
    });
    const many = found(searched(twelve, { total: 200, totalIsMore: true }));
    expect(said(many)).toContain('200件以上見つかりました。新しいものから5件です。');
    const related = found(searched(twelve, { mode: 'RELATED', rebuilding: true }));
    expect(said(related)).toContain('そのままの言葉を含む文書はありません。内容の近いものから5件です。');
    expect(said(related)).toContain('索引を作り直しているため');
  });

  it('says in which attachment, and nothing twice where the hit is in the title alone', () => {
    const attachment = { id: 'a', name: 'アンケート.xlsx' };
    const message = found(
      searched([hit(1, { foundIn: 'ATTACHMENT', attachment }), hit(2, { foundIn: 'FILED_AS', snippet: TITLE })]),
    );
    expect(said(message)).toContain('添付「アンケート.xlsx」の中');
    expect(runs(message)).toHaveLength(3);
  });

  it('tells of what is hidden in chats the number alone', () => {
    const secret = hit(1, { attachment: { id: 'a', name: '処分案.docx' }, foundIn: 'ATTACHMENT' });
    const message = found(searched([secret]), { hidden: ['record-1'], q: '処分' });
    expect(runs(message)).toEqual([]);
    expect(said(message)).not.toMatch(/図書館|夜間|処分案/);
    expect(said(message)).toContain('件名は表示しません');
    expect(said(message)).toContain('政収第1号');
  });

  it('is one that Teams takes, however often the words stand in a text', () => {
    const often = Array.from({ length: 85 }, () => ({ text: '図書', hit: true }));
    const mixed = Array.from({ length: 170 }, (_, nth) => ({ text: '図', hit: nth % 2 === 0 }));
    const items = Array.from({ length: 5 }, (_, nth) => hit(nth, { title: mixed, snippet: nth === 0 ? often : mixed }));
    const message = found(searched(items), { q: '図'.repeat(200) });
    expect(bytes(message)).toBeLessThan(28 * 1024);
    expect(runs(message)[1]).toBe(`[${'図書'.repeat(8)}]${'図書'.repeat(77)}`);
  });

  it('lets no client put a date where somebody wrote braces', () => {
    const title = [{ text: '様式{{DATE(2026-11-21T00:00:00Z)}}', hit: false }];
    const message = found(searched([hit(1, { title })]));
    expect(said(message)).not.toContain('"text":"様式{{');
    expect(runs(message)[0]).toBe(title[0]?.text);
  });

  it('is in English for whoever reads English', () => {
    const message = found(searched([hit(1)], { total: 200, totalIsMore: true }), { locale: 'en' });
    for (const part of ['More than 200 documents found', '2026-11-21', 'Open the search page'])
      expect(said(message)).toContain(part);
    expect(said(message)).not.toContain('令和');
  });

  it('has no button where nobody knows the address of the tab', () => {
    const search = searched([hit(1)]);
    const message = foundMessage({ q: '図書館', search, hidden: new Set() }, { locale: 'ja', pageUrl: () => '' });
    expect(said(message)).not.toContain('OpenUrl');
  });
});

describe('R-22, R-27: what is said without a card of documents', () => {
  it('where nothing is found, and that older ones may be missing meanwhile', () => {
    const nothing = nothingMessage({ q: '図書館', search: searched([]) }, 'ja');
    expect(nothing).toMatchObject({
      kind: 'text',
      text: expect.stringMatching(/^「図書館」を含む文書は.*見つかりませんでした/),
    });
    expect(said(nothingMessage({ q: 'x', search: searched([], { rebuilding: true }) }, 'en'))).toContain('made anew');
  });

  it('how it is used, with the way to the page', () => {
    const message = usageMessage({ locale: 'ja', pageUrl });
    expect(said(message)).toContain('「文書 図書館」のように');
    expect(message).toMatchObject({ card: { actions: [{ url: pageUrl('records/search') }] } });
  });
});
