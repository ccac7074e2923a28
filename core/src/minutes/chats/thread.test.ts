import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ThreadScope } from '../../records/index.ts';
import type { Caller } from '../../shared/index.ts';
import { createFileReader } from './attached-files.ts';
import { FakeChat } from './chats.fixture.ts';
import type { PostedMessage } from './source.ts';
import { createThreadReader } from './thread.ts';

const KEY = '19:talk@thread.v2';
const [ASKER, OTHER, STRANGER] = ['1', '2', '3'].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const caller = (entraObjectId: string): Caller => ({
  ...{ municipalityId: 'm', entraObjectId, via: 'teams', locale: 'ja', idempotencyKey: null },
});
const quoting = (id: string): Partial<PostedMessage> => ({
  attachments: [{ kind: 'QUOTE', id, name: null, url: null }],
});

let chat: FakeChat;
let said: PostedMessage[];
beforeEach(() => {
  chat = new FakeChat(KEY, [ASKER, OTHER]);
  chat.members_ = chat.members_.map((one, at) => ({ ...one, name: at === 0 ? '青波 はるか' : '帆足 みちる' }));
  const question = chat.say(OTHER, '2026-11-19T02:00:00Z', { text: '<p>番号札は足りますか</p>' });
  const aside = chat.say(OTHER, '2026-11-19T03:00:00Z', { text: '別の話です' });
  const answer = chat.say(ASKER, '2026-11-20T01:00:00Z', { text: '足ります', ...quoting(question.messageKey) });
  const file = { kind: 'FILE', id: 'f', name: '数.xlsx', url: 'https://minato.example/s.xlsx' } as const;
  const thanks = chat.say(OTHER, '2026-11-20T05:00:00Z', {
    ...{ text: '表も付けます', attachments: [...(quoting(answer.messageKey).attachments ?? []), file] },
  });
  const night = chat.say(OTHER, '2026-11-20T15:30:00Z', { text: '翌日の話' });
  said = [question, aside, answer, thanks, night];
});

const read = (scope: ThreadScope, by = ASKER, of = said[2]) =>
  createThreadReader(() => chat)(caller(by), {
    ...{ chatKey: KEY, messageId: of?.messageKey ?? '', at: of?.createdAt ?? '', scope },
  });
const keys = (found: { messages: readonly { id: string }[] }) => found.messages.map(({ id }) => id);
const keysOf = (...at: number[]) => at.map((one) => said[one]?.messageKey);

describe('R-27: a talk of Teams as the person sees it', () => {
  it('R-27: what a message answers and what answers it, with participants and with each file that it names', async () => {
    const found = await read('ANSWERS');
    expect(keys(found)).toEqual(keysOf(0, 2, 3));
    expect(found.messages[1]).toMatchObject({ text: '足ります', replyTo: said[0]?.messageKey });
    expect(found.participants.map(({ name }) => name)).toEqual(['青波 はるか', '帆足 みちる']);
    expect(found.topic).toBe('窓口の混雑対策');
    expect(found.files).toEqual([
      ...[{ messageId: said[3]?.messageKey, name: '数.xlsx', url: 'https://minato.example/s.xlsx' }].map((one) => ({
        ...one,
        notFetched: 'records.capture_files_not_read',
      })),
    ]);
  });

  it('R-27: all of a day in Japan, also what was edited or deleted since, which says so', async () => {
    chat.change(said[3]?.messageKey ?? '', {
      deletedAt: '2026-11-22T00:00:00.000Z',
      body: { html: true, content: '' },
    });
    const found = await read('DAY');
    expect(keys(found)).toEqual(keysOf(2, 3));
    expect(found.messages[1]).toMatchObject({ text: '', deletedAt: '2026-11-22T00:00:00.000Z' });
  });

  it('R-27: nobody takes in what Teams does not show them', async () => {
    await expect(read('DAY', STRANGER)).rejects.toMatchObject({ code: 'records.compose_not_member' });
    chat.members_ = chat.members_.map((one) => ({ ...one, seesSince: '2026-11-20T00:00:00.000Z' }));
    expect(keys(await read('ANSWERS'))).toEqual(keysOf(2, 3));
    chat.refusal = 'minutes.chat_app_not_there';
    await expect(read('DAY')).rejects.toMatchObject({ code: 'minutes.chat_app_not_there' });
  });

  it('R-27: a message that is gone, and a talk without end, are refused with a sentence', async () => {
    const gone = { ...(said[2] as PostedMessage), messageKey: 'gone' };
    await expect(read('ANSWERS', ASKER, gone)).rejects.toMatchObject({ code: 'records.compose_message_gone' });
    for (let at = 0; at < 501; at += 1) {
      chat.say(OTHER, new Date(Date.parse('2026-11-20T02:00:00Z') + at * 1_000).toISOString(), { text: '長い' });
    }
    await expect(read('DAY')).rejects.toMatchObject({ code: 'records.compose_too_long' });
  });
});

