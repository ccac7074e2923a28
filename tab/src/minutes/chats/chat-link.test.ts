import { describe, expect, it } from '@jest/globals';
import { linkedChat } from './chat-link.ts';

const CHAT = '19:8c2f@thread.v2';

describe('a pasted link', () => {
  it.each([
    [
      'of a message',
      `https://teams.microsoft.com/l/message/${CHAT}/1764000000000?context=%7B%22contextType%22%3A%22chat%22%7D`,
    ],
    ['with its key escaped', 'https://teams.cloud.microsoft/l/message/19%3A8c2f%40thread.v2/1764000000000'],
    ['of a chat, with spaces around it', `  https://teams.microsoft.com/l/chat/${CHAT}/conversations \n`],
  ])('%s leads to its chat', (_, link) => {
    expect(linkedChat(link)).toEqual({ chat: CHAT });
  });

  it('of a meeting leads to the chat of the meeting', () => {
    const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NjY%40thread.v2/0?context=%7b%7d';
    expect(linkedChat(link)).toEqual({ chat: '19:meeting_NjY@thread.v2' });
  });

  it('to a channel says so, and anything else is no link to a chat', () => {
    expect(linkedChat('https://teams.microsoft.com/l/message/19:ab@thread.tacv2/17640')).toEqual({ wrong: 'channel' });
    for (const other of [
      `https://evil.example/l/message/${CHAT}/1`,
      `http://teams.microsoft.com/l/message/${CHAT}/1`,
      'https://teams.microsoft.com/l/message/%E0%A4%A/1',
      `javascript:alert('${CHAT}')`,
      CHAT,
    ])
      expect(linkedChat(other)).toEqual({ wrong: 'wrong' });
    expect(linkedChat('  ')).toEqual({ wrong: 'missing' });
  });
});
