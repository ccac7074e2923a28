import type { Texts } from '@kaigi/core/shared';

export const jobsTexts: Texts = {
  'people.csv_unreadable': {
    ja: '職の一覧（CSV）を読み込めません：{where}',
    en: 'The CSV of posts cannot be loaded: {where}',
  },
  'people.nobody_found': {
    ja: 'Microsoft 365 に職員が 1 人も見つからないため、取り込みをやめました。User.Read.All の許可を確かめてください。',
    en: 'Microsoft 365 names no person at all, so nothing was imported. Check the permission User.Read.All.',
  },
  'people.install_later': {
    ja: 'アプリの配布の一部を、あとでもう一度試します。',
    en: 'Part of the installation is tried again later.',
  },
};
