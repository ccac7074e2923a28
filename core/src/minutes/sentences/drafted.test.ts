import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';
import type { MeetingContent } from '../meetings/meeting.ts';
import { draftedSentences, stillToDraft } from './drafted.ts';
import type { Sentence } from './sentence.ts';

const chair = { id: 'a1', staffId: null, name: '帆足みちる', postTitle: '課長', unitName: '政策課', attended: true };
const member = { ...chair, id: 'a2', name: '青波はるか', postTitle: '主事' };
const content = {
  ...{ title: '会議', bodyId: null, agenda: [], papers: [] },
  attendees: [
    { ...chair, role: 'CHAIR' as const },
    { ...member, role: 'MEMBER' as const },
  ],
} as unknown as MeetingContent;

const said: readonly (readonly [string, string])[] = [
  ['a1', 'それでは議題1、備品の購入についてお願いします。'],
  ['a2', '机を十台購入したいと考えております。'],
  ['a1', '異議なしと認め、案のとおり決定します。'],
  ['a1', '次に議題2、広報の配布についてお願いします。'],
  ['a1', '青波さん、配布先の一覧を12月4日までに作ってください。'],
  ['a2', '承知しました。'],
];
const lines = said.map(
  ([attendeeId, text], at): Line => ({
    ...{ lineId: `l${at}`, version: 1, place: at + 1, label: null, attendeeId, heard: text, text },
    ...{ confidence: null, spokenOver: false, sure: false },
    ...{ startMs: at * 10_000, endMs: at * 10_000 + 9000 },
  }),
);

function draft(): Sentence[] {
  let nth = 0;
  const idOf = () => {
    nth += 1;
    return `s${nth}`;
  };
  return draftedSentences({ meeting: { heldOn: '2026-11-25' as LocalDate, content }, lines, units: [], idOf });
}
const of = (sentences: readonly Sentence[], part: Sentence['part']) => sentences.filter((one) => one.part === part);

describe('M-09, M-12: minutes as the rules draft them', () => {
  it('stand under the 議題 in which they were said, work too', () => {
    const sentences = draft();
    const [first, second] = of(sentences, 'ITEM');
    expect(of(sentences, 'DECISION').map(({ itemId }) => itemId)).toEqual([first?.sentenceId]);
    const [action] = of(sentences, 'ACTION');
    expect(action).toMatchObject({ itemId: second?.sentenceId, sources: expect.arrayContaining(['l4']) });
    expect(action?.detail).toMatchObject({
      owner: { attendeeId: 'a2', name: '青波はるか' },
      due: { on: '2026-12-04' },
    });
  });

  it('leave to people what people have settled, and keep it under a 議題 that was reworded', () => {
    const sentences = draft();
    const [item] = of(sentences, 'ITEM');
    const [decision] = of(sentences, 'DECISION');
    if (!item || !decision) throw new Error('nothing drafted');
    const reworded = { ...item, sentenceId: 'kept', text: '机の購入', origin: 'PERSON' as const };
    const fresh = stillToDraft(sentences, [reworded, { ...decision, origin: 'PERSON' }]);
    expect(of(fresh, 'DECISION')).toEqual([]);
    expect(fresh.some(({ sentenceId }) => sentenceId === item.sentenceId)).toBe(false);
    const points = of(sentences, 'KEY_POINT').filter(({ itemId }) => itemId === item.sentenceId);
    expect(of(fresh, 'KEY_POINT').filter(({ itemId }) => itemId === 'kept')).toHaveLength(points.length);
  });

  it('come under a 議題 that was noted in the side panel by its name, before there was a transcript', () => {
    const sentences = draft();
    const [item] = of(sentences, 'ITEM');
    if (!item) throw new Error('nothing drafted');
    const noted = { ...item, sentenceId: 'noted', sources: [], origin: 'PERSON' as const };
    const fresh = stillToDraft(sentences, [noted]);
    expect(of(fresh, 'ITEM').map(({ text }) => text)).not.toContain(item.text);
    expect(of(fresh, 'DECISION').map(({ itemId }) => itemId)).toEqual(['noted']);
  });
});
