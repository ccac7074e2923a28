import { describe, expect, it } from '@jest/globals';
import type { ChatCommand } from '@kaigi/core/shared';
import { asksForHelp, findCommand, helpText } from './commands.ts';

const command = (...words: string[]): ChatCommand => ({
  words,
  help: { ja: `${words[0]}の説明`, en: `about ${words.at(-1)}` },
  handle: async () => [],
});
const inbox = command('受信箱', 'inbox');
const where = command('今どこ', 'where');
const whereIs = command('今どこにいる');
const find = { ...command('文書', '検索', '文書検索', 'find'), givesWay: true };
const number = { ...command('番号', '文書番号', 'number'), givesWay: true };
const pages = { ...command('文書管理', '文書目録', '文書を登録', 'records'), alone: true };
const registration = command('登録');
const all = [inbox, where, whereIs, find, number, pages, registration];
const called = (text: string) => {
  const found = findCommand(all, text);
  return found ? [found.command.words[0], found.argument] : null;
};

describe('the command that a text calls', () => {
  it('is found by its word, with or without an argument', () => {
    expect(called('受信箱')).toEqual(['受信箱', '']);
    expect(called('今どこ 予算案')).toEqual(['今どこ', '予算案']);
    expect(called('今どこ予算案')).toEqual(['今どこ', '予算案']);
  });

  it('is the one with the longest word', () => {
    expect(called('今どこにいる 佐藤')).toEqual(['今どこにいる', '佐藤']);
  });

  it('is found in Latin letters of either case, but only as a whole word', () => {
    expect(called('INBOX')).toEqual(['受信箱', '']);
    expect(called('Where Budget 2026')).toEqual(['今どこ', 'Budget 2026']);
    expect(called('inboxes')).toBeNull();
  });

  it.each([
    '受信箱。',
    '「受信箱」',
    '受信箱！',
    ' 受信箱?',
    '受信箱 …',
    '「受信箱」です。',
    '受信箱をお願いします',
    'Inbox!',
  ])('is found with what people put around it: %p', (text) => {
    expect(called(text.normalize('NFKC'))).toEqual(['受信箱', '']);
  });

  it('has an argument without the signs around it, but with its own', () => {
    expect(called('今どこ「予算案」')).toEqual(['今どこ', '予算案']);
    expect(called('今どこ:予算案(第2版)')).toEqual(['今どこ', '予算案(第2版)']);
    expect(called('今どこ、サーバー?')).toEqual(['今どこ', 'サーバー']);
    expect(called('今どこですか')).toEqual(['今どこ', '']);
  });

  it('is found where the sentence ends with its word', () => {
    expect(called('予算案は今どこ?')).toEqual(['今どこ', '予算案']);
    expect(called('「予算案」って今どこですか')).toEqual(['今どこ', '予算案']);
    expect(called('印刷機 今どこ')).toEqual(['今どこ', '印刷機']);
  });

  it.each([
    ['文書 図書館', '図書館'],
    ['文書検索 図書館', '図書館'],
    ['検索「図書館」', '図書館'],
    ['Find library', 'library'],
    ['図書館を検索', '図書館'],
    ['図書館の改修 文書', '図書館の改修'],
    ['文書館の設計を検索', '文書館の設計'],
    ['文書管理規程', '管理規程'],
    ['文書 予算は今どこ', '予算は今どこ'],
  ])('whose words begin many a title, is called by %s', (text, argument) => {
    expect(called(text)).toEqual(['文書', argument]);
  });

  it('whose words begin many a title, leaves such a title to the word at the end', () => {
    expect(called('文書館の設計は今どこ')).toEqual(['今どこ', '文書館の設計']);
    expect(called('検索システムの更新って今どこですか')).toEqual(['今どこ', '検索システムの更新']);
  });

  it.each([
    ['文書番号', '番号', ''],
    ['文書番号は?', '番号', 'は'],
    ['文書番号 政第12号', '番号', '政第12号'],
    ['番号を取りたいです', '番号', 'を取りたい'],
    ['番号札の配布は今どこ', '今どこ', '番号札の配布'],
    ['番号札の配布', '番号', '札の配布'],
  ])('is about numbers where they are named: %s', (text, word, argument) => {
    expect(called(text)).toEqual([word, argument]);
  });

  it.each([
    '文書管理',
    '「文書管理」です。',
    '文書管理を開いて',
    '文書管理の画面を見せてください',
    '文書管理はどこですか',
    '文書管理って?',
  ])('that is called by its name alone is told the name: %s', (text) => {
    expect(called(text)).toEqual(['文書管理', '文書管理']);
  });

  it('that is called by its name alone leaves a longer sentence to others', () => {
    expect(called('文書管理規程')).toEqual(['文書', '管理規程']);
    expect(called('文書目録の公表は今どこ')).toEqual(['今どこ', '文書目録の公表']);
    expect(called('検索 文書目録')).toEqual(['文書', '文書目録']);
    expect(called('文書を登録')).toEqual(['文書管理', '文書を登録']);
    expect(called('登録')).toEqual(['登録', '']);
    expect(called('Records')).toEqual(['文書管理', 'records']);
    expect(called('わたしの文書管理')).toBeNull();
  });

  it.each(['', 'こんにちは', 'わたしの受信箱', 'in box'])('is none for %p', (text) => {
    expect(called(text)).toBeNull();
  });
});

describe('使い方', () => {
  it.each(['使い方', 'help', 'HELP', 'ヘルプ', '?', '使い方は?', '「使い方」', 'ヘルプをお願いします'])(
    'is asked for by %p',
    (text) => {
      expect(asksForHelp(text)).toBe(true);
    },
  );

  it('lists every command and itself', () => {
    expect(helpText([inbox], 'ja')).toBe(
      '使い方（ここに入力する言葉）\n・受信箱の説明\n・「使い方」：この一覧を出します。',
    );
    expect(helpText([inbox], 'en')).toContain('・about inbox\n・“help”: this list.');
  });

  it('lists itself once when the suite brings its own', () => {
    expect(helpText([command('使い方', 'help')], 'ja').split('\n')).toHaveLength(2);
  });
});
