import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { daysToTake, lastStretch } from './period.ts';
import { DELETED, remarksOf, saidToApps } from './remarks.ts';
import { attendeesWith, changesOf, labelIn, speakerOf } from './rules.ts';
import type { PostedMessage } from './source.ts';

const PERIOD = { since: '2026-03-30T15:00:00.000Z', until: '2026-04-02T15:00:00.000Z' };
const day = (text: string) => text as LocalDate;
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

  it('written to an app are counted, those that were deleted and those of other days are not', () => {
    const called = (key: string, at: string, more: object = {}) => message(key, at, { callsApp: true, ...more });
    const all = [
      called('1', '2026-04-01T01:00:00.000Z'),
      called('2', '2026-04-01T01:00:00.000Z', { deletedAt: '2026-04-01T02:00:00.000Z' }),
      called('3', '2026-04-02T15:00:00.000Z'),
      called('4', '2026-04-01T01:00:00.000Z', { sender: { kind: 'APP' } }),
      message('5', '2026-04-01T01:00:00.000Z'),
    ];
    expect(saidToApps(all, PERIOD)).toBe(1);
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

describe('a guest who is called as a colleague', () => {
  const colleague = { entraObjectId: 'o1', staffId: 's1', name: '甲', postTitle: '主事', unitName: '政策課' };
  const staff = new Map([['o1', colleague]]);
  const [own, guests] = remarksOf(
    [
      message('1', '2026-04-01T01:00:00.000Z'),
      message('2', '2026-04-01T02:00:00.000Z', { sender: { kind: 'PERSON', entraObjectId: 'live:x', name: '甲' } }),
    ],
    PERIOD,
  );
  if (!own || !guests) throw new Error('both were written');
  const ids = ['a1', 'a2', 'a3', 'a4'];
  const people = { members: [], remarks: [own, guests], staff, idOf: () => ids.shift() ?? '' };
  const attendees = attendeesWith([], people);

  it('has a label and a place among the attendees of their own', () => {
    expect(attendees.map(({ name, role, staffId }) => [name, role, staffId])).toEqual([
      ['甲', 'MEMBER', 's1'],
      ['甲（ゲスト）', 'GUEST', null],
    ]);
    expect([own, guests].map(labelIn(attendees, staff))).toEqual(['甲', '甲（ゲスト）']);
    expect([own, guests].map(speakerOf(attendees, staff))).toEqual(attendees.map(({ id }) => id));
  });

  it('is not added once more, also where they were there before the colleague', () => {
    expect(attendeesWith(attendees, people)).toEqual(attendees);
    const before = [{ ...attendees[1], name: '甲' }] as typeof attendees;
    const later = attendeesWith(before, people);
    expect(later.map(({ staffId }) => staffId)).toEqual([null, 's1']);
    expect(speakerOf(later, staff)(guests)).toBe(before[0]?.id);
  });
});

describe('the days with which the form begins', () => {
  const at = (...days: string[]) => days.map((day) => `${day}T03:00:00.000Z`);
  const earliest = day('2025-11-26');
  const begins = (moments: string[], lastDay: string | null) =>
    daysToTake(moments, { lastDay: lastDay === null ? null : day(lastDay), earliest });
  const said = at('2026-11-10', '2026-11-24', '2026-11-25');

  it('follow the last minutes of this chat, however long nobody wrote', () => {
    expect(begins(said, '2026-11-06')).toEqual({ from: '2026-11-07', to: '2026-11-25' });
    expect(begins(said, '2026-11-24')).toEqual({ from: '2026-11-25', to: '2026-11-25' });
    expect(begins(said, '2024-01-01')?.from).toBe(earliest);
  });

  it('are those of the last talk where all of it is in minutes already, or nothing is', () => {
    const stretch = { from: '2026-11-24', to: '2026-11-25' };
    expect(begins(said, '2026-11-25')).toEqual(stretch);
    expect(begins(said, null)).toEqual(stretch);
    expect(begins([], '2026-11-25')).toBeNull();
  });
});

describe('the last stretch of talk', () => {
  it('goes over a weekend, and ends where nobody wrote for days', () => {
    const moments = ['2026-11-10', '2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25'];
    expect(lastStretch(moments.map((day) => `${day}T03:00:00.000Z`))).toEqual({ from: '2026-11-19', to: '2026-11-25' });
  });

  it('is none where nobody wrote', () => expect(lastStretch([])).toBeNull());
});
