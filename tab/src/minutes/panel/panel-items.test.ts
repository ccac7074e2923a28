import { describe, expect, it } from '@jest/globals';
import { folded } from '@kaigi/core/shared';
import { ATTENDEES, aMeeting, anItem, attendeeId } from '../../testing/meetings.ts';
import { theMinutes } from '../../testing/stand-in-sentences.ts';
import { NOTHING_TYPED } from '../sentences/typed-sentence.ts';
import { additionsTo, meetingAt, panelItems, prefilled } from './panel-items.ts';

const { agenda } = aMeeting();
const on = (heldOn: string) => anItem(aMeeting({ heldOn }));

describe('the meeting of a chat', () => {
  it('is today’s of a series, else the last one, else the next; or there is none', () => {
    const days = ['2026-12-08', '2026-12-01', '2026-11-24'].map(on);
    expect(meetingAt(days, '2026-12-01')?.heldOn).toBe('2026-12-01');
    expect(meetingAt(days, '2026-12-05')?.heldOn).toBe('2026-12-01');
    expect(meetingAt(days, '2026-11-01')?.heldOn).toBe('2026-11-24');
    expect(meetingAt([], '2026-12-01')).toBeNull();
  });

  it('M-01: is prefilled with title and hours; what began in the past is held today', () => {
    const meeting = { title: ' 週次定例 ', startsAt: '2026-11-24T05:00:00.000Z', endsAt: '2026-11-24T06:00:00.000Z' };
    expect(prefilled('2026-11-20', meeting)).toMatchObject({
      ...{ title: '週次定例', heldOn: '2026-11-24', startsAt: '14:00', endsAt: '15:00', place: 'Teams' },
    });
    expect(prefilled('2026-12-01', meeting).heldOn).toBe('2026-12-01');
    expect(prefilled('2026-12-01', null)).toMatchObject({ title: '', heldOn: '2026-12-01', startsAt: '' });
  });
});

describe('the agenda of the panel', () => {
  it('keeps its order; a 議題 of the minutes of the same name is the same, others come behind', () => {
    const sentences = theMinutes().sentences.map((one) =>
      one.part === 'ITEM' ? { ...one, text: ` ${agenda[1]?.title ?? ''}` } : one,
    );
    const items = panelItems([...agenda].slice(0, 2), sentences);
    expect(items.map(({ title, isInMinutes }) => [folded(title), isInMinutes])).toEqual([
      ['', true],
      [folded(agenda[0]?.title ?? ''), false],
      [folded(agenda[1]?.title ?? ''), true],
    ]);
    expect(items[2]?.sentences).toHaveLength(6);
    expect(panelItems([], sentences).at(-1)?.sentences).toHaveLength(6);
  });

  it('M-12: the first line under a 議題 brings it into the minutes under its own id, the next does not', () => {
    const typed = { ...NOTHING_TYPED, text: '資料を直す。', owner: '佐藤 花子', dueWords: '金曜' };
    const [, item] = panelItems(agenda, []);
    if (!item) throw new Error('no item');
    const [made, line, more] = additionsTo(item, { part: 'ACTION', typed }, ATTENDEES);
    expect(made).toMatchObject({ op: 'ADD', part: 'ITEM', id: agenda[0]?.id, text: agenda[0]?.title });
    expect(line).toMatchObject({
      ...{ op: 'ADD', part: 'ACTION', itemId: agenda[0]?.id, due: { words: '金曜', on: null } },
      owner: { attendeeId: attendeeId(2), name: '佐藤 花子' },
    });
    expect(more).toBeUndefined();
    expect(additionsTo({ ...item, isInMinutes: true }, { part: 'DECISION', typed }, ATTENDEES)).toHaveLength(1);
  });
});
