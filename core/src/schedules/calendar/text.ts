import type { Texts } from '../../shared/index.ts';

export const calendarTexts = {
  'schedules.graph_not_permitted': {
    ja: 'Outlook の予定表を読む許可がありません。システム管理者に「予定表の設定」を確かめてもらってください。',
    en: 'This app may not read Outlook calendars. Ask a system administrator to check its permissions.',
  },
  'schedules.graph_gone': {
    ja: 'Outlook にその予定表（または予定）がありません。',
    en: 'There is no such calendar, or event, in Outlook.',
  },
  'schedules.graph_address_unreachable': {
    ja: 'Microsoft 365 から変更の通知先に届きません。システム管理者に公開アドレスを確かめてもらってください。',
    en: 'Microsoft 365 cannot reach the address for news of changes. Ask a system administrator to check it.',
  },
  'schedules.graph_strange_answer': {
    ja: 'Outlook の予定表から思いがけない答えがありました。時間をおいて、もう一度お試しください。',
    en: 'Outlook gave an unexpected answer. Try again later.',
  },
} satisfies Texts;
