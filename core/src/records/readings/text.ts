import type { Texts } from '../../shared/index.ts';

/** What was opened. */
export const readingWords: Texts = {
  RECORD: { ja: '登録内容を開いた', en: 'Opened its page' },
  CONTENT: { ja: '文書を開いた', en: 'Opened the document' },
};

export const readingSentences = {
  'records.reader_altered': {
    ja: '文書 {record} の閲覧の記録：誰が開いたかが書き換えられています。',
    en: 'Who opened record {record} was altered.',
  },
  'records.readers_forgotten': {
    ja: '閲覧の記録：「誰が開いたか」が、保存期間の満了によらずに{count}件消されています。',
    en: 'Who opened records was erased {count} times, other than at the end of the period.',
  },
} satisfies Texts;
