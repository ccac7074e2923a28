import type { Texts } from '../../shared/index.ts';

export const searchTexts = {
  'records.search_too_short': {
    ja: '2文字以上の言葉で探してください。',
    en: 'Please search for two letters or more.',
  },
  'records.search_single_letter': {
    ja: '「{letter}」は1文字です。空白で区切るときは、どの言葉も2文字以上にしてください。',
    en: '“{letter}” is a single letter. Between blanks, each word must have two letters or more.',
  },
  'records.search_too_many_words': {
    ja: '言葉が多すぎます。空白で区切る言葉は{most}個までです。',
    en: 'Too many words: at most {most} between blanks.',
  },
  'records.search_bad_cursor': {
    ja: '続きの場所が正しくありません。はじめから探し直してください。',
    en: 'The place to go on from is not valid. Please search again from the beginning.',
  },
  'records.search_kind.DRAFT_DOCUMENT': { ja: '起案文書', en: 'Draft for decision' },
  'records.search_kind.RECEIPT': { ja: '収受文書', en: 'Received document' },
  'records.search_kind.REFERENCE': { ja: '参考', en: 'Reference' },
  'records.search_kind.FINAL_DOCUMENT': { ja: '完成図書', en: 'Final document' },
} as const satisfies Texts;
