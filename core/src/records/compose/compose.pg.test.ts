import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../platform/index.ts';
import type { Caller, ChosenMessage, Compose, Level } from '../../shared/index.ts';
import type { CapturedFileInput, CapturedThread } from '../captures/contract.ts';
import { type Bench, recordsBench, regulationsAlone } from '../records.fixture.ts';
import { recordsTexts } from '../text.ts';
import { recordsCompose } from './service.ts';
import type { NamedFile, WholeThread } from './threads.ts';

let bench: Bench;
let compose: Compose;
beforeAll(async () => {
  bench = await recordsBench();
  const { test, directory, records } = bench;
  const regulations = regulationsAlone({ db: test.db, clock: { now: () => new Date() }, directory });
  compose = recordsCompose({
    ...records,
    db: test.db,
    regulations,
    readThread: async () => talk(),
    readFiles: async (_, { files }) => files.map((file) => fetched(file)),
    pageUrl: (page) => `https://kaigi.example/#/${page}`,
  });
});
afterAll(() => bench.close());

/** Later than everything that was captured before: what is told of earlier records begins with the newest. */
let seconds = 0;
const run = async (caller: Caller, message: ChosenMessage, data: unknown) => {
  seconds += 1;
  bench.setNow(new Date(Date.UTC(2026, 10, 21, 0, 0, seconds)).toISOString());
  const answer = await command().run(caller, message, data);
  if (!('title' in answer)) throw new RangeError('no dialog');
  return JSON.stringify(answer.card);
};

let fetched: (file: NamedFile) => CapturedFileInput = (file) => ({
  ...file,
  notFetched: 'records.capture_file_not_readable',
});
let talk: () => WholeThread = () => {
  throw new TypeError('no talk is asked for');
};
const TALK: WholeThread = {
  topic: '防災訓練',
  participants: [
    { name: '帆足 みちる', entraObjectId: null },
    { name: '青波 はるか', entraObjectId: null },
  ],
  messages: [
    ...['訓練の日はいつですか', '12月5日です'].map((text, at) => ({
      ...{ id: `m${at}`, at: '2026-11-20T01:00:00.000Z', editedAt: null, by: null, text, links: [] },
      replyTo: at === 0 ? null : 'm0',
    })),
  ],
  files: [
    {
      messageId: 'm1',
      name: '要領.xlsx',
      url: 'https://minato.example/y.xlsx',
      notFetched: 'records.capture_files_not_read',
    },
  ],
};

const MESSAGE: ChosenMessage = {
  ...{ id: '1764000000000', at: '2026-11-20T01:00:00.000Z', editedAt: null, replyTo: null, from: 'TEAMS_CHAT' },
  by: { name: '帆足 みちる', entraObjectId: null },
  text: '\n  防災訓練は12月5日に行います\n雨なら中止です',
  links: [{ name: '実施要領.xlsx', url: 'https://minato.example/y.xlsx' }],
  link: null,
};
const TYPED = { title: '防災訓練の日程', classificationCode: 'A-04-02', kind: 'REFERENCE' };
const drafter = () => bench.as('drafter@minato.example');
const command = () => compose.messageCommands[0] as Compose['messageCommands'][number];
const find = (caller: Caller, typed: string) =>
  (compose.searches[0] as Compose['searches'][number]).find(caller, typed);
const recordIn = (card: string) => /records\/([0-9a-f-]{36})/.exec(card)?.[1] ?? '';

