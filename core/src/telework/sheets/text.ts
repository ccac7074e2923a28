import type { Texts } from '../../shared/index.ts';

/** What is said of the month's sheet, its confirming and its closing. */
export const sheetTexts = {
  'telework.sheet_not_found': {
    ja: '勤務表が見つからないか、あなたには閲覧の権限がありません。見られるのは、本人、その上司、人事担当です。',
    en: 'There is no such sheet, or you may not see it: only the person, their heads and personnel may.',
  },
  'telework.sheet_busy': {
    ja: '勤務表の計算が込み合っています。少し待ってから、もう一度お試しください。',
    en: 'Many sheets are being worked out. Please try again in a moment.',
  },
  'telework.sheet_personnel_only': {
    ja: 'この操作ができるのは人事担当だけです。',
    en: 'Only personnel can do this.',
  },
  'telework.sheet_month_open': {
    ja: '{month}はまだ終わっていません。最後の日の打刻ができなくなってから（翌月2日以降に）締めてください。',
    en: '{month} is not over yet. Close it from the 2nd of the month after, when its last day takes no more punches.',
  },
  'telework.sheet_closing_under_way': {
    ja: '{month}の締めを処理しています。終わるまで（1分ほど）お待ちください。',
    en: 'A closing of {month} is under way. Please wait until it is done (about a minute).',
  },
  'telework.sheet_nothing_to_close': {
    ja: '{month}に締める勤務表はありません。全員が締められています。',
    en: 'There is nothing to close for {month}: everybody is closed.',
  },
  'telework.sheet_unknown_unit': {
    ja: 'この所属は見つかりません。',
    en: 'There is no such unit.',
  },
  'telework.sheet_not_closed': {
    ja: 'この勤務表は締められていません。解除の必要はありません。',
    en: 'This sheet is not closed; there is nothing to unlock.',
  },
  'telework.sheet_stale': {
    ja: '勤務表の状態が変わっています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The sheet has changed since. This is its present state; please check again.',
  },
  'telework.sheet_CONFIRMED': { ja: '確認しました。', en: 'Confirmed.' },
  'telework.sheet_CHANGED': {
    ja: '表示のあとで勤務表が変わりました。内容を見直してから確認してください。',
    en: 'The sheet has changed since it was shown. Look again before you confirm it.',
  },
  'telework.sheet_BLOCKED': {
    ja: '先に片付けることが残っています：{why}。',
    en: 'Something must be settled first: {why}.',
  },
  'telework.sheet_NOT_OVER': {
    ja: 'この月はまだ終わっていません。月が終わってから確認してください。',
    en: 'This month is not over yet. Confirm it after its end.',
  },
  'telework.sheet_CLOSED': { ja: 'この月は締められています。', en: 'This month is closed.' },
  'telework.sheet_NOT_YOURS': {
    ja: '確認できるのは、この職員の上司だけです。',
    en: 'Only a head above this person can confirm it.',
  },
  'telework.sheet_unconfirmed': { ja: '上司の確認待ち', en: 'Waits for the boss' },
  'telework.sheet_confirmed_otherwise': {
    ja: '確認後に内容が変わった（再確認待ち）',
    en: 'Changed since it was confirmed (to be confirmed again)',
  },
  'telework.sheet_gap_BEFORE_START_ACT': {
    ja: '開始の打刻より{length}前の{time}に、決裁などの操作があります。',
    en: 'Acts in the suite at {time}, {length} before the start.',
  },
  'telework.sheet_gap_AFTER_END_ACT': {
    ja: '終了の打刻より{length}後の{time}に、決裁などの操作があります。',
    en: 'Acts in the suite at {time}, {length} after the end.',
  },
  'telework.sheet_gap_WITHOUT_PUNCHES_ACT': {
    ja: '打刻のない日の{time}に、決裁などの操作があります。',
    en: 'Acts in the suite at {time} on a day without punches.',
  },
  'telework.sheet_gap_BEFORE_START_PC': {
    ja: 'パソコンが、開始の打刻より{length}前の{time}から動いています。',
    en: 'The PC was on from {time}, {length} before the start.',
  },
  'telework.sheet_gap_AFTER_END_PC': {
    ja: 'パソコンが、終了の打刻より{length}後の{time}まで動いています。',
    en: 'The PC was on until {time}, {length} after the end.',
  },
  'telework.sheet_gap_WITHOUT_PUNCHES_PC': {
    ja: '打刻のない日に、パソコンが{time}から{length}動いています。',
    en: 'The PC was on from {time} for {length} on a day without punches.',
  },
  'telework.sheet_gap': { ja: '打刻と記録の差', en: 'Punches and other signs differ' },
  'telework.sheet_gap_explanation': {
    ja: '自己申告（打刻）と、このシステムでの本人の操作の時刻、人事担当が取り込んだパソコンの記録とを比べ、{minutes}分を超える違いだけを示します。内容は見ません。本人にも上司にも同じものが見えます。勤務時間は、本人の修正と上司の確認によってだけ変わります。',
    en: 'Punches are compared with the times of the person’s own acts in this system and with PC logs that personnel imported; only differences above {minutes} minutes are shown, never what was done. The person and the boss see the same. Hours change only by the person’s correction and the boss’s confirmation.',
  },
  'telework.sheet_statistics_hidden': {
    ja: '5人未満のため表示しません',
    en: 'Not shown: fewer than five people',
  },
  'telework.sheet_statistics_complement': {
    ja: 'ほかの課の数字（5人未満）が分かってしまうため表示しません',
    en: 'Not shown: the figures of another section (fewer than five people) would follow from it',
  },
  'telework.sheet_statistics_explanation': {
    ja: '実施率は、その月に一度でもテレワークをした職員の割合です。個人の順位は作りません。5人未満の数字と、引き算でそれが分かる数字は表示しません。',
    en: 'The rate is the share of staff who teleworked at least once in the month. Nobody is ranked. Figures of fewer than five people are not shown, nor those from which they could be worked out.',
  },
  'telework.sheet_statistics_rate': {
    ja: '{people}人のうち{teleworked}人（{percent}％）、延べ{days}日',
    en: '{teleworked} of {people} people ({percent} %), {days} days',
  },
  'telework.sheet_statistics_boss': {
    ja: '承認者の判断（規則上の指摘なし）',
    en: 'The approver’s decision (the rules had no remark)',
  },
  'telework.sheet_not_for_you': {
    ja: 'この統計を見られるのは、所属長、人事担当、総務担当、監査です。',
    en: 'Only heads of units, personnel, general affairs and auditors can see these statistics.',
  },
  'telework.sheet_import_columns': {
    ja: '見出しの列が足りません：{columns}。',
    en: 'The header lacks a column: {columns}.',
  },
  'telework.sheet_import_unknown': { ja: '「{value}」という職員はいません。', en: 'There is nobody called “{value}”.' },
  'telework.sheet_import_time': {
    ja: '「{value}」は日時として読めません。「2026-07-01 08:25」のように書いてください。',
    en: '“{value}” is no date and time. Write it like “2026-07-01 08:25”.',
  },
  'telework.sheet_import_order': {
    ja: '終わりが始まりより前か、48時間を超えています。',
    en: 'It ends before it begins, or is longer than 48 hours.',
  },
  'telework.sheet_import_number': {
    ja: '職員番号「{value}」が空か、画面に出ない文字を含むか、ほかの職員と同じです。',
    en: 'The staff number “{value}” is empty, holds signs that cannot be shown, or is somebody else’s.',
  },
  'telework.sheet_import_file': { ja: 'CSVのファイルを付けてください。', en: 'Please attach a CSV file.' },
  'telework.sheet_import_rows': {
    ja: 'CSVは{most}行までです。分けて取り込んでください。',
    en: 'A CSV may have {most} lines. Please import it in parts.',
  },
  'telework.sheet_chat_title': { ja: '{month}の勤務表（{state}）', en: 'Timesheet {month} ({state})' },
  'telework.sheet_chat_figures': {
    ja: '勤務{days}日　実働{worked}　時間外等{overtime}　テレワーク{telework}日',
    en: '{days} days worked, {worked}; beyond hours of duty {overtime}; {telework} days of telework',
  },
  'telework.sheet_chat_asked': { ja: '・{date}：{what}', en: '- {date}: {what}' },
  'telework.sheet_chat_more': { ja: '・ほか{count}件', en: '- and {count} more' },
  'telework.sheet_chat_people': {
    ja: '{month}の確認：待ち{waiting}人、片付けが先{blocked}人、済み{confirmed}人',
    en: 'To confirm for {month}: {waiting} waiting, {blocked} with something to settle first, {confirmed} done',
  },
  'telework.sheet_remind_head': {
    ja: '{month}の勤務表の確認をお願いします（{day}まで、{count}人）',
    en: 'Please confirm the sheets of {month} by {day} ({count|person|people})',
  },
  'telework.sheet_remind_done': {
    ja: '{month}の勤務表は、全員の確認が済んでいます。',
    en: 'Every sheet of {month} is confirmed.',
  },
  'telework.sheet_remind_personnel': {
    ja: '{month}の勤務表の確認が済んでいない所属長が{count}人います（期限 {day}）',
    en: '{count|head has|heads have} not confirmed sheets of {month} (due {day})',
  },
  'telework.sheet_remind_all_done': {
    ja: '{month}の勤務表は、全ての所属長の確認が済みました。',
    en: 'All heads have confirmed {month}.',
  },
  'telework.sheet_remind_line': { ja: '・{who}：{count}人', en: '- {who}: {count|person|people}' },
  'telework.sheet_remind_open': { ja: '勤務表を開く', en: 'Open the sheets' },
  'telework.sheet_chat_open': { ja: '勤務表を開く', en: 'Open the month' },
  'telework.sheet_chat_confirm': { ja: 'まとめて確認する', en: 'Confirm them together' },
  'telework.sheet_chat_person': { ja: '・{name}：{what}', en: '- {name}: {what}' },
  'telework.sheet_chat_need': { ja: '{words}{count}日', en: '{words} ({count|day|days})' },
  'telework.sheet_chat_nothing': { ja: '特になし', en: 'nothing to note' },
  'telework.sheet_chat_none': {
    ja: 'この月の勤務表はありません。職に就いている月の勤務表だけが作られます。',
    en: 'There is no sheet for this month: sheets are made for months in which you hold a post.',
  },
  'telework.sheet_chat_which': {
    ja: '月が読み取れません。「勤務表」「勤務表 先月」「勤務表 2026-07」のように送ってください。',
    en: 'Which month? Send “timesheet”, “timesheet last month” or “timesheet 2026-07”.',
  },
  'telework.sheet_state_OPEN': { ja: '未確認', en: 'not confirmed' },
  'telework.sheet_state_CONFIRMED': { ja: '確認済', en: 'confirmed' },
  'telework.sheet_state_CHANGED': { ja: '確認後に変更あり', en: 'changed since confirmed' },
  'telework.sheet_state_CLOSING': { ja: '締め処理中', en: 'being closed' },
  'telework.sheet_state_CLOSED': { ja: '締め済', en: 'closed' },
  'telework.sheet_state_CLOSED_CHANGED': { ja: '締め後に変更あり', en: 'changed since closed' },
} as const satisfies Texts;
