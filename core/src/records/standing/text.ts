import type { Sentence } from '../../shared/index.ts';

export const standingSentences = {
  'records.row_not_as_told': {
    ja: '{thing}の今の内容が、履歴の最後の記録と違います（{fields}）。データベースで直接書き換えられたおそれがあります。',
    en: 'What {thing} says now is not what its history left ({fields}): it may have been altered in the database.',
  },
  'records.row_untold': {
    ja: '{thing}に、履歴がありません。データベースに直接書き加えられたおそれがあります。',
    en: 'Nothing in the history tells of {thing}: it may have been added in the database.',
  },
  'records.told_row_gone': {
    ja: '{thing}の履歴はありますが、今の内容がありません。データベースから直接消されたおそれがあります。',
    en: 'The history tells of {thing}, which is not there any more: it may have been deleted in the database.',
  },
  'records.row_not_as_derived': {
    ja: '{thing}の今の内容が、もとになる記録と合いません（{fields}）。データベースで直接書き換えられたおそれがあります。',
    en: 'What {thing} says does not follow from what it comes from ({fields}): it may have been altered in the database.',
  },
} satisfies Readonly<Record<string, Sentence>>;

/** What follows from other rows, as a person calls it. */
export const derivedNames = {
  record: {
    ja: '文書 {id} の保存のしかた（簿冊・廃棄の停止から）',
    en: 'how record {id} is kept (from its folder and holds)',
  },
  folder: { ja: '簿冊 {id}（廃棄の停止から）', en: 'folder {id} (from its holds)' },
  boxed: { ja: '文書 {id} の紙の置き場', en: 'where the paper of record {id} lies' },
  judged: { ja: '開示請求の対象文書 {id} の判断', en: 'what was judged of document {id} of a request for disclosure' },
  redacted: { ja: '対象文書 {id} の墨消しした写し', en: 'the redacted copy of document {id}' },
  collected: { ja: '開示請求 {id} の対象文書', en: 'the documents of request for disclosure {id}' },
  asked: { ja: '開示請求 {id} で照会した課', en: 'the sections asked for request for disclosure {id}' },
  linked: {
    ja: '開示請求のための廃棄の停止 {id}',
    en: 'hold {id}, which lies for a request for disclosure',
  },
  listed: { ja: '廃棄・移管目録 {id} の内訳', en: 'what stands on disposal list {id}' },
} satisfies Readonly<Record<string, Sentence>>;
