import type { Texts } from '@kaigi/core/shared';

export const partsText = {
  'parts.label': { ja: '予定のページ', en: 'Pages of schedules' },
  'parts.week': { ja: '週の予定', en: 'Week' },
  'parts.rooms': { ja: '会議室', en: 'Rooms' },
} as const satisfies Texts;
