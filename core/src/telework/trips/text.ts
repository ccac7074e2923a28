import type { Texts } from '../../shared/index.ts';

export const tripTexts = {
  'telework.trip_times': {
    ja: '帰着は出発より後で、{most}日以内にしてください。',
    en: 'The return must come after the departure, within {most} days.',
  },
  'telework.trip_month_closed': {
    ja: 'その月の勤務表は締め切られています。人事課に相談してください。',
    en: 'The sheet of that month is closed. Please ask personnel.',
  },
  'telework.trip_too_far': {
    ja: '1年より先の出張は、まだ申請できません。',
    en: 'A trip more than a year ahead cannot be asked for yet.',
  },
  'telework.trip_late_reason': {
    ja: '当日又は過ぎた日の出張は、事前に申請できなかった理由を書いてください。',
    en: 'For a trip of today or one that is over, say why it was not asked for before.',
  },
  'telework.trip_late': {
    ja: '当日又は過ぎた日の出張です（事後の申請）。',
    en: 'The trip begins today or is over (asked for afterwards).',
  },
  'telework.trip_report_after': {
    ja: '帰着後は、復命をしてください。終わった翌日の朝にお知らせします。',
    en: 'Report on the trip afterwards; you will be asked on the morning after it.',
  },
  'telework.trip_form_title': { ja: '出張を申請する', en: 'Apply for a trip' },
  'telework.trip_form_lead': {
    ja: '外国への出張と旅費の見込みは、タブから入力してください。',
    en: 'For trips abroad, and to say what it costs, use the tab.',
  },
  'telework.trip_form_destination': { ja: '用務先', en: 'Where to' },
  'telework.trip_form_destination_missing': { ja: '用務先を入力してください。', en: 'Please say where to.' },
  'telework.trip_form_purpose': { ja: '用務', en: 'What for' },
  'telework.trip_form_purpose_missing': { ja: '用務を入力してください。', en: 'Please say what for.' },
  'telework.trip_form_until': { ja: '帰着の日（泊まるとき）', en: 'Day of return (with nights)' },
  'telework.trip_form_returns': { ja: '帰り', en: 'Return' },
  'telework.trip_form_reason': { ja: '備考（当日・事後のときは理由）', en: 'Remarks (why, when it comes late)' },
  'telework.trip_returns_OFFICE': { ja: '帰庁', en: 'Back to the office' },
  'telework.trip_returns_HOME': { ja: '直帰', en: 'Straight home' },
  'telework.trip_report_not_yours': { ja: '復命は、出張した本人がします。', en: 'Whoever travelled reports on it.' },
  'telework.trip_not_over': {
    ja: '命令された出張が終わってから復命してください。',
    en: 'Report on an ordered trip once it is over.',
  },
  'telework.trip_report_stale': {
    ja: '復命の状態が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The report has changed since. This is its present state; please check again.',
  },
  'telework.trip_report_NOT_YET': {
    ja: '出張（{destination}）：終わってから復命します',
    en: 'Trip ({destination}): not over',
  },
  'telework.trip_report_WAITS': {
    ja: '出張（{destination}）の復命をお願いします',
    en: 'Please report on your trip ({destination})',
  },
  'telework.trip_report_REPORTED': { ja: '出張（{destination}）：復命しました', en: 'Trip ({destination}): reported' },
  'telework.trip_report_text': { ja: '復命事項', en: 'Report' },
  'telework.trip_report_text_missing': { ja: '復命事項を入力してください。', en: 'Please write the report.' },
  'telework.trip_report_send': { ja: '復命する', en: 'Report' },
  'telework.trip_report_open': { ja: '案件を開く', en: 'Open the case' },
} as const satisfies Texts;
