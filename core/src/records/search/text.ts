import type { Texts } from '../../shared/index.ts';

export const searchTexts = {
  'records.search_too_short': {
    ja: '2文字以上の言葉で探してください。',
    en: 'Please search for two letters or more.',
  },
  'records.search_single_letter': {
    ja: '「{letter}」は1文字です。空白で区切るときは、どの言葉も2文字以上にしてください。',
    en: 'Between blanks each word must have two letters or more; “{letter}” is a single one.',
  },
  'records.search_too_many_words': {
    ja: '言葉が多すぎます。空白で区切る言葉は{most}個までです。',
    en: 'Too many words: at most {most} between blanks.',
  },
  'records.search_reversed_days': {
    ja: '期間の始まりが終わりよりあとです。日付を直してください。',
    en: 'The first day is after the last one. Please correct the dates.',
  },
  'records.search_bad_cursor': {
    ja: '続きの場所が正しくありません。はじめから探し直してください。',
    en: 'The place to go on from is not valid. Please search again from the beginning.',
  },
} as const satisfies Texts;
