import type { Texts } from '../../shared/index.ts';

export const searchTexts: Texts = {
  'minutes.search_too_short': {
    ja: '2文字以上の言葉で探してください。',
    en: 'Please search for two letters or more.',
  },
};
