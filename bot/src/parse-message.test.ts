import { describe, expect, it } from '@jest/globals';
import { parseMessage } from './parse-message.ts';

const message = (over: object = {}) => ({ type: 'message', recipient: { id: '28:bot' }, text: '受信箱', ...over });
const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id, name: '回議' } });

describe('a typed message', () => {
  it('is trimmed, folded and in one line', () => {
    expect(parseMessage(message({ text: ' 今どこ　ｻﾄｳ\n課子 ' }))?.text).toBe('今どこ サトウ 課子');
  });

  it('loses the mention of the bot and keeps that of others', () => {
    const text = '<at>回議</at>&nbsp;今どこ <at>佐藤</at>';
    const entities = [mention('28:bot', '<at>回議</at>'), mention('29:2', '<at>佐藤</at>')];
    expect(parseMessage(message({ text, entities }))?.text).toBe('今どこ <at>佐藤</at>');
  });

  it('survives entities that cannot be read', () => {
    expect(parseMessage(message({ entities: [null, 7, { type: 'mention' }, {}] }))?.text).toBe('受信箱');
  });

  it.each([[undefined], [null], ['']])('is empty when its text is %p', (text) => {
    expect(parseMessage(message({ text }))).toEqual({ text: '', buttonOfOldClient: false });
  });

  it('is the button of an old client when it has data and no text', () => {
    expect(parseMessage(message({ text: undefined, value: { verb: 'approvals/approve' } }))?.buttonOfOldClient).toBe(
      true,
    );
    expect(parseMessage(message({ value: { verb: 'x' } }))?.buttonOfOldClient).toBe(false);
  });

  it.each([
    ['text of a wrong type', message({ text: { a: 1 } })],
    ['text without end', message({ text: 'あ'.repeat(100_001) })],
    ['no recipient', message({ recipient: undefined })],
    ['nothing', null],
  ])('cannot be read with %s', (_what, value) => {
    expect(parseMessage(value)).toBeNull();
  });

  it('gives nothing but what it knows', () => {
    expect(Object.keys(parseMessage(message({ role: 'ADMIN' })) ?? {})).toEqual(['text', 'buttonOfOldClient']);
  });
});
