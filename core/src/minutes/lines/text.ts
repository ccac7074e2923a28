import type { Texts } from '../../shared/index.ts';

export const lineTexts = {
  'minutes.query_SAME_SOUND': {
    ja: '同じ音の別の言葉かもしれません。発言者に確かめてください。',
    en: 'It may be another word that sounds the same. Please ask the speaker.',
  },
  'minutes.query_NO_SUCH_DAY': {
    ja: 'ない日付です。発言者に確かめてください。',
    en: 'There is no such day. Please ask the speaker.',
  },
  'minutes.query_SELF_CORRECTION': {
    ja: '言い直しです。どちらを残すか、発言者に確かめてください。',
    en: 'The speaker corrected themselves. Please ask which of the two should stay.',
  },
  'minutes.query_INAUDIBLE': {
    ja: '聞き取れていません。発言者に確かめてください。',
    en: 'This could not be heard. Please ask the speaker.',
  },
  'minutes.query_instead': {
    ja: '「{instead}」かもしれません。発言者に確かめてください。',
    en: 'It may be “{instead}”. Please ask the speaker.',
  },
} as const satisfies Texts;
