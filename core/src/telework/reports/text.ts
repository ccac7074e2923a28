import type { Texts } from '../../shared/index.ts';

/** What is said of 業務報告: refusals, and what stands in the chat. */
export const reportTexts = {
  'telework.report_stale': {
    ja: 'この日の報告は、ほかの画面で書き換えられています。最新の内容を表示しました。',
    en: 'The reports of this day have changed since. This is what they say now.',
  },
  'telework.report_not_yet': {
    ja: '実績はその日になってから、予定は7日前から報告できます。',
    en: 'A result is reported on its day or later, a plan at most seven days before.',
  },
  'telework.report_month_closed': {
    ja: 'この月は締め切られているため、報告を書き加えられません。必要なときは人事課に相談してください。',
    en: 'The month is closed, so nothing can be added to its reports. Please ask personnel if it must be.',
  },
  'telework.report_case_unknown': {
    ja: '関連する案件に、あなたが見られないものが含まれています。選び直してください。',
    en: 'One of the cases cannot be seen by you. Please choose again.',
  },
  'telework.report_not_found': {
    ja: '報告が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such report, or you may not see it.',
  },
  'telework.report_not_their_boss': {
    ja: '報告にコメントできるのは、その職員の上司だけです。',
    en: 'Only a superior of the person can comment on a report.',
  },
  'telework.reports_day': {
    ja: '日付は「2026-11-24」の形で指定してください。',
    en: 'Please give the day as 2026-11-24.',
  },
  'telework.reports_kind.PLAN': { ja: '予定', en: 'Plan' },
  'telework.reports_kind.RESULT': { ja: '実績', en: 'Result' },
  'telework.reports_card.title': { ja: '業務報告（{day}）', en: 'Report of {day}' },
  'telework.reports_card.of': { ja: '{name}さんの業務報告（{day}）', en: 'Report of {name}, {day}' },
  'telework.reports_card.plan': { ja: '今日の予定', en: 'Plan of the day' },
  'telework.reports_card.result': { ja: '行ったこと', en: 'What was done' },
  'telework.reports_card.tomorrow': { ja: '次に行うこと', en: 'What comes next' },
  'telework.reports_card.cases': { ja: '関連する案件', en: 'Cases' },
  'telework.reports_card.hidden_case': { ja: '（閲覧の権限がない案件）', en: '(a case that you may not see)' },
  'telework.reports_card.missing': { ja: '一行でよいので書いてください。', en: 'Please write a line.' },
  'telework.reports_card.send_plan': { ja: '予定を報告する', en: 'Report the plan' },
  'telework.reports_card.send_result': { ja: '実績を報告する', en: 'Report the result' },
  'telework.reports_card.correct_plan': { ja: '予定を直す', en: 'Correct the plan' },
  'telework.reports_card.correct_result': { ja: '実績を直す', en: 'Correct the result' },
  'telework.reports_card.from_request': {
    ja: '申請に書いた業務の予定を入れてあります。',
    en: 'Filled with the tasks of your application.',
  },
  'telework.reports_card.from_yesterday': {
    ja: '前回の報告から入れてあります。',
    en: 'Filled from your last report.',
  },
  'telework.reports_card.from_plan': { ja: '今日の予定を入れてあります。', en: 'Filled with the plan of the day.' },
  'telework.reports_card.summary': { ja: '業務報告（{day}）{state}', en: 'Report of {day} {state}' },
  'telework.reports_card.corrected': { ja: '（{count}回直しました）', en: '(corrected {count|time|times})' },
  'telework.reports_tone.SEEN': { ja: '確認しました', en: 'Seen' },
  'telework.reports_tone.THANKS': { ja: 'お疲れさまでした', en: 'Thank you' },
  'telework.reports_tone.WORDS': { ja: 'コメント', en: 'Comment' },
  'telework.reports_card.result_at_once': { ja: '実績を報告する', en: 'Report the result' },
  'telework.reports_card.remind_plan': {
    ja: '今日の予定の報告がまだです。直して押すだけで報告できます。',
    en: 'The plan of today has not been reported. Look it over and press.',
  },
  'telework.reports_card.remind_result': {
    ja: '実績の報告がまだで、今日が期限です。',
    en: 'The result has not been reported, and today is its last day.',
  },
  'telework.reports_comment.line': { ja: '{post} {name}：{text}', en: '{post} {name}: {text}' },
  'telework.reports_comment.write': { ja: 'コメントする', en: 'Comment' },
  'telework.reports_comment.field': { ja: 'コメント', en: 'Comment' },
  'telework.reports_boss.title': { ja: 'テレワークの状況（{day}）', en: 'Telework on {day}' },
  'telework.reports_boss.counts': {
    ja: '{people}人：開始 {started}、終了 {ended}、予定 {plans}、実績 {results}',
    en: '{people|person|people}: {started} started, {ended} ended, {plans} planned, {results} reported',
  },
  'telework.reports_boss.late': { ja: '遅れ：{names}', en: 'Late: {names}' },
  'telework.reports_boss.late_results': { ja: '実績の報告がまだ：{names}', en: 'Result not reported: {names}' },
  'telework.reports_boss.line': { ja: '{name}　{state}{reports}', en: '{name}: {state}{reports}' },
  'telework.reports_boss.more': { ja: 'ほか {count} 人', en: '{count} more' },
  'telework.reports_boss.nobody': {
    ja: '今日、部下にテレワークの人はいません。',
    en: 'Nobody below you teleworks today.',
  },
  'telework.reports_state.NOT_STARTED': { ja: '開始前', en: 'not started' },
  'telework.reports_state.LATE': { ja: '開始がまだ', en: 'not started, late' },
  'telework.reports_state.WORKING': { ja: '{at} 開始', en: 'since {at}' },
  'telework.reports_state.PAUSED': { ja: '{at} 中断', en: 'paused at {at}' },
  'telework.reports_state.RESUMED': { ja: '{at} 再開', en: 'resumed at {at}' },
  'telework.reports_state.ENDED': { ja: '{at} 終了', en: 'ended at {at}' },
  'telework.reports_state.UNCONFIRMED_END': { ja: '終了が未確認', en: 'end not confirmed' },
  'telework.reports_list.open': { ja: '報告を読む', en: 'Read the reports' },
} as const satisfies Texts;
