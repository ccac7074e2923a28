import { describe, expect, it } from '@jest/globals';
import { activityOf, CARD_LIMIT_BYTES, fitting } from './outgoing.ts';
import { recordingLog } from './testing/recording-log.ts';

const inboxUrl = 'https://teams.microsoft.com/l/entity/app/inbox';
const card = (text: string, actions: object[] = []) =>
  ({
    kind: 'card',
    summary: '予算案の回議',
    card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text }], actions },
  }) as never;
const overhead = Buffer.byteLength(
  JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '' }], actions: [] }),
);

describe('a card that leaves', () => {
  it('passes up to 28 KB exactly', () => {
    const log = recordingLog();
    const message = card('a'.repeat(CARD_LIMIT_BYTES - overhead));
    expect(fitting(message, 'ja', { inboxUrl, log })).toBe(message);
    expect(log.lines).toEqual([]);
  });

  it('becomes a line with a link when it is one byte larger, and the log says so', () => {
    const log = recordingLog();
    const fit = fitting(card('a'.repeat(CARD_LIMIT_BYTES - overhead + 1)), 'ja', { inboxUrl, log });
    expect(fit).toEqual({
      kind: 'text',
      text: `予算案の回議\n内容が大きいため、カードを表示できません。こちらで開いてください：${inboxUrl}`,
    });
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatchObject({ level: 'error', fields: { err: { name: 'InvariantError' } } });
  });

  it('counts bytes, not letters', () => {
    const fit = fitting(card('議'.repeat(CARD_LIMIT_BYTES / 2)), 'en', { inboxUrl, log: recordingLog() });
    expect(fit.kind).toBe('text');
  });

  it('links to what its own button opened', () => {
    const open = {
      type: 'Action.OpenUrl',
      title: '開く',
      url: 'https://teams.microsoft.com/l/entity/app/inbox?context=1',
    };
    const fit = fitting(card('a'.repeat(CARD_LIMIT_BYTES), [{ type: 'Action.Execute' }, open]), 'ja', {
      inboxUrl,
      log: recordingLog(),
    });
    expect(fit).toMatchObject({ text: expect.stringContaining(open.url) });
  });
});

describe('an activity', () => {
  it('of a card carries the line for the notification', () => {
    expect(activityOf(card('x'))).toMatchObject({
      type: 'message',
      summary: '予算案の回議',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
    });
  });

  it('of a text is plain, so that * and _ in a title stay what they are', () => {
    expect(activityOf({ kind: 'text', text: '*案*' })).toEqual({ type: 'message', text: '*案*', textFormat: 'plain' });
  });

  it('of several lines is XML, which keeps them in Teams and in the Playground, and what was typed stays as typed', () => {
    expect(activityOf({ kind: 'text', text: '使い方\n・<b>案</b> & "件"\n\n終わり' })).toEqual({
      ...{ type: 'message', textFormat: 'xml' },
      text: '使い方<br/>・&lt;b&gt;案&lt;/b&gt; &amp; &quot;件&quot;<br/><br/>終わり',
    });
  });
});
