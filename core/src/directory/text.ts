import { type Locale, say, type Texts } from '../shared/index.ts';
import { absenceTexts } from './absence/text.ts';
import { CsvProblemSchema } from './contract.ts';
import { rehearsalTexts } from './rehearsal/text.ts';

export const directoryTexts: Texts = {
  ...rehearsalTexts,
  ...absenceTexts,
  'directory.unknown_person': {
    ja: 'あなたは職員名簿に登録されていません。人事担当またはシステム管理者に、職員の取込みを依頼してください。',
    en: 'You are not in the staff directory. Ask personnel or the system administrator to import you.',
  },
  'directory.unknown_municipality': {
    ja: 'あなたの団体はこのサービスに登録されていません。',
    en: 'Your organisation is not registered with this service.',
  },
  'directory.no_such_day': {
    ja: '「{day}」という日はありません。',
    en: 'There is no day {day}.',
  },
  'directory.no_post': {
    ja: 'あなたには今日有効な職がありません。人事担当に発令の登録を確かめてください。',
    en: 'You hold no post today. Ask personnel to check your appointment.',
  },
  'directory.csv_unreadable': {
    ja: '職の一覧（CSV）を読めません。取り込みませんでした。',
    en: 'The CSV of posts cannot be read; nothing was imported.',
  },
  'directory.csv_rows': {
    ja: '職の一覧（CSV）に {count} 件の誤りがあります。取り込みませんでした。',
    en: 'The CSV of posts has errors ({count}); nothing was imported.',
  },
  'directory.csv.missing_column': {
    ja: '列「{column}」がありません。1 行目に列の名前が必要です。',
    en: 'The column "{column}" is missing. Line 1 must name the columns.',
  },
  'directory.csv.broken_line': {
    ja: '{line} 行目：読めません。列の数と引用符（"）を確かめてください。',
    en: 'Line {line}: cannot be read. Check the number of columns and the quotation marks.',
  },
  'directory.csv.no_lines': {
    ja: '職が 1 行もありません。取り込むとすべての職が終わるため、受け付けません。',
    en: 'There is no line with a post. Importing it would end every post, so it is refused.',
  },
  'directory.csv.empty': {
    ja: '{line} 行目：「{column}」が空です。',
    en: 'Line {line}: "{column}" is empty.',
  },
  'directory.csv.wrong_value': {
    ja: '{line} 行目：「{column}」の値「{value}」が正しくありません。',
    en: 'Line {line}: the value "{value}" of "{column}" is not right.',
  },
  'directory.csv.no_such_unit': {
    ja: '{line} 行目：「{column}」の「{value}」を所属コードとする行がありません。',
    en: 'Line {line}: no line has the unit code "{value}" that "{column}" names.',
  },
  'directory.csv.in_a_circle': {
    ja: '{line} 行目：「{column}」の「{value}」から上へたどると、もとの所属に戻ります。',
    en: 'Line {line}: going up from "{value}" in "{column}" leads back to the same unit.',
  },
  'directory.csv.contradicts': {
    ja: '{line} 行目：「{column}」の値「{value}」が、同じコード・同じ開始日の前の行と違います。',
    en: 'Line {line}: the value "{value}" of "{column}" differs from an earlier line with the same code and start.',
  },
};

const SAID = 20;

/**
 * What a refusal of the CSV lists, sentence by sentence in the reader's language.
 * @param rows the `present` of any refusal; of others nothing is said.
 */
export function directorySentences(rows: unknown, locale: Locale): string[] {
  const read = CsvProblemSchema.array().safeParse(rows);
  if (!read.success) return [];
  const sentences = read.data.map(({ line, column, value, code }) => {
    const params = { line, value, column: column ?? '' };
    return say(directoryTexts, `directory.csv.${code}`, locale, params) ?? code;
  });
  return sentences.length > SAID ? [...sentences.slice(0, SAID), '…'] : sentences;
}
