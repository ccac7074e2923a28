import type { Texts } from '../../shared/index.ts';

export const bulkTexts = {
  'approvals.not_looked_at': {
    ja: 'まだ要点も案件も開いていないため、一括では承認できません。内容を確かめてからもう一度行ってください。',
    en: 'You have neither opened this case nor seen its summary, so it cannot be approved in bulk. Please look at it first.',
  },
} as const satisfies Texts;