describe('R-27: a message becomes a record', () => {
  it('with its first line as title unless somebody says better, and the class that fits', async () => {
    const { title, card } = await command().ask(drafter(), MESSAGE);
    const said = JSON.stringify(card);
    expect(title).toBe('文書として保存');
    expect(said).toContain('"value":"防災訓練は12月5日に行います"');
    expect(said).toContain('A-04-02');
    expect(Buffer.byteLength(said)).toBeLessThan(28 * 1024);
  });

  it('frozen, once for one wish, with its link', async () => {
    const once = await run(drafter(), MESSAGE, TYPED);
    expect(once).toContain('文書として登録しました。');
    const again = await run(drafter(), MESSAGE, TYPED);
    expect(recordIn(again)).toBe(recordIn(once));
    const record = await bench.records.read(drafter(), recordIn(once));
    expect(record).toMatchObject({ title: TYPED.title, state: 'FROZEN', kind: 'REFERENCE' });
    const { bytes } = await bench.records.content(drafter(), record.id);
    const words = Buffer.from(bytes).toString();
    for (const part of ['雨なら中止です', '帆足 みちる', '実施要領.xlsx', MESSAGE.at]) expect(words).toContain(part);
    const received = await run(drafter(), MESSAGE, { ...TYPED, kind: 'RECEIPT' });
    expect(recordIn(received)).not.toBe(recordIn(once));
    expect(received).toMatch(/政収第\d+号/);
  });

  it.each<[string, ChosenMessage, unknown, string]>([
    ['nothing written', MESSAGE, null, 'records.compose_unreadable'],
    ['no class', MESSAGE, { ...TYPED, classificationCode: '' }, 'records.compose_unreadable'],
    ['an unknown class', MESSAGE, { ...TYPED, classificationCode: 'X-99' }, 'regulations.unknown_classification'],
    ['a decided document', MESSAGE, { ...TYPED, kind: 'DRAFT_DOCUMENT' }, 'records.compose_unreadable'],
    ['an empty message', { ...MESSAGE, text: ' \n', links: [] }, TYPED, 'records.compose_empty_message'],
  ])('is refused with %s', async (_, message, data, code) => {
    await expect(command().run(drafter(), message, data)).rejects.toMatchObject({ code });
  });

  it('is refused to whoever holds no post', async () => {
    await expect(command().run(bench.as('newcomer@minato.example'), MESSAGE, TYPED)).rejects.toMatchObject({
      kind: expect.stringMatching(/not-allowed|bad-input/),
    });
  });
});

