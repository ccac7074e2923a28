import { describe, expect, it } from '@jest/globals';
import type { Action, ChatCommand } from '@kaigi/core/shared';
import { z } from 'zod';
import { answerCardAction } from './answer-card-action.ts';
import { answerMessage } from './answer-message.ts';
import type { TurnFacts, TurnParts } from './turn.ts';

const asked: string[] = [];
const text = (said: string) => ({ kind: 'text' as const, text: said });
const commands: ChatCommand[] = [
  {
    ...{ words: ['議事録'], help: { ja: '', en: '' }, handle: async () => [text('わたしの会議')] },
    inGroup: async ({ entraObjectId }, chatKey) => [text(`${chatKey} ${entraObjectId}`)],
  },
  {
    ...{ words: ['受信箱'], help: { ja: '', en: '' } },
    async handle() {
      asked.push('受信箱');
      return [text('秘密')];
    },
  },
];
const actions: Action[] = [
  {
    verb: 'minutes/from-chat',
    data: z.object({}),
    handle: async () => text('個人'),
    inGroup: async (_, __, key) => text(key),
  },
  { verb: 'approvals/approve', data: z.object({}), handle: async () => text('承認しました') },
];
const parts = {
  suite: { commands, actions, texts: {} },
  limits: { inboxUrl: '' },
  log: { info() {}, warn() {}, error() {} },
  goOn() {},
} as unknown as TurnParts;

const facts = (activity: object, chatKey: string | null): TurnFacts =>
  ({
    activity: { recipient: { id: '28:bot' }, ...activity },
    person: { municipalityId: 'm', entraObjectId: 'p' },
    conversation: { id: chatKey ?? '19:c', personal: false, chatKey, reference: {} },
    ...{ locale: 'ja', answerBy: performance.now() + 10_000 },
  }) as unknown as TurnFacts;

const CHAT = '19:g@thread.v2';
const mention = { type: 'mention', text: '<at>回議</at>', mentioned: { id: '28:bot' } };
const type = async (said: string, chatKey: string | null = CHAT) =>
  (await answerMessage(facts({ text: `<at>回議</at> ${said}`, entities: [mention] }, chatKey), parts)).messages;
const press = async (verb: string, chatKey: string | null = CHAT) => {
  const value = { action: { type: 'Action.Execute', verb, data: {} } };
  return (await answerCardAction(facts({ name: 'adaptiveCard/action', value }, chatKey), parts)).body.value;
};

describe('in a chat of several people', () => {
  it('the words that are of use there are answered, with the chat as the channel names it', async () => {
    expect(await type('議事録')).toEqual([text(`${CHAT} p`)]);
  });

  it('nothing else is run', async () => {
    expect(JSON.stringify(await type('受信箱'))).toContain('グループには表示しません');
    expect(asked).toEqual([]);
  });

  it('in a channel nothing is', async () => {
    expect(JSON.stringify(await type('議事録', null))).toContain('グループには表示しません');
  });

  it('buttons work where they are meant to, and no others', async () => {
    expect(await press('minutes/from-chat')).toBe(CHAT);
    expect(await press('minutes/from-chat', null)).toContain('グループには表示しません');
    expect(await press('approvals/approve')).toContain('グループには表示しません');
  });
});
