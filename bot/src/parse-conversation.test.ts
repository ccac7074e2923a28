import { describe, expect, it } from '@jest/globals';
import { ConversationReferenceSchema, parseConversation } from './parse-conversation.ts';

const activity = (over: object = {}) => ({
  serviceUrl: 'https://smba.trafficmanager.net/jp/',
  channelId: 'msteams',
  from: { id: '29:1', name: '佐藤 課子', aadObjectId: '00000000-0000-4000-8000-000000000001' },
  recipient: { id: '28:bot', name: '回議' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't' },
  locale: 'ja-JP',
  text: '秘密',
  ...over,
});

describe('where an activity came from', () => {
  it('is kept as ids only: no name, no text', () => {
    const read = parseConversation(activity(), 'channel');
    expect(read).toEqual({
      id: 'a:1',
      personal: true,
      chatKey: null,
      reference: {
        serviceUrl: 'https://smba.trafficmanager.net/jp/',
        channelId: 'msteams',
        bot: { id: '28:bot' },
        user: { id: '29:1' },
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't' },
        locale: 'ja-JP',
      },
    });
  });

  it('can be read again from what was kept', () => {
    const kept = JSON.parse(JSON.stringify(parseConversation(activity(), 'playground')?.reference));
    expect(ConversationReferenceSchema.parse(kept)).toEqual(kept);
    expect(kept.door).toBe('playground');
  });

  it('has the door from the adapter, never from the activity', () => {
    expect(parseConversation(activity({ door: 'playground' }), 'channel')?.reference.door).toBeUndefined();
  });

  it.each(['groupChat', 'channel'])('is not personal in a %s', (conversationType) => {
    const read = parseConversation(activity({ conversation: { id: 'g', conversationType, isGroup: true } }), 'channel');
    expect(read?.personal).toBe(false);
  });

  it('in a chat of several people is named as Teams names it; a channel is none', () => {
    const keyOf = (conversationType: string) =>
      parseConversation(activity({ conversation: { id: '19:g@thread.v2;messageid=1', conversationType } }), 'channel')
        ?.chatKey;
    expect([keyOf('groupChat'), keyOf('channel'), keyOf('personal')]).toEqual(['19:g@thread.v2', null, null]);
  });

  it('is not personal when it is a group without a type', () => {
    expect(parseConversation(activity({ conversation: { id: 'g', isGroup: true } }), 'channel')?.personal).toBe(false);
  });

  it('is personal when neither type nor group is said', () => {
    expect(parseConversation(activity({ conversation: { id: 'g' } }), 'channel')?.personal).toBe(true);
  });

  it.each([
    ['no conversation', { conversation: undefined }],
    ['a conversation without an id', { conversation: { conversationType: 'personal' } }],
    ['an id of a wrong type', { conversation: { id: 7 } }],
    ['another channel', { channelId: 'directline' }],
    ['a service URL that is none', { serviceUrl: 'smba' }],
    ['a service URL that is not HTTP', { serviceUrl: 'file:///etc/passwd' }],
    ['no sender', { from: undefined }],
  ])('is unknown with %s', (_what, over) => {
    expect(parseConversation(activity(over), 'channel')).toBeNull();
  });
});
