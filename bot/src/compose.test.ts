import { describe, expect, it } from '@jest/globals';
import { answerCompose, type ComposeInvoke } from './answer-compose.ts';
import { parseComposeCommand, wordsOfHtml } from './parse-compose.ts';
import { recordingLog } from './testing/recording-log.ts';
import { type SmallSuite, smallSuite } from './testing/small-suite.ts';
import type { TurnFacts, TurnParts } from './turn.ts';

const PERSON = {
  municipalityId: '6d696e61-746f-4000-8000-000000000001',
  entraObjectId: '11111111-2222-4333-8444-555555555555',
};
const PAYLOAD = {
  id: '1606515483514',
  createdDateTime: '2026-11-20T01:00:00.000Z',
  lastModifiedDateTime: '2026-11-20T01:05:00.000Z',
  linkToMessage: 'https://teams.microsoft.com/l/message/19:x@thread.v2/1606515483514',
  from: { user: { id: '99999999-2222-4333-8444-555555555555', displayName: '帆足 みちる' }, application: null },
  body: { contentType: 'html', content: '<div>明日の&nbsp;<b>庁議</b>は<br>10時からです &lt;予定&gt;</div>' },
  attachments: [{ id: 'x', contentType: 'reference', name: '資料.xlsx', contentUrl: 'https://minato.example/s.xlsx' }],
};
const command = (more: object = {}) => ({
  ...{ commandId: 'captureMessage', commandContext: 'message', messagePayload: PAYLOAD, ...more },
});
const TEAM = 'aaaaaaaa-2222-4333-8444-555555555555';
const CHANNEL = '19:team@thread.tacv2';
const CHAT = { id: '19:here@thread.v2', conversationType: 'groupChat' };
const query = (text: string) => ({ commandId: 'searchRecords', parameters: [{ name: 'q', value: text }] });

const asked = async (
  invoke: ComposeInvoke,
  value: unknown,
  { suite = smallSuite(), person = PERSON as TurnFacts['person'], withinMs = 2_000, chat = CHAT, activity = {} } = {},
) => {
  const facts: TurnFacts = {
    activity,
    person,
    conversation: { reference: { conversation: chat } } as unknown as TurnFacts['conversation'],
    locale: 'ja',
    answerBy: performance.now() + withinMs,
  };
  const parts = { suite, log: recordingLog(), goOn: () => undefined } as unknown as TurnParts;
  const { body, ...outcome } = await answerCompose(invoke, value, facts, parts);
  return { ...outcome, suite, body, said: JSON.stringify(body) };
};

describe('R-27: a search in the compose box', () => {
  it('gives cards to paste with a line to choose by, for who the channel says', async () => {
    const { body, suite, result } = await asked('composeExtension/query', query('庁舎'));
    expect(result).toBe('answered');
    expect(body).toMatchObject({
      composeExtension: {
        type: 'result',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            preview: { content: { title: '庁舎', text: '政第1号' } },
          },
        ],
      },
    });
    expect(suite.calls[0]?.caller).toMatchObject(PERSON);
  });

  it('asks nothing before something is typed', async () => {
    const value = { commandId: 'searchRecords', parameters: [{ name: 'initialRun', value: 'true' }] };
    const { body, suite } = await asked('composeExtension/query', value);
    expect(body).toMatchObject({ composeExtension: { attachments: [] } });
    expect(suite.calls[0]?.data).toBe('');
  });

  it('says a refusal where the person searches', async () => {
    const { body, result, code } = await asked('composeExtension/query', query('権限'));
    expect(body).toEqual({ composeExtension: { type: 'message', text: 'いま課長の番ではありません。' } });
    expect([result, code]).toEqual(['refused', 'test.not_the_holder']);
  });
});

