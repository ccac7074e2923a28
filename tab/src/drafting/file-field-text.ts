import type { Texts } from '@kaigi/core/shared';

export const fileFieldText = {
  'file.choose': { ja: 'ファイルを選ぶ', en: 'Choose a file' },
  'file.chosen': { ja: '選んだファイル: {name}（{size}）', en: 'Chosen: {name} ({size})' },
} as const satisfies Texts;
