import { describe, expect, it } from '@jest/globals';
import { MakeMeetingInputSchema } from '@kaigi/core/contract';
import { aMeeting } from '../../testing/meetings.ts';
import { bodiesToChoose, emptyMeeting, inputOf, typedOf, wrongIn } from './meeting-form.ts';

const TODAY = '2026-11-24';
const typed = { ...emptyMeeting(TODAY), title: ' 第3回 総合計画審議会 ' };

describe('M-01: the form of a meeting', () => {
  it('asks for a name, a day, and a ground where it is closed', () => {
    expect(wrongIn(emptyMeeting(''))).toEqual({ title: 'form.title.missing', heldOn: 'form.day.missing' });
    expect(wrongIn({ ...typed, isOpen: false })).toEqual({ closedReason: 'form.ground.missing' });
    expect(wrongIn({ ...typed, isOpen: false, closedGround: 'g' })).toEqual({});
    expect(wrongIn({ ...typed, observers: '十人' })).toEqual({ observers: 'form.observers.wrong' });
  });

  it('offers the bodies whose meetings one may hold, and the one that it is of already', () => {
    const bodies = [
      { bodyId: 'council', name: '審議会' },
      { bodyId: 'section', name: '課内会議' },
    ];
    const offered = (mine: string[], chosen: string) =>
      bodiesToChoose(bodies, new Set(mine), chosen).map(({ name }) => name);
    expect(offered(['section'], '')).toEqual(['課内会議']);
    expect(offered(['section'], 'council')).toEqual(['審議会', '課内会議']);
    expect(offered([], 'repealed')).toEqual(['repealed']);
  });

  it('sends what the service reads, without the lines nobody filled in', () => {
    const id = crypto.randomUUID();
    const input = inputOf({
      ...typed,
      agenda: [
        { id, title: ' 議題 ' },
        { id, title: ' ' },
      ],
      observers: '12',
    });
    expect(MakeMeetingInputSchema.parse(input)).toMatchObject({
      ...{ title: '第3回 総合計画審議会', agenda: [{ id, title: '議題' }], observers: 12 },
      ...{ startsAt: null, bodyId: null, isOpen: true },
    });
  });

  it('ends on the next day what begins in the evening and ends after midnight', () => {
    const { startsAt, endsAt } = inputOf({ ...typed, startsAt: '22:00', endsAt: '00:30' });
    expect([startsAt, endsAt]).toEqual(['2026-11-24T13:00:00.000Z', '2026-11-24T15:30:00.000Z']);
  });

  it('keeps the day on which a meeting in writing began, whatever else is put right', () => {
    const written = { heldOn: '2026-11-27', startsAt: '2026-11-24T00:00:00.000Z', endsAt: '2026-11-27T08:00:00.000Z' };
    const typedAgain = { ...typedOf(aMeeting(written)), place: '書面（電子）' };
    expect(inputOf(typedAgain)).toMatchObject({ ...written, place: '書面（電子）' });
  });

  it('shows a meeting in the fields as it is', () => {
    const view = aMeeting();
    const { title, heldOn, agenda, attendees, papers, place, observers } = view;
    expect(inputOf(typedOf(view))).toMatchObject({ title, heldOn, agenda, attendees, papers, place, observers });
  });
});