describe('R-27: a talk becomes a record', () => {
  const inChat = { ...MESSAGE, chatKey: '19:a@thread.v2' };
  const typed = { ...TYPED, title: '訓練の日のやりとり', scope: 'ANSWERS' };

  it('R-27: with its replies, participants, and each file that was not taken in named with its place', async () => {
    talk = () => TALK;
    const asked = JSON.stringify((await command().ask(drafter(), inChat)).card);
    for (const offered of ['このメッセージだけ', '返信も含めたやりとり', 'この日のやりとり全部'])
      expect(asked).toContain(offered);
    const done = await run(drafter(), inChat, typed);
    expect(done).toContain('中身を取り込めなかったファイルが1個あります');
    expect(done).toContain('要領.xlsx：その場所に、登録した人が読めると確かめられるファイルがありません');
    const id = recordIn(done);
    const html = Buffer.from((await bench.records.page(drafter(), id)).bytes).toString();
    for (const part of ['訓練の日はいつですか', '12月5日です', '参加者：帆足 みちる、青波 はるか', '要領.xlsx'])
      expect(html).toContain(part);
    expect(html).toContain(
      '中身は取り込んでいません。置き場所 https://minato.example/y.xlsx 理由：その場所に、登録した人が',
    );
    expect(await bench.records.read(drafter(), id)).toMatchObject({ state: 'FROZEN', title: typed.title });
  });

  it('R-27: pressed twice it is one record; what is edited in Teams afterwards changes none', async () => {
    talk = () => TALK;
    const twice = await Promise.all([1, 2].map(() => run(drafter(), inChat, typed)));
    expect(new Set(twice.map(recordIn)).size).toBe(1);
    const id = recordIn(twice[0] ?? '');
    const before = (await bench.records.content(drafter(), id)).bytes;
    talk = () => ({ ...TALK, messages: TALK.messages.map((one) => ({ ...one, text: '書き換えた' })) });
    const later = recordIn(await run(drafter(), inChat, typed));
    expect(later).not.toBe(id);
    expect(Buffer.from((await bench.records.content(drafter(), id)).bytes).equals(Buffer.from(before))).toBe(true);
  });

  it('R-27: its files come with it, looked over like every upload; what becomes of them later makes no second record', async () => {
    const bytes = Buffer.from('一つの表');
    const wish = { ...typed, title: 'ファイルのあるやりとり' };
    talk = () => TALK;
    fetched = ({ messageId, name }) => ({ messageId, name, bytes });
    const done = await run(drafter(), inChat, wish);
    expect(done).not.toContain('中身を取り込めなかった');
    const { bytes: filed } = await bench.records.content(drafter(), recordIn(done));
    const { files } = JSON.parse(Buffer.from(filed).toString()) as CapturedThread;
    expect(files).toMatchObject([
      { messageId: 'm1', size: bytes.length, sha256: sha256Hex(bytes), name: '要領.xlsx.txt' },
    ]);
    fetched = ({ messageId, name }) => ({ messageId, name, bytes: Buffer.from('MZ\x90\0\x03', 'latin1') });
    const hostile = await run(drafter(), inChat, { ...wish, title: 'プログラムのあるやりとり' });
    expect(hostile).toMatch(/中身を取り込めなかったファイルが1個あります.*要領/);
    fetched = (file) => ({ ...file, notFetched: 'records.capture_file_busy' });
    const again = await run(drafter(), inChat, wish);
    expect(again).toContain('同じ内容が、すでに文書として登録されています。');
    expect(recordIn(again)).toBe(recordIn(done));
  });

  it('R-27: whoever captures a message again is told of the records that hold it, as far as they may see them', async () => {
    const { title, card } = await command().ask(drafter(), { ...inChat, id: 'm1' });
    expect(title).toBe('文書として保存');
    const said = JSON.stringify(card);
    expect(said).toContain('このメッセージは、すでに次の文書に入っています。');
    expect(said).toMatch(/ファイルのあるやりとり（令和8年\d+月\d+日）/);
    for (const elsewhere of [
      { ...inChat, id: 'm9' },
      { ...inChat, id: 'm1', chatKey: '19:b@thread.v2' },
    ])
      expect(JSON.stringify((await command().ask(drafter(), elsewhere)).card)).not.toContain('すでに次の文書');
    for (const stranger of ['finance-drafter@minato.example', 'drafter@yamato.example']) {
      const { card: theirs } = await command().ask(bench.as(stranger), { ...inChat, id: 'm1' });
      expect(JSON.stringify(theirs)).not.toContain('すでに次の文書');
    }
  });

  it('R-27: the same words in two chats are two records, even in one instant', async () => {
    const wish = { ...TYPED, title: '同報のお知らせ' };
    const [one, other] = ['19:one@thread.v2', '19:other@thread.v2'].map((chatKey) => ({
      ...inChat,
      id: 'b1',
      chatKey,
    }));
    const first = await run(drafter(), one as ChosenMessage, wish);
    const second = await run(drafter(), other as ChosenMessage, wish);
    expect(second).toContain('文書として登録しました。');
    expect(recordIn(second)).not.toBe(recordIn(first));
    expect(recordIn(await run(drafter(), one as ChosenMessage, wish))).toBe(recordIn(first));
    const { items } = await bench.records.capturedAgain(drafter(), recordIn(first));
    expect(items).toEqual([]);
  });

  it.each([null, 'https://teams.microsoft.com/l/message/1764', 'https://teams.microsoft.com/l/chat/0/0'])(
    'R-27: where neither chat nor link (%s) says where they stand, messages are told by their words, not by their number alone',
    async (link) => {
      const lone = { ...MESSAGE, id: 'n1', link, text: `番号だけが同じ ${link}` };
      const id = recordIn(await run(drafter(), lone, { ...TYPED, title: '置き場所のない言葉' }));
      const told = async (message: ChosenMessage) => JSON.stringify((await command().ask(drafter(), message)).card);
      expect(await told(lone)).toContain(id);
      const elsewhere = { ...lone, text: `別の場所の別の話 ${link}`, by: null };
      expect(await told(elsewhere)).not.toContain('すでに次の文書');
      const later = recordIn(await run(drafter(), elsewhere, { ...TYPED, title: '別の話' }));
      expect((await bench.records.capturedAgain(drafter(), later)).items).toEqual([]);
    },
  );

  it('R-27: files that were missed come later as a record of their own, once; the first does not change', async () => {
    const wish = { ...typed, title: '後から読めるファイル', kind: 'RECEIPT' };
    const files = ['甲', '乙'].map((name) => ({
      ...{ messageId: 'm1', name: `${name}.csv`, url: `https://minato.example/${name}.csv` },
      notFetched: 'records.capture_files_not_read',
    }));
    talk = () => ({ ...TALK, files });
    fetched = (file) => ({ ...file, notFetched: 'records.capture_file_not_readable' });
    const id = recordIn(await run(drafter(), inChat, wish));
    const before = (await bench.records.content(drafter(), id)).bytes;
    const offered = await run(drafter(), inChat, wish);
    expect(offered).toContain('登録したときに中身を取り込めなかったファイルが2個あります');
    const cardSaid = JSON.parse(offered) as { actions: { type: string; data?: object }[] };
    const again = cardSaid.actions.find(({ type }) => type === 'Action.Submit')?.data;
    expect(again).toEqual({ ...wish, again: 'FILES' });
    const nothing = await run(drafter(), inChat, again);
    expect([recordIn(nothing), nothing.includes('いまも読めませんでした')]).toEqual([id, true]);
    // The right to one of them was given.
    const bytes = Buffer.from('件名,件数\n要望,12\n');
    fetched = (file) =>
      file.name === '甲.csv'
        ? { messageId: file.messageId, name: file.name, bytes }
        : { ...file, notFetched: 'records.capture_file_busy' };
    const done = await run(drafter(), inChat, again);
    const later = recordIn(done);
    expect(later).not.toBe(id);
    expect(done).toContain('先の文書に関連する文書（参考）として登録しました');
    expect(done).toMatch(/乙\.csv：SharePoint が混み合って/);
    const record = await bench.records.read(drafter(), later);
    expect(record).toMatchObject({ kind: 'REFERENCE', state: 'FROZEN', documentNumber: null });
    expect(record.title).toBe('後から読めるファイル（後から取り込んだファイル）');
    const filed = JSON.parse(Buffer.from((await bench.records.content(drafter(), later)).bytes).toString());
    expect(filed).toMatchObject({
      files: [{ messageId: 'm1', sha256: sha256Hex(bytes) }],
      supplements: { recordId: id, sha256: sha256Hex(before), files: [{ name: '甲.csv' }] },
    });
    expect(filed.messages.map((one: { id: string }) => one.id)).toEqual(['m1']);
    expect(Buffer.from((await bench.records.page(drafter(), later)).bytes).toString()).toContain(id);
    expect(Buffer.from((await bench.records.content(drafter(), id)).bytes).equals(Buffer.from(before))).toBe(true);
    // What has come is offered no more; what has not still is.
    const rest = await run(drafter(), inChat, wish);
    expect(rest).toContain('取り込めなかったファイルが1個あります');
    expect(rest).not.toContain('甲.csv');
    fetched = ({ messageId, name }) => ({ messageId, name, bytes: Buffer.from('乙') });
    expect(recordIn(await run(drafter(), inChat, again))).not.toBe(later);
    const whole = await run(drafter(), inChat, wish);
    expect([recordIn(whole), whole.includes('取り込めなかった')]).toEqual([id, false]);
  });

  it('R-27: of a channel the whole thread can be filed, where Teams says of which team it is', async () => {
    const channel = { teamId: 'team', channelId: '19:c@thread.tacv2', rootId: MESSAGE.id };
    const inChannel = { ...MESSAGE, from: 'TEAMS_CHANNEL' as const, channel };
    const asked = JSON.stringify((await command().ask(drafter(), inChannel)).card);
    expect(asked).toContain('返信も含めたやりとり');
    expect(asked).not.toContain('この日のやりとり全部');
    talk = () => ({ ...TALK, files: [] });
    const id = recordIn(await run(drafter(), inChannel, { ...typed, title: 'チャネルのやりとり' }));
    const { bytes } = await bench.records.content(drafter(), id);
    expect(JSON.parse(Buffer.from(bytes).toString())).toMatchObject({ source: { from: 'TEAMS_CHANNEL' } });
    await expect(run(drafter(), inChannel, { ...typed, scope: 'DAY' })).rejects.toMatchObject({
      code: 'records.compose_only_chats',
    });
  });

  it('R-27: in a channel of which nothing more is known one message at a time', async () => {
    const asked = JSON.stringify((await command().ask(drafter(), MESSAGE)).card);
    expect(asked).not.toContain('この日のやりとり全部');
    await expect(command().run(drafter(), MESSAGE, typed)).rejects.toMatchObject({
      code: 'records.compose_only_chats',
    });
  });
});