describe('R-27: a command on a message', () => {
  it('asks about the message as people read it, and runs with what was typed', async () => {
    const asking = await asked('composeExtension/fetchTask', command());
    expect(asking.body).toMatchObject({ task: { type: 'continue', value: { title: '文書として保存' } } });
    const { suite, body } = await asked('composeExtension/submitAction', command({ data: { title: '庁議' } }));
    expect(body).toMatchObject({ task: { type: 'continue', value: { title: '登録しました' } } });
    expect(suite.calls[0]?.data).toEqual({
      data: { title: '庁議' },
      message: {
        ...{ id: PAYLOAD.id, at: PAYLOAD.createdDateTime, editedAt: PAYLOAD.lastModifiedDateTime, replyTo: null },
        by: { name: '帆足 みちる', entraObjectId: '99999999-2222-4333-8444-555555555555' },
        text: '明日の 庁議は\n10時からです <予定>',
        links: [{ name: '資料.xlsx', url: 'https://minato.example/s.xlsx', isFile: true }],
        // The chat is the one in which it was pressed, whatever the link says.
        ...{ link: PAYLOAD.linkToMessage, from: 'TEAMS_CHAT', chatKey: CHAT.id },
      },
    });
  });

  it('names no chat in a channel of a team', async () => {
    const chat = { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel' };
    const { suite } = await asked('composeExtension/fetchTask', command(), { chat });
    expect(suite.calls[0]?.data).toMatchObject({ from: 'TEAMS_CHANNEL', chatKey: null });
    expect(suite.calls[0]?.data).not.toHaveProperty('channel');
  });

  it.each<[string, object | undefined, string]>([
    ['the activity', { team: { aadGroupId: TEAM.toUpperCase() }, channel: { id: CHANNEL } }, PAYLOAD.linkToMessage],
    ['the link of the message', undefined, `https://teams.microsoft.com/l/message/x/1?groupId=${TEAM}&tenantId=y`],
  ])('names the thread of a channel with its team, by %s', async (_, channelData, linkToMessage) => {
    const chat = { id: `${CHANNEL};messageid=1606515480000`, conversationType: 'channel' };
    const payload = { ...PAYLOAD, linkToMessage, replyToId: '1606515480000' };
    const activity = { conversation: chat, ...(channelData ? { channelData } : {}) };
    const given = command({ messagePayload: payload });
    const { suite } = await asked('composeExtension/fetchTask', given, { chat, activity });
    const channel = { teamId: TEAM, channelId: CHANNEL, rootId: '1606515480000' };
    expect(suite.calls[0]?.data).toMatchObject({ chatKey: null, channel });
  });

  it.each<[string, { channel?: string; conversation?: string; replyToId?: string; team?: string }]>([
    ['a channel that leads elsewhere', { channel: '19:x@thread.tacv2/../../../users', conversation: '..' }],
    ['a channel that is none', { channel: '..', conversation: '..' }],
    ['a conversation that is no channel', { channel: '', conversation: `a:${'x'.repeat(300)}` }],
    ['a channel without end', { channel: `19:${'x'.repeat(201)}@thread.tacv2`, conversation: 'x' }],
    ['a message that leads elsewhere', { replyToId: '..' }],
    ['a message that is no number', { replyToId: '1606515480000?$top=1' }],
    ['a team that leads elsewhere', { team: '../users' }],
  ])(
    'names no thread of %s',
    async (_, { channel = CHANNEL, conversation = CHANNEL, replyToId = null, team = TEAM }) => {
      const chat = { id: `${conversation};messageid=1606515480000`, conversationType: 'channel' };
      const activity = { conversation: chat, channelData: { team: { aadGroupId: team }, channel: { id: channel } } };
      const { suite } = await asked(
        'composeExtension/fetchTask',
        command({ messagePayload: { ...PAYLOAD, replyToId } }),
        {
          ...{ chat, activity },
        },
      );
      expect(suite.calls[0]?.data).toMatchObject({ from: 'TEAMS_CHANNEL', chatKey: null });
      expect(suite.calls[0]?.data).not.toHaveProperty('channel');
    },
  );

  it.each<[string, ComposeInvoke, unknown, object, string]>([
    ['nobody', 'composeExtension/fetchTask', command(), { person: null }, 'bot.unidentified'],
    ['another command', 'composeExtension/fetchTask', command({ commandId: 'x' }), {}, 'bot.unknown_compose'],
    ['no message', 'composeExtension/fetchTask', command({ messagePayload: null }), {}, 'bot.unknown_compose'],
    [
      'a message without a time',
      'composeExtension/submitAction',
      command({ messagePayload: { id: '1' } }),
      {},
      'bot.unknown_compose',
    ],
    [
      'the compose box',
      'composeExtension/fetchTask',
      command({ commandContext: 'compose' }),
      {},
      'bot.unknown_compose',
    ],
    [
      'what no database takes',
      'composeExtension/submitAction',
      command({ data: { title: '\u0000' } }),
      {},
      'bot.unknown_compose',
    ],
    ['no search', 'composeExtension/query', { parameters: 1 }, {}, 'bot.unknown_compose'],
  ])('from %s is refused by a sentence', async (_, invoke, value, more, code) => {
    const { suite, said, ...outcome } = await asked(invoke, value, more);
    expect(outcome).toMatchObject({ result: 'refused', code });
    expect(said).toMatch(/[ぁ-ん]/);
    expect(suite.calls).toEqual([]);
  });

  it('that takes longer than Teams waits goes on, and says so', async () => {
    const suite: SmallSuite = smallSuite();
    const slow = command({ messagePayload: { ...PAYLOAD, body: { contentType: 'text', content: '遅い' } } });
    const outcome = await asked('composeExtension/submitAction', slow, { suite, withinMs: 30 });
    expect(outcome).toMatchObject({ result: 'late', code: 'bot.in_progress' });
    suite.finishSlow();
  });
});

describe('R-27: the words of a message', () => {
  it.each([
    ['<p>一行目</p><p>二行目</p>', '一行目\n二行目'],
    ['<script>alert(1)</script>本文<img alt="絵" src=x onerror=y>', '本文'],
    ['<attachment id="1">引用</attachment>返事', '返事'],
    ['&#x9ad9;&#39640; &amp;lt; &bogus; &#xD800;', '髙高 &lt; &bogus; \ufffd'],
    ['<at id="0">@回議</at> 議事録', '@回議 議事録'],
    ['', ''],
  ])('of %j', (html, words) => expect(wordsOfHtml(html)).toBe(words));

  it('are never half a character, and links lead to the web only', () => {
    const attachments = [
      { name: '悪い', contentUrl: 'javascript:alert(1)' },
      { name: null, contentUrl: 'https://x.example' },
    ];
    const body = { contentType: 'text', content: `${'あ'.repeat(29_999)}𠮷` };
    const read = parseComposeCommand(command({ messagePayload: { ...PAYLOAD, body, attachments } }), true);
    expect(read?.message).toMatchObject({ links: [], from: 'TEAMS_CHANNEL' });
    expect(read?.message.text.isWellFormed()).toBe(true);
  });
});
