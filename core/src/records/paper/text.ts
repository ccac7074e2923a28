import type { Texts } from '../../shared/index.ts';

export const paperTexts = {
  'records.place_not_yours': {
    ja: '書庫と棚を加えられるのは、総括文書管理者と文書主任です。',
    en: 'Stores and shelves are added by the chief records manager and records officers.',
  },
  'records.place_taken': { ja: '同じ書庫と棚がすでにあります。', en: 'There is such a shelf already.' },
  'records.place_not_found': { ja: '棚が見つかりません。一覧から選び直してください。', en: 'There is no such shelf.' },
  'records.box_not_yours': {
    ja: 'この箱を扱えるのは、その課の文書主任と総括文書管理者です。',
    en: 'This box is kept by the section’s records officer and the chief records manager.',
  },
  'records.box_not_found': { ja: '箱が見つかりません。', en: 'There is no such box.' },
  'records.box_stale': {
    ja: '箱の置き場所がほかの人の操作で変わりました。確かめて、もう一度操作してください。',
    en: 'Somebody has moved the box meanwhile. Look at it and do this again.',
  },
  'records.box_number_unread': {
    ja: '番号は「政第12号」のように入力してください。',
    en: 'Give the number as it stands on the paper, like 政第12号.',
  },
  'records.box_number_not_found': {
    ja: 'その年度にその番号の文書はありません（または、あなたには見られません）。',
    en: 'No document of that year has this number, or you may not see it.',
  },
  'records.box_lent': { ja: 'この箱は{name}さんに貸し出しています。', en: 'This box is with {name}.' },
  'records.loan_due': {
    ja: '返却日は、今日から1年以内の日を入力してください。',
    en: 'The day of return lies within a year from today.',
  },
  'records.loan_not_found': { ja: '貸出しが見つかりません。', en: 'There is no such loan.' },
  'records.loan_not_yours': {
    ja: '返却を記録できるのは、借りた人、課の文書主任、総括文書管理者です。',
    en: 'A return is recorded by the borrower, the records officer or the chief records manager.',
  },
} as const satisfies Texts;
