import { describe, expect, it } from '@jest/globals';
import { lastStretch } from './period.ts';
import { DELETED, remarksOf } from './remarks.ts';
import { changesOf } from './rules.ts';
import type { PostedMessage } from './source.ts';

const PERIOD = { since: '2026-03-30T15:00:00.000Z', until: '2026-04-02T15:00:00.000Z' };
const message = (messageKey: string, createdAt: string, more: Partial<PostedMessage> = {}): PostedMessage => ({
  ...{ messageKey, createdAt, system: false, editedAt: null, deletedAt: null, callsApp: false, important: false },
  sender: { kind: 'PERSON', entraObjectId: 'o1', name: '甲' },
  ...{ body: { html: false, content: `話${messageKey}` }, attachments: [], reactions: [], ...more },
});

describe('messages as remarks', () => {
  it('stand in the order of time; system, bots and what was said to a bot are left out', () => {
    const found = remarksOf(
      [
        message('3', '2026-04-01T01:00:00.000Z'),
        message('2', '2026-03-31T01:00:00.000Z'),
        message('4', '2026-04-01T02:00:00.000Z', { system: true }),
        message('5', '2026-04-01T02:00:00.000Z', { sender: { kind: 'APP' } }),
        message('6', '2026-04-01T02:00:00.000Z', { callsApp: true }),
        message('7', '2026-04-02T15:00:00.000Z'),
        message('1', '2026-03-30T14:59:59.999Z'),
      ],
      PERIOD,
    );
    expect(found.map(({ messageKey }) => messageKey)).toEqual(['2', '3']);
  });

  it('of somebody whom Teams does not name say nobody', () => {
    const [remark] = remarksOf([message('1', '2026-04-01T01:00:00.000Z', { sender: { kind: 'HIDDEN' } })], PERIOD);
    expect([remark?.name, remark?.entraObjectId]).toEqual([null, null]);
  });

  it('without words say what was posted; a link that is none of the web is not followed', () => {
    const file = (url: string) => ({ kind: 'FILE' as const, id: '1', name: '見積書.xlsx', url });
    const [one] = remarksOf(
      [
        message('1', '2026-04-01T01:00:00.000Z', {
          body: { html: true, content: '<attachment id="1"></attachment>' },
          attachments: [file('javascript:alert(1)'), file('https://minato.example/a')],
        }),
      ],
      PERIOD,
    );
    expect(one?.text).toBe('（添付：見積書.xlsx、見積書.xlsx）');
    expect(one?.files.map(({ url }) => url)).toEqual([null, 'https://minato.example/a']);
  });

  it('that were deleted keep nothing of what they were', () => {
    const [one] = remarksOf(
      [
        message('1', '2026-04-01T01:00:00.000Z', {
          deletedAt: '2026-04-01T02:00:00.000Z',
          body: { html: false, content: '秘密' },
          attachments: [{ kind: 'FILE', id: '1', name: '秘密.xlsx', url: null }],
        }),
      ],
      PERIOD,
    );
    expect(one?.text).toBe(DELETED);
    expect(JSON.stringify(one)).not.toContain('秘密');
  });

  it('the same once more change nothing', () => {
    const remarks = remarksOf([message('1', '2026-04-01T01:00:00.000Z')], PERIOD);
    const taking = { beganAt: new Date(PERIOD.since), remarks, attendeeOf: () => null, labelOf: () => '甲' };
    const first = changesOf({ known: [], lines: [] }, { ...taking, idOf: () => 'l1' });
    const next = changesOf({ known: first.messages, lines: first.added }, { ...taking, idOf: () => 'l2' });
    expect([first.added.length, next.added.length, next.changed.length]).toEqual([1, 0, 0]);
    expect(next.messages).toEqual(first.messages);
  });
});

describe('the last stretch of talk', () => {
  it('goes over a weekend, and ends where nobody wrote for days', () => {
    const moments = ['2026-11-10', '2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25'];
    expect(lastStretch(moments.map((day) => `${day}T03:00:00.000Z`))).toEqual({ from: '2026-11-19', to: '2026-11-25' });
  });

  it('is none where nobody wrote', () => expect(lastStretch([])).toBeNull());
});
