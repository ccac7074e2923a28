import type { Texts } from '../../shared/index.ts';

export const shownTexts: Texts = {
  'records.reading_busy': {
    ja: 'いま多くの資料を開いているため、表示できません。少し待ってから、もう一度開いてください。',
    en: 'Too many papers are being opened at the moment. Please open it again in a little while.',
  },
  'records.reading_too_much': {
    ja: '大きすぎるか複雑すぎるため、ここには表示できません。ファイルを開いてください。',
    en: 'It is too large or too intricate to be shown here. Please open the file.',
  },
};