describe('R-27: a thread of a channel', () => {
  const CHANNEL = { teamId: 'team', channelId: KEY, rootId: '' };
  const thread = (rootId: string, messageId = rootId, by = ASKER) =>
    createThreadReader(() => chat)(caller(by), {
      ...{ chatKey: null, channel: { ...CHANNEL, rootId }, messageId, at: '2026-11-20T01:00:00Z', scope: 'ANSWERS' },
    });

  it('R-27: is its first message with everything that answers it, however many pages that is; who wrote takes part', async () => {
    const root = chat.say(OTHER, '2026-10-01T01:00:00Z', { text: '改修の日程です' });
    chat.say(OTHER, '2026-10-01T02:00:00Z', { text: '別のスレッド' });
    for (let at = 0; at < 120; at += 1)
      chat.answer(root, ASKER, new Date(Date.UTC(2026, 9, 2, 0, at)).toISOString(), { text: `返信 ${at}` });
    const [first] = chat.roots.keys();
    chat.change(first ?? '', { deletedAt: '2026-10-05T00:00:00.000Z', body: { html: true, content: '' } });
    const found = await thread(root.messageKey, first);
    expect(found).toMatchObject({ topic: '政策課 > 庁舎の改修', participants: [{}, {}] });
    expect(found.messages).toHaveLength(121);
    expect(found.messages.map(({ text }) => text).slice(0, 3)).toEqual(['改修の日程です', '', '返信 1']);
    expect(found.messages[1]).toMatchObject({ deletedAt: '2026-10-05T00:00:00.000Z', replyTo: root.messageKey });
    expect(found.messages.map(({ at }) => at)).toEqual(found.messages.map(({ at }) => at).sort());
  });

  it('R-27: is for those who are in the channel; what stands in the way is said for a team', async () => {
    const root = chat.say(OTHER, '2026-10-01T01:00:00Z', { text: '改修の日程です' });
    const refused = (code: string, work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code });
    await refused('records.compose_not_channel_member', thread(root.messageKey, root.messageKey, STRANGER));
    await refused('records.compose_message_gone', thread(root.messageKey, 'another'));
    await refused('records.channel_gone', thread('another'));
    for (let at = 0; at < 500; at += 1)
      chat.answer(root, ASKER, new Date(Date.UTC(2026, 9, 2, 0, at)).toISOString(), { text: '長い' });
    await refused('records.compose_too_long', thread(root.messageKey));
    chat.refusal = 'minutes.chat_app_not_there';
    await refused('records.channel_app_not_there', thread(root.messageKey));
  });
});

describe('R-27: the files that messages name', () => {
  const files = ['a', 'b', 'c'].map((name) => ({ messageId: '1', name, url: `https://minato.example/${name}` }));
  const channel = { teamId: 'team', channelId: KEY, rootId: '1' };
  const take = (by: string) => createFileReader(() => chat)(caller(by), { files, channel });

  it('R-27: come as far as the person may read them; each of the others is named with its place and a reason', async () => {
    chat.files_.set('https://minato.example/a', { bytes: Buffer.alloc(20 * 1024 * 1024) });
    chat.files_.set('https://minato.example/b', { notFetched: 'records.capture_file_too_large' });
    const found = await take(ASKER);
    expect(found.map((one) => ('bytes' in one ? one.bytes.length : one.notFetched))).toEqual([
      ...[20 * 1024 * 1024, 'records.capture_file_too_large', 'records.capture_file_not_readable'],
    ]);
    expect(chat.filesAsked.map(({ most }) => most)).toEqual([25, 5, 5].map((mib) => mib * 1024 * 1024));
    expect(chat.filesAsked[0]).toMatchObject({ entraObjectId: ASKER, channel: { channelId: KEY } });
  });

  it('R-27: of a channel count as its own only for those who are in it; without Microsoft 365 none come', async () => {
    await take(STRANGER);
    expect(chat.filesAsked.map((one) => one.channel)).toEqual([null, null, null]);
    const without = await createFileReader(() => null)(caller(ASKER), { files, channel });
    expect(without.map((one) => 'notFetched' in one && one.notFetched)).toEqual(
      files.map(() => 'records.capture_files_not_read'),
    );
  });
});
