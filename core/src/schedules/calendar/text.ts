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
  'schedules.title_leave': { ja: '休暇', en: 'Leave' },
  'schedules.title_trip': { ja: '出張', en: 'Trip' },
  'schedules.title_home': { ja: '在宅勤務', en: 'Working at home' },
  'schedules.title_satellite': { ja: 'サテライト勤務', en: 'Working at a satellite office' },
  'schedules.title_mobile': { ja: 'モバイル勤務', en: 'Working on the move' },
  'schedules.title_out': { ja: '外出', en: 'Out' },
  'schedules.title_direct_home': { ja: '外出（直帰）', en: 'Out, not coming back' },
  'schedules.entry_ends_before': {
    ja: '終わりの時刻は、始まりより後にしてください。',
    en: 'An entry must end after it begins.',
  },
  'schedules.entry_whole_days': {
    ja: '終日の予定は、日付の始まり（0時）から終わりの日の翌日の0時までで入れてください。',
    en: 'An entry of whole days goes from midnight to midnight.',
  },
  'schedules.entry_far': {
    ja: '予定は、前後5年以内で、400日までの長さで入れてください。',
    en: 'An entry lies within five years and lasts at most 400 days.',
  },
  'schedules.entry_not_yours': {
    ja: 'ほかの職員の予定表には入れられません。入れられるのは本人と、特別職の秘書です。',
    en: 'You cannot write into this calendar: only its owner can, and of executives their secretaries.',
  },
  'schedules.entry_unknown': {
    ja: 'この予定はありません。もう消されたのかもしれません。画面を開き直してください。',
    en: 'There is no such entry. It may have been removed. Open the page again.',
  },
  'schedules.entry_of_booking': {
    ja: 'これは会議の予約から入った予定です。予約のほうを変えるか取り消してください。',
    en: 'This entry comes from a booking. Change or cancel the booking.',
  },
  'schedules.entry_stale': {
    ja: 'この予定はその間に変わりました。新しい内容を確かめて、もう一度操作してください。',
    en: 'This entry has changed meanwhile. Look at it as it is now and try again.',
  },
  'schedules.unit_unknown': {
    ja: 'この所属は今日の組織にありません。所属を選び直してください。',
    en: 'There is no such unit today. Choose another.',
  },
  'schedules.people_unreadable': {
    ja: '職員の指定が読み取れません。職員は{most}人までで選び直してください。',
    en: 'The chosen people cannot be read. Choose at most {most}.',
  },
  'schedules.health_not_yours': {
    ja: '予定表の同期の状態を見られるのは、システム管理者です。',
    en: 'Only a system administrator may see how calendars are followed.',
  },
  'schedules.facts_missing': {
    ja: '予定の記録に欠けている行があります。',
    en: 'Lines of the record of schedules are missing.',
  },
} satisfies Texts;
