import type { Texts } from '../../shared/index.ts';

export const reckoningTexts = {
  'minutes.too_much_to_reckon': {
    ja: 'この会議の発言は多すぎて、1 分以内に調べられませんでした。文字起こしを会議ごとに分けてください。',
    en: 'There are too many remarks to look through within a minute. Please split the transcript by meeting.',
  },
  'minutes.reckoning_busy': {
    ja: 'ほかの会議録の処理が重なっています。少し待ってから、もう一度お試しください。',
    en: 'Other minutes are being worked on. Please try again in a while.',
  },
} as const satisfies Texts;
