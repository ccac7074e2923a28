import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPosts, MINATO, POSTS, type TestCity, testCity } from '../../testing/test-city.ts';

let city: TestCity;
beforeAll(async () => {
  city = await testCity({ clock: { now: () => new Date('2026-11-21T01:00:00.000Z') } });
  await importPosts(city.suite, MINATO, [
    ...POSTS.filter((line) => !line.includes(',colleague,')),
    'seisaku-k,政策係,SUBSECTION,seisaku,seisaku-bunsho,文書主任,STAFF,0,colleague,0,RECORDS_OFFICER,2026-04-01,',
  ]);
});
afterAll(() => city.close());

/** What the command that has the word answers. */
const typed = async (word: string, argument = word, { name = 'drafter', locale = 'ja' as 'ja' | 'en' } = {}) => {
  const command = city.suite.commands.find(({ words }) => words.includes(word));
  const messages = await command?.handle(city.as(name, { via: 'teams', locale }), argument);
  return JSON.stringify(messages);
};
const PAGE = 'https://kaigi.example/';

describe('文書管理 by name in the chat', () => {
  it.each([
    ['文書収発簿', 'records'],
    ['収受', 'records/receipts'],
    ['簿冊', 'records/folders'],
    ['書庫', 'records/paper'],
    ['廃棄', 'records/disposals'],
    ['開示請求', 'records/disclosures'],
    ['文書目録', 'records/catalogue'],
    ['様式', 'records/templates'],
    ['郵便', 'records/postage'],
    ['容量', 'records/space'],
    ['検索履歴', 'records/search'],
    ['文書を登録', 'records'],
  ])('R-22: 「%s」 shows the way to its page, and searches for nothing', async (word, path) => {
    const answer = await typed(word);
    expect([...answer.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url)).toEqual([PAGE + path]);
    expect(answer).not.toContain('見つかりま');
  });

  it('「文書管理」 shows the ways to its first pages, in either language', async () => {
    const answer = await typed('文書管理');
    for (const page of ['文書収発簿', '簿冊', '文書を探す', '廃棄・移管', '書庫'])
      expect(answer).toContain(`「${page}」を開く`);
    const english = await typed('records', 'records', { name: 'drafter', locale: 'en' });
    expect(english).toContain('Open “Register”');
    expect(english).not.toMatch(/\p{Script=Han}/u);
  });

  it('O-05: 「文書主任」 tells who it is in one’s section, and shows the work to whoever has it', async () => {
    const asked = await typed('文書主任');
    expect(asked).toContain('見本 colleague（政策係）');
    expect(asked).not.toContain('records/todo');
    expect(await typed('文書主任', '文書主任', { name: 'colleague', locale: 'ja' })).toContain(`${PAGE}records/todo`);
    expect(await typed('文書主任', '文書主任', { name: 'other-section', locale: 'ja' })).toContain(
      '文書主任が登録されていません',
    );
  });
});

describe('R-03: 「文書番号」 in the chat', () => {
  it.each(['', 'は', 'は要りますか', 'が必要', 'を取りたい', 'の予約', 'を教えて'])(
    'asks whether a number is needed, with no title from 「文書番号%s」',
    async (argument) => {
      const answer = await typed('文書番号', argument);
      expect(answer).toContain('番号は要る？（1／3）');
      expect(answer).toContain('"title":""');
    },
  );

  it('keeps a title for the form, also one that begins as a wish does', async () => {
    expect(await typed('番号', 'がん検診の案内')).toContain('"title":"がん検診の案内"');
  });

  it.each(['政第12号', 'みなと市条例第3号', '政第12号の2'])(
    'searches for a number that is there: %s',
    async (label) => {
      expect(await typed('文書番号', label)).toContain(`「${label}」を含む文書`);
    },
  );
});
