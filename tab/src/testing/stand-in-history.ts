import { type MeetingHistoryEntry, MeetingHistorySchema } from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** What was done to the first meeting, the newest first. */
export interface HistoryWorld {
  happened: MeetingHistoryEntry[];
}

export const anEntry = (more: Partial<MeetingHistoryEntry> = {}): MeetingHistoryEntry => ({
  ...{ id: 'transcript/2', of: 'transcript', act: 'EDITED', at: '2026-11-24T08:10:00.000Z', by: SECTION_HEAD },
  ...{ sentence: '文字起こしの発言1件を直しました。', words: 'SHOWN', more: 0 },
  changes: [{ what: '発言', before: 'えー、始めます。', after: '始めます。' }],
  ...more,
});

const wordless = { changes: [], more: 0 };

export const firstHistory = (): HistoryWorld => ({
  happened: [
    anEntry(),
    anEntry({
      ...{ ...wordless, id: 'publication/1', of: 'publication', act: 'REDACTED', words: 'WITHHELD' },
      sentence: '公表用の写しの墨塗りを1件付け、0件取り消しました。',
    }),
    anEntry({
      ...{ ...wordless, id: 'meeting/1', of: 'meeting', act: 'MADE', words: 'DISPOSED' },
      sentence: '会議を作りました。',
    }),
  ],
});

const PAGE = 30;

export function ofHistory({ happened }: HistoryWorld, url: URL): Answer {
  const from = Number(url.searchParams.get('cursor') ?? 0);
  const nextCursor = happened.length > from + PAGE ? String(from + PAGE) : null;
  return { body: MeetingHistorySchema.parse({ items: happened.slice(from, from + PAGE), nextCursor }) };
}
