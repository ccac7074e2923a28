import type { Texts } from '../../shared/index.ts';

export const sentenceTexts = {
  'minutes.nothing_to_draft_from': {
    ja: '文字起こしがまだありません。先に文字起こしを取り込んでください。',
    en: 'There is no transcript yet. Please take one in first.',
  },
} as const satisfies Texts;