describe('R-27: a record is cited', () => {
  const filed = async (title: string, level: Level = 'C2') => {
    const { recordId } = await bench.draft(title, { level, onlyParticipants: false });
    await bench.decide(recordId);
    return recordId;
  };

  it('by those who may see it, with number, section and day', async () => {
    const id = await filed('消防団の装備の更新について');
    const [hit, ...more] = await find(drafter(), '消防団の装備');
    expect(more).toEqual([]);
    expect(hit).toMatchObject({
      title: '消防団の装備の更新について',
      text: expect.stringMatching(/政第\d+号 ・ 政策課 ・ 令和8年/),
    });
    const card = JSON.stringify(hit?.card);
    for (const part of ['消防団の装備の更新について', '政策課', `records/${id}`]) expect(card).toContain(part);
    expect(await find(bench.as('finance-drafter@minato.example'), '消防団の装備')).toEqual([]);
    expect(await find(bench.as('drafter@yamato.example'), '消防団の装備')).toEqual([]);
  });

  it('with nothing before something is typed, and a sentence for what cannot be sought', async () => {
    for (const nothing of ['', ' \u3000']) expect(await find(drafter(), nothing)).toEqual([]);
    const tooMany = '一 二 三 四 五 六 七 八 九 十 消防'.replaceAll(' ', '月 ');
    for (const [typed, code] of [
      ['消', 'records.search_too_short'],
      ['消 装備', 'records.search_single_letter'],
      [tooMany, 'records.search_too_many_words'],
    ] as const) {
      await expect(find(drafter(), typed)).rejects.toMatchObject({ kind: 'bad-input', code });
      expect(recordsTexts[code]).toBeDefined();
    }
  });

  it('R-20: without the title of a case that is not decided, which only its people know', async () => {
    const { caseId } = await bench.draft('組織再編の案について', { level: 'C2', onlyParticipants: false });
    const { staffId } = await bench.inside(drafter().municipalityId, (tx) => bench.directory.actorOf(tx, drafter()));
    bench.participants.add(`${caseId}/${staffId}`);
    const [hit] = await find(drafter(), '組織再編の案');
    expect(hit?.title).toBe('組織再編の案について');
    expect(JSON.stringify(hit?.card)).not.toContain('組織再編');
  });

  it('R-20: without the title where that is not for everybody in the conversation', async () => {
    await filed('懲戒処分の検討について', 'C3C');
    const [hit] = await find(drafter(), '懲戒処分の検討');
    expect(hit?.title).toBe('懲戒処分の検討について');
    const card = JSON.stringify(hit?.card);
    expect(card).not.toContain('懲戒');
    expect(card).toContain('件名は表示しません');
  });
});
