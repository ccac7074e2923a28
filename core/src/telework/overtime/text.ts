import type { Texts } from '../../shared/index.ts';

export const overtimeTexts = {
  'telework.overtime_from_missing': {
    ja: '勤務の日ではないため、何時からかも入力してください。',
    en: 'Nothing is to be worked on this day: say from when as well.',
  },
  'telework.overtime_too_long': {
    ja: '時間が正しくありません。終わりは始まりより後で、24時間以内にしてください。',
    en: 'The times are not right: the end must come after the start, within 24 hours.',
  },
  'telework.overtime_within_duty': {
    ja: '正規の勤務時間と重なっています。時間外の部分だけを入力してください。',
    en: 'This overlaps with the hours of duty. Give only the time beyond them.',
  },
  'telework.overtime_month_closed': {
    ja: 'その月の勤務表は締め切られています。人事課に相談してください。',
    en: 'The sheet of that month is closed. Please ask personnel.',
  },
  'telework.overtime_too_far': {
    ja: '1年より先の時間外勤務は、まだ申請できません。',
    en: 'Overtime more than a year ahead cannot be asked for yet.',
  },
  'telework.overtime_afterwards': {
    ja: '過ぎた日の時間外勤務です。働いた時間は記録のとおり数えられ、所属長が事後に確認します。',
    en: 'The day is over. What was worked counts as recorded; your head confirms it afterwards.',
  },
  'telework.overtime_month': {
    ja: '今回を含む当月の時間外勤務：{hours}時間',
    en: 'Overtime of this month with this one: {hours} hours',
  },
  'telework.overtime_not_below': {
    ja: '時間外勤務を命じ、又は確認できるのは、その人の上司だけです。',
    en: 'Only a head above somebody orders or confirms their overtime.',
  },
  'telework.overtime_order_past': {
    ja: '過ぎた日には命令を出せません。働いた分は事後確認をしてください。',
    en: 'An order is given beforehand. For a day that is over, confirm what was worked.',
  },
  'telework.overtime_not_decider': {
    ja: 'この時間外勤務を命じる権限は{who}にあります（{article}）。本人から申請してもらってください。',
    en: 'This order is for {who} to give ({article}). Have the person apply for it.',
  },
  'telework.overtime_not_planned': {
    ja: 'この命令を誰が出せるかを規則から決められません。本人から申請してもらってください。',
    en: 'The regulations do not say who gives this order. Have the person apply for it.',
  },
  'telework.overtime_not_found': {
    ja: 'その時間外勤務が見つからないか、あなたには見る権限がありません。',
    en: 'There is no such overtime, or you may not see it.',
  },
  'telework.overtime_not_over': {
    ja: 'まだ終わっていない時間外勤務は確認できません。',
    en: 'What is not over yet cannot be confirmed.',
  },
  'telework.overtime_not_approved': {
    ja: '命令のない申請中の時間外勤務です。先に承認か差戻しをしてください。',
    en: 'It was asked for and not ordered yet. Approve it or send it back first.',
  },
  'telework.overtime_overlaps': {
    ja: '{date}の同じ時間に、休暇か別の時間外勤務が入っています。',
    en: 'Leave or other overtime is booked for the same time on {date}.',
  },
  'telework.overtime_stale': {
    ja: '時間外勤務の状態が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'It has changed since. This is its present state; please check again.',
  },
  'telework.overtime_form_title': { ja: '時間外勤務の命令を求める', en: 'Ask for an overtime order' },
  'telework.overtime_form_from': { ja: '何時から（空なら終業から）', en: 'From (empty: from the end of duty)' },
  'telework.overtime_form_reason': { ja: '用務', en: 'What for' },
  'telework.overtime_form_reason_missing': { ja: '用務を入力してください。', en: 'Please say what for.' },
  'telework.overtime_so_far': {
    ja: '今月 {month}時間、年度 {year}時間（申請中を含む）',
    en: 'This month {month} hours, this fiscal year {year} hours, asked for included',
  },
  'telework.overtime_waiting': {
    ja: '事後確認を待つ時間外勤務：{count}件',
    en: 'Overtime that waits for your confirmation: {count}',
  },
  'telework.overtime_more': { ja: 'ほか{count}件', en: '{count} more' },
  'telework.overtime_tab': { ja: 'まとめて確認する', en: 'Confirm them together' },
  'telework.overtime_unordered': { ja: '命令なし（打刻による）', en: 'no order (by the punches)' },
  'telework.overtime_confirm_open': { ja: '確認する', en: 'Confirm' },
  'telework.overtime_confirm': { ja: 'この時間で確認', en: 'Confirm these times' },
  'telework.overtime_not_worked': { ja: '勤務なし', en: 'Not worked' },
  'telework.overtime_confirmed': { ja: '確認しました。', en: 'Confirmed.' },
  'telework.overtime_worked_from': { ja: '何時から', en: 'From' },
  'telework.overtime_worked_to': { ja: '何時まで', en: 'To' },
  'telework.overtime_told_ORDERED': { ja: '時間外勤務を命じられました', en: 'Overtime was ordered' },
  'telework.overtime_told_CONFIRMED': { ja: '時間外勤務が確認されました', en: 'Your overtime was confirmed' },
  'telework.overtime_told_NOT_WORKED': {
    ja: '時間外勤務は「勤務なし」と確認されました',
    en: 'Your overtime was confirmed as not worked',
  },
  'telework.overtime_told_when': { ja: '日時', en: 'When' },
  'telework.overtime_told_by': { ja: '上司', en: 'By' },
  'telework.overtime_told_note': { ja: '備考', en: 'Note' },
} as const satisfies Texts;
