import type { Texts } from '../../shared/index.ts';

export const decidingTexts = {
  'minutes.nothing_to_decide': {
    ja: '会議録の文がまだありません。案を作るか、文を書いてから進めてください。',
    en: 'There are no sentences of minutes yet. Please draft or write them first.',
  },
  'minutes.parts_missing': {
    ja: '会議録に必要な事項がそろっていません。{parts}（{article}）',
    en: 'What the minutes may not leave out is not there yet. {parts} ({article})',
  },
  'minutes.not_ready': {
    ja: '出席者の確認か署名がまだ済んでいません。先にそちらを済ませてください。',
    en: 'Confirmation by those who attended, or the signatures, are not complete yet.',
  },
  'minutes.unit_not_yours': {
    ja: 'この課の会議録の状況は見られません。',
    en: 'You may not see how far the minutes of this section have come.',
  },
} as const satisfies Texts;
