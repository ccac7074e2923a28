import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller, ChatCommand, Level } from '../../shared/index.ts';
import { type Bench, recordsBench } from '../records.fixture.ts';
import { findCommand } from './find-command.ts';

let bench: Bench;
let command: ChatCommand;
beforeAll(async () => {
  bench = await recordsBench();
  const pageUrl = (page: string) => `https://kaigi.example/#/${page}`;
  command = findCommand({ searchRecords: bench.records.searchRecords, db: bench.test.db, pageUrl });
});
afterAll(() => bench.close());

const drafter = () => bench.as('drafter@minato.example');
const typed = async (argument: string, caller: Caller = drafter()) =>
  JSON.stringify(await command.handle(caller, argument));

const filed = async (title: string, level: Level = 'C2') => {
  const { recordId } = await bench.draft(title, { level, onlyParticipants: false });
  await bench.decide(recordId);
  return recordId;
};

describe('R-22, R-27: 「文書 ○○」 in the chat', () => {
  it('answers with the documents that the caller may see, and counts no other', async () => {
    const id = await filed('消防団の装備の更新について');
    const answer = await typed('消防団の装備');
    expect(answer).toContain('1件見つかりました');
    expect(answer).toMatch(/政第\d+号 ・ 政策課 ・ 令和8年11月21日/);
    expect(answer).toContain(`https://kaigi.example/#/records/${id}`);
    for (const other of ['finance-drafter@minato.example', 'drafter@yamato.example'])
      expect(await typed('消防団の装備', bench.as(other))).toContain('見つかりませんでした');
  });

  it('shows the newest five of more', async () => {
    for (const nth of [1, 2, 3, 4, 5, 6]) {
      bench.setNow(`2026-11-21T01:0${nth}:00.000Z`);
      await filed(`体育館の夜間利用その${nth}`);
    }
    const answer = await typed('体育館 夜間');
    expect(answer).toContain('6件見つかりました。新しいものから5件です。');
    expect([...answer.matchAll(/"text":"[^"]*その(\d)"/g)].map(([, nth]) => nth)).toEqual(['6', '5', '4', '3', '2']);
  });

  it('finds by the number and by a question in a sentence', async () => {
    const number = /政第\d+号/.exec(await typed('消防団の装備'))?.[0] ?? '';
    expect(await typed(number)).toContain('消防団');
    expect(await typed('消防団はどんな装備を更新しますか')).toContain('そのままの言葉を含む文書はありません');
  });

  it('R-20: shows of a document above 自治体機密性 2 neither title nor words, only its number', async () => {
    const id = await filed('懲戒処分の検討について', 'C3C');
    const answer = await typed('懲戒処分');
    expect(answer).toContain(`records/${id}`);
    expect(answer).toContain('件名は表示しません');
    expect(answer).not.toContain('の検討について');
  });

  it.each<[string, string, string]>([
    ['one letter', '消', 'records.search_too_short'],
    ['a single letter between blanks', '消 装備', 'records.search_single_letter'],
    [
      'too many words',
      Array(11)
        .fill(0)
        .map((_, nth) => `言葉${nth}`)
        .join(' '),
      'records.search_too_many_words',
    ],
    ['a whole letter', '消防'.repeat(101), 'text.too_long'],
    ['signs that cannot be shown', '消防\u202e団', 'text.unreadable'],
  ])('is refused with %s', async (_, argument, code) => {
    await expect(command.handle(drafter(), argument)).rejects.toMatchObject({ kind: 'bad-input', code });
  });

  it('says how long the words may be', async () => {
    await expect(command.handle(drafter(), '長'.repeat(201))).rejects.toMatchObject({ params: { max: 200 } });
  });

  it('says how it is used where nothing is sought', async () => {
    expect(await typed('')).toContain('探す言葉を続けて入力してください');
    expect(await typed('', { ...drafter(), locale: 'en' })).toContain('find library');
  });
});
