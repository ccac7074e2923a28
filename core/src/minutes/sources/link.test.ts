import { describe, expect, it } from '@jest/globals';
import { chatInLink, chatOfLink } from './link.ts';
import type { OnlineMeeting, TeamsMeetings } from './source.ts';

const CHAT = '19:meeting_NDQ@thread.v2';
const LONG = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NDQ%40thread.v2/0?context=%7b%7d';
const SHORT = 'https://teams.microsoft.com/meet/2345?p=abc';

describe('the chat of a meeting by the address at which people join it', () => {
  it.each([
    [LONG, CHAT],
    [LONG.replaceAll('%3a', '%3A'), CHAT],
    [SHORT, null],
    ['https://teams.microsoft.com/l/meetup-join/%E0%A4%A/0', null],
    ['https://teams.microsoft.com/l/meetup-join/nothing/0', null],
    ['', null],
  ])('%s', (link, chat) => {
    expect(chatInLink(link)).toBe(chat);
  });

  it('an address that names none is asked of Graph; where that says nothing there is none', async () => {
    const asked: string[] = [];
    const teams = (answer: object) =>
      ({
        municipalityIds: ['ours'],
        source: {
          meetingOfLink: async ({ joinUrl }: { joinUrl: string }) => {
            asked.push(joinUrl);
            return answer;
          },
        },
      }) as unknown as TeamsMeetings;
    const value = { chatKey: CHAT } as OnlineMeeting;
    const link = (joinUrl: string, municipalityId = 'ours') => ({ municipalityId, organizerOid: 'o', joinUrl });
    expect(await chatOfLink(teams({ kind: 'OK', value }), link(LONG))).toBe(CHAT);
    expect(asked).toEqual([]);
    expect(await chatOfLink(teams({ kind: 'OK', value }), link(SHORT))).toBe(CHAT);
    expect(asked).toEqual([SHORT]);
    expect(await chatOfLink(teams({ kind: 'LATER', at: new Date() }), link(SHORT))).toBeNull();
    expect(await chatOfLink(teams({ kind: 'OK', value }), link(SHORT, 'theirs'))).toBeNull();
    expect(await chatOfLink(null, link(SHORT))).toBeNull();
  });
});
