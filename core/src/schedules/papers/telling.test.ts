import { describe, expect, it } from '@jest/globals';
import type { BookingPapers } from './contract.ts';
import { papersMessage } from './telling.ts';

const CARD_LIMIT_BYTES = 28 * 1024;
const PERSON = { staffId: 's', name: '青波 はるか', postTitle: '主事', unitName: '政策係' };

const paperCalled = (title: string, at: number): BookingPapers['papers'][number] => ({
  ...{ paperId: `p${at}`, itemId: null, may: { replace: false } },
  editions: [
    {
      ...{ edition: 2, title, pages: [], changes: null, note: '', file: null, recordId: null, attachment: null },
      ...{ by: PERSON, at: '2026-11-24T00:00:00Z', opened: false, openedBy: null },
    },
  ],
});

const meetingWith = (papers: BookingPapers['papers']): BookingPapers => ({
  ...{ bookingId: 'b', subject: '議会の準備', from: '2026-11-25T04:00:00Z', to: '2026-11-25T05:00:00Z' },
  ...{ version: 1, agendaVersion: 0, agenda: [], recorder: null, readers: 'PARTICIPANTS', papers, people: [] },
  minutes: { bySelf: false, meetingId: null, sentence: null },
  may: { plan: false, lay: false, layToAll: false, layTo: [], makeMinutes: false },
});

describe('S-16: the card of changed papers', () => {
  it('names them, each newer edition with its number', () => {
    const message = papersMessage(meetingWith([paperCalled('予算案', 1)]), 'ja', null);
    expect(JSON.stringify(message)).toContain('予算案（第2版）');
  });

  it('of as many papers as may be laid, with names as long as may be, is one that Teams takes', () => {
    const many = Array.from({ length: 100 }, (_, at) => paperCalled('資'.repeat(200), at));
    const message = papersMessage(meetingWith(many), 'ja', 'https://kaigi.example/tab/');
    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(CARD_LIMIT_BYTES);
  });
});
