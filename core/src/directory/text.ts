import type { Texts } from '../shared/index.ts';

export const directoryTexts: Texts = {
  'directory.unknown_person': {
    ja: 'あなたは職員名簿に登録されていません。人事担当またはシステム管理者に、職員の取込みを依頼してください。',
    en: 'You are not in the staff directory. Ask personnel or the system administrator to import you.',
  },
  'directory.unknown_municipality': {
    ja: 'あなたの団体はこのサービスに登録されていません。',
    en: 'Your organisation is not registered with this service.',
  },
  'directory.no_post': {
    ja: 'あなたには今日有効な職がありません。人事担当に発令の登録を確かめてください。',
    en: 'You hold no post today. Ask personnel to check your appointment.',
  },
  'directory.csv_unreadable': {
    ja: '職の一覧（CSV）を読めません：{reason}',
    en: 'The CSV of posts cannot be read: {reason}',
  },
  'directory.csv_rows': {
    ja: '職の一覧（CSV）に誤りがあります。取り込みませんでした。{rows}',
    en: 'The CSV of posts has errors; nothing was imported. {rows}',
  },
};
