import { describe, expect, it } from '@jest/globals';
import { parseConversationUpdate } from './parse-conversation-update.ts';

const recipient = { id: '28:bot' };
const NOTHING = { botAdded: false, botRemoved: false };

describe('a conversation update', () => {
  it('says whether the bot itself came or left', () => {
    const both = [{ id: '29:1' }, { id: '28:bot' }];
    expect(parseConversationUpdate({ recipient, membersAdded: both })).toEqual({ ...NOTHING, botAdded: true });
    expect(parseConversationUpdate({ recipient, membersRemoved: both })).toEqual({ ...NOTHING, botRemoved: true });
  });

  it('says nothing when others came or left, or nobody did', () => {
    expect(parseConversationUpdate({ recipient, membersAdded: [{ id: '29:1' }], topicName: 't' })).toEqual(NOTHING);
    expect(parseConversationUpdate({ recipient, membersAdded: null })).toEqual(NOTHING);
  });

  it.each([[{}], [{ recipient, membersAdded: 'bot' }], [{ recipient, membersAdded: [{ id: 1 }] }], [null]])(
    'cannot be read from %p',
    (value) => {
      expect(parseConversationUpdate(value)).toBeNull();
    },
  );
});
