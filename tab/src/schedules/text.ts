import type { Texts } from '@kaigi/core/shared';

export const partsText = {
  'parts.label': { ja: '予定のページ', en: 'Pages of schedules' },
  'parts.week': { ja: '週の予定', en: 'Week' },
  'parts.slots': { ja: '空き時間', en: 'Find a time' },
  'parts.rooms': { ja: '会議室', en: 'Rooms' },
  'parts.bookings': { ja: '自分の予約', en: 'My bookings' },
  'parts.polls': { ja: '日程調整', en: 'Polls' },
  'parts.written': { ja: '書面会議', en: 'Meetings in writing' },
  'parts.windows': { ja: '決裁・説明枠', en: 'Windows' },
  'parts.yearly': { ja: '年次行事', en: 'Every year' },
  'parts.settings': { ja: '管理', en: 'Settings' },
} as const satisfies Texts;
