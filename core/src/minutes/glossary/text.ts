import type { Texts } from '../../shared/index.ts';

/** Sentences about the 用語集. */
export const glossaryTexts: Texts = {
  'minutes.glossary_not_yours': {
    ja: '市全体の用語を登録できるのは、総務の担当、総括文書管理者、システム管理者です。会議体の用語は、その事務局（規程に定めがなければ会議を所管する課）の職員と記録者も登録できます。',
    en: 'Terms of the whole city are kept by general affairs, the chief records manager and the administrator; those of a body also by its secretariat (by the sections that hold its meetings, where the rules name none) and its recorders.',
  },
  'minutes.term_not_found': {
    ja: 'その用語は、もう用語集にありません。',
    en: 'This term is no longer in the glossary.',
  },
  'minutes.term_stale': {
    ja: 'ほかの人が先にこの用語を直しました。いまの内容を確かめてから、もう一度操作してください。',
    en: 'Somebody else has changed this term meanwhile. Please look at it as it is now and try again.',
  },
  'minutes.term_there': {
    ja: '「{written}」は、もう登録されています。',
    en: '“{written}” is in the glossary already.',
  },
  'minutes.heard_taken': {
    ja: '「{heard}」は、もう「{written}」の誤認識として登録されています。1つの書き方を2通りに直すことはできません。',
    en: '“{heard}” is put right to “{written}” already. One writing cannot become two spellings.',
  },
  'minutes.heard_is_term': {
    ja: '「{heard}」は正しい表記として登録されているため、誤認識にはできません。',
    en: '“{heard}” is itself the right spelling of a term and cannot be put right to another.',
  },
  'minutes.glossary_full': {
    ja: '用語集は{most}語までです。使わない用語を除いてください。',
    en: 'The glossary holds at most {most} terms. Please remove some that are not needed.',
  },
  'minutes.glossary_file_empty': { ja: 'ファイルが空です。', en: 'The file is empty.' },
  'minutes.glossary_file_too_large': {
    ja: 'ファイルが大きすぎます。{most}MBまで取り込めます。',
    en: 'The file is too large: at most {most} MB.',
  },
  'minutes.glossary_csv_no_column': {
    ja: '列「{column}」がありません。1行目に列の名前が必要です。',
    en: 'The column “{column}” is missing. Line 1 must name the columns.',
  },
  'minutes.glossary_csv_broken': {
    ja: '読めません。文字コード、列の数、引用符（"）を確かめてください。',
    en: 'It cannot be read. Please check the encoding, the number of columns and the quotation marks.',
  },
  'minutes.glossary_csv_empty': { ja: '用語が1行もありません。', en: 'There is no line with a term.' },
  'minutes.glossary_csv_wrong': {
    ja: '「{column}」の値「{value}」が正しくありません。',
    en: 'The value “{value}” of “{column}” is not right.',
  },
  'minutes.glossary_csv_not_yours': {
    ja: 'この範囲の用語は、あなたには登録できません。',
    en: 'You may not keep terms of this scope.',
  },
  'minutes.glossary_csv_full': {
    ja: '用語集は{most}語までです。',
    en: 'The glossary holds at most {most} terms.',
  },
  'minutes.glossary_not_in_shift_jis': {
    ja: 'Shift_JISにない文字があります（{signs}）。UTF-8で書き出してください。',
    en: 'Shift_JIS lacks some of the signs ({signs}). Please export as UTF-8.',
  },
};
