import type { Texts } from '@kaigi/core/shared';

export const lobbyTexts = {
  title: { ja: '本日の会議室', en: 'Rooms today' },
  time: { ja: '時間', en: 'Time' },
  room: { ja: '会議室', en: 'Room' },
  what: { ja: '内容', en: 'What' },
  meeting: { ja: '会議', en: 'Meeting' },
  now: { ja: '使用中', en: 'Now' },
  updated: { ja: '最終更新', en: 'Last updated' },
  none: { ja: '本日これからの予約はありません。', en: 'No more bookings today.' },
  stale: {
    ja: '表示が古くなっています。受付にお尋ねください。',
    en: 'This may be out of date. Please ask at the reception.',
  },
  key: { ja: '表示キー', en: 'Display key' },
  enter: {
    ja: 'システム管理者から受け取った表示キーを入力してください。',
    en: 'Enter the display key from your system administrator.',
  },
  wrong: {
    ja: '表示キーが違うか、失効しています。システム管理者に確かめてください。',
    en: 'This key is wrong or was revoked. Ask your system administrator.',
  },
  show: { ja: '表示する', en: 'Show' },
} as const satisfies Texts;
