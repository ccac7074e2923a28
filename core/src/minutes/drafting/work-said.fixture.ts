import type { LocalDate } from '../../shared/index.ts';
import { draftMinutes } from './draft.ts';
import type { MeetingFacts } from './meeting.ts';

const HALL: MeetingFacts = {
  day: '2026-11-18' as LocalDate,
  attendees: [
    { name: '議長', leads: true },
    { name: '係長 岡', post: '係長', leads: true },
    { name: '佐藤 健', unit: '財政課' },
    { name: '木村 花', unit: '総務課', post: '主査' },
    { name: '三上 渉', unit: '建設課' },
  ],
  units: ['総務課', '財政課', '建設課', '福祉課', '水道課'],
};

/** 「担当|期限」 of each piece of work in what was said, one 発言 a line: 「佐藤：私がやります。」 */
export const workSaid = (lines: readonly string[], facts = HALL): string[] =>
  draftMinutes(
    lines.map((line, at) => {
      const [speaker = '', text = ''] = line.split('：');
      return { id: `u${at + 1}`, speaker: speaker || null, startMs: at * 1000, endMs: null, text };
    }),
    facts,
  ).actions.map(({ owner, due }) => `${owner?.name ?? owner?.said ?? ''}|${due?.day ?? due?.words ?? ''}`);
