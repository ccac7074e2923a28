import type { Texts } from '../../shared/index.ts';

export const importTexts = {
  'records.import_not_yours': {
    ja: '旧台帳を取り込めるのは総括文書管理者です。',
    en: 'Only the chief records manager may import old ledgers.',
  },
  'records.import_too_large': {
    ja: 'ファイルが大きすぎます。年度ごとに分けてください（50 MB、20万行まで）。',
    en: 'The file is too large. Split it by year (at most 50 MB and 200,000 rows).',
  },
  'records.import_too_many': {
    ja: '行が多すぎます。年度ごとに分けてください（20万行まで）。',
    en: 'There are too many rows. Split the file by year (at most 200,000).',
  },
  'records.import_damaged': {
    ja: 'Excel ファイルが壊れています。Excel で開いて保存し直してください。',
    en: 'The Excel file is damaged. Open it in Excel and save it again.',
  },
  'records.import_old_excel': {
    ja: '古い形式かパスワード付きの Excel です。Excel で開き、パスワードを外して .xlsx か CSV で保存し直してください。',
    en: 'This is an old Excel file or one with a password. Save it as .xlsx or CSV without a password.',
  },
  'records.import_not_a_table': {
    ja: '表として読めるシートがありません。Excel（.xlsx）か CSV を選んでください。',
    en: 'It holds no sheet that can be read. Choose an Excel book (.xlsx) or a CSV file.',
  },
  'records.import_unreadable': {
    ja: '読めない文字が{damaged}か所あります。文字コードを UTF-8 か Shift_JIS にして保存し直してください。',
    en: 'So many signs cannot be read: {damaged}. Save the file as UTF-8 or Shift_JIS.',
  },
  'records.import_no_head': {
    ja: '見出しの行が見つかりません。「番号」「日付」「件名」の列が要ります（初めの10行以内）。',
    en: 'No line of heads was found. The columns 番号, 日付 and 件名 are needed, within the first ten lines.',
  },
  'records.import_empty': { ja: '見出しの下に行がありません。', en: 'There is no row below the heads.' },
  'records.import_has_errors': {
    ja: '誤りのある行が{count}か所あるため、1行も取り込んでいません。直してからもう一度選んでください。',
    en: 'There are {count} errors, so nothing was imported. Mend them and choose the file again.',
  },
  'records.import_missing': { ja: '入力がありません。', en: 'It is empty.' },
  'records.import_bad_day': {
    ja: '「{text}」は日付として読めません（例：令和元年5月1日、H31.4.1、R1/5/1、2023-04-01）。',
    en: 'The text “{text}” is no day (for example 令和元年5月1日, H31.4.1, R1/5/1, 2023-04-01).',
  },
  'records.import_bad_year': {
    ja: '「{text}」は年度として読めません（例：令和5年度、R5、2023）。',
    en: 'The text “{text}” is no fiscal year (for example 令和5年度, R5, 2023).',
  },
  'records.import_bad_number': {
    ja: '「{text}」は番号として読めません（例：政第12号、12、政第12号の2）。',
    en: 'The text “{text}” is no number (for example 政第12号, 12, 政第12号の2).',
  },
  'records.import_no_symbol': {
    ja: '記号がありません。「政第12号」のように書くか、「記号」の列を入れてください。',
    en: 'The symbol is missing. Write 政第12号, or add a column 記号.',
  },
  'records.import_twice': {
    ja: '{number}が{other}行目にもあります。枝番を付けるか、どちらかを直してください。',
    en: 'The number {number} stands in line {other} too. Add a branch, or mend one of them.',
  },
  'records.import_taken': {
    ja: '{number}はすでに別の文書に登録されています（{title}）。',
    en: 'The number {number} stands in the register already ({title}).',
  },
  'records.import_overlaps': {
    ja: '「{symbol}」{year}の番号は、ここですでに取られています。{highest}号までの旧台帳とは続けられません。',
    en: 'Numbers of {symbol} of {year} were taken here already; the old ledger up to {highest} cannot come before them.',
  },
  'records.import_unknown_direction': {
    ja: '区分「{text}」が分かりません。記号から判断します。',
    en: 'The kind “{text}” is not known; it is taken from the symbol.',
  },
  'records.import_year_differs': {
    ja: '年度と日付が2年以上離れています。',
    en: 'The fiscal year and the day are more than a year apart.',
  },
} as const satisfies Texts;
