import type { Texts } from '../../shared/index.ts';

/** What is said of terms of work and rosters. */
export const hoursTexts = {
  'telework.person_unknown': {
    ja: 'この職員が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such person, or you may not look at their working time.',
  },
  'telework.terms_not_yours': {
    ja: '勤務パターンと勤務割を入れられるのは人事担当だけです。',
    en: 'Only personnel sets work patterns and rosters.',
  },
  'telework.terms_stale': {
    ja: '勤務パターンが変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The work pattern has changed since. This is its present state; please check again.',
  },
  'telework.terms_unknown_pattern': {
    ja: '「{value}」は、この市の規程にない勤務パターンか任用の種別です。',
    en: '“{value}” is no work pattern and no kind of employment of this city.',
  },
  'telework.hours_csv_unreadable': {
    ja: 'CSV が読めません。列の名前と文字コード（UTF-8 か Shift_JIS）を確かめてください。',
    en: 'The CSV file cannot be read. Check its columns and its encoding (UTF-8 or Shift_JIS).',
  },
  'telework.hours_csv_rows': {
    ja: 'CSV の{count}行に誤りがあります。何も取り込んでいません。直してから、もう一度取り込んでください。',
    en: 'There are mistakes in {count|line|lines} of the CSV file. Nothing was taken over.',
  },
  'telework.month_closed': {
    ja: '{month}は締められています。直すには、人事担当に締めの解除を頼んでください。',
    en: '{month} is closed. Ask personnel to open it again.',
  },
} as const satisfies Texts;
