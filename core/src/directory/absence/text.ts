import type { Texts } from '../../shared/index.ts';

export const absenceTexts: Texts = {
  'directory.absence.MANUAL': { ja: '{by}の入力', en: 'Typed by {by}' },
  'directory.absence.LEAVE': { ja: '休暇の承認', en: 'Leave was granted' },
  'directory.absence.TRIP': { ja: '出張の命令', en: 'A business trip was ordered' },
  'directory.absence.GRAPH_AUTOMATIC_REPLY': {
    ja: 'Outlook の自動応答（不在）',
    en: 'Automatic replies are on in Outlook',
  },
  'directory.absence.GRAPH_CALENDAR': {
    ja: 'Outlook の予定表の「外出中」',
    en: 'The Outlook calendar says "out of office"',
  },
  'directory.absence.GRAPH_PRESENCE': {
    ja: 'Teams の在席状況の「外出中」',
    en: 'Teams shows the person as out of office',
  },
  'directory.absence.with_note': { ja: '{how}：{note}', en: '{how}: {note}' },
  'directory.absence.confirmed': { ja: '{how}（{time} に確認）', en: '{how} (seen {time})' },
  'directory.absence.stale': {
    ja: '{how}（{time} に確認。その後は確認できていません）',
    en: '{how} (last seen {time}; it could not be checked since)',
  },
  'directory.absence_source.GRAPH_AUTOMATIC_REPLY': { ja: 'Outlook の自動応答', en: 'Automatic replies in Outlook' },
  'directory.absence_source.GRAPH_CALENDAR': { ja: 'Outlook の予定表', en: 'Calendars in Outlook' },
  'directory.absence_source.GRAPH_PRESENCE': { ja: 'Teams の在席状況', en: 'Presence in Teams' },
  'directory.absence_read': { ja: '{source}：{time} に確認しました。', en: '{source}: read {time}.' },
  'directory.absence_read_in_part': {
    ja: '{source}：{time} に確認しました。{count} 人は読めませんでした。',
    en: '{source}: read {time}; {count} people could not be read.',
  },
  'directory.absence_never_read': {
    ja: '{source}：まだ確認していません。不在は手で入力してください。',
    en: '{source}: not read yet. Please type absences by hand.',
  },
  'directory.absence_unread_since': {
    ja: '{source}：{time} の確認が最後です。{problem}不在は手で入力してください。',
    en: '{source}: last read {time}. {problem} Please type absences by hand.',
  },
  'directory.absence_problem.graph_busy': {
    ja: 'Microsoft 365 が応答しません。',
    en: 'Microsoft 365 does not answer.',
  },
  'directory.absence_problem.not_permitted': {
    ja: '読み取りが許可されていません。システム管理者に確かめてください。',
    en: 'Reading it is not permitted; ask the system administrator.',
  },
  'directory.absence_problem.strange_answer': {
    ja: 'Microsoft 365 から思いがけない応答がありました。',
    en: 'Microsoft 365 gave an unexpected answer.',
  },
  'directory.absence_not_found': {
    ja: '不在の記録が見つからないか、あなたには取り消せません。',
    en: 'There is no such absence, or you may not cancel it.',
  },
  'directory.absence_unknown_person': {
    ja: '職員が見つからないか、あなたはその人の不在を入力できません。入力できるのは、本人、上司、人事担当、部長以上の人の秘書です。',
    en: 'No such person, or you may not enter their absence. The person, the heads above, personnel, and the secretary of department heads and above may.',
  },
  'directory.absence_ends_before': {
    ja: '終わりの時刻は、始まりと今よりあとにしてください。',
    en: 'The end must be later than the start and than now.',
  },
  'directory.absence_too_long': {
    ja: '不在の期間は 1 年以内にしてください。',
    en: 'An absence may last one year at most.',
  },
  'directory.absence_far': {
    ja: '始まりは、31 日前から 1 年先までの間にしてください。',
    en: 'The start must lie between 31 days ago and one year ahead.',
  },
  'directory.absence_of_its_source': {
    ja: '休暇・出張による不在です。休暇・出張の取消しで消えます。',
    en: 'This absence comes from leave or a trip, and ends when that is cancelled.',
  },
  'directory.absence_not_typed': {
    ja: '手で入力した不在ではありません。Outlook や Teams の側で直してください。',
    en: 'This was not typed here; change it in Outlook or Teams.',
  },
  'directory.absence_not_begun': {
    ja: 'まだ始まっていない不在です。終えるのではなく、取り消してください。',
    en: 'It has not begun yet: cancel it instead of ending it.',
  },
  'directory.absence_command.nobody': {
    ja: 'あなたの所属と上司に、いま分かっている不在はありません。',
    en: 'Nobody in your unit or above you is known to be away.',
  },
  'directory.absence_command.never_read': {
    ja: 'Microsoft 365 からは、まだ確かめていません。不在は手で入力してください。',
    en: 'Microsoft 365 has not been read yet. Please type absences by hand.',
  },
  'directory.absence_command.line': {
    ja: '{who}：{from} から {until} まで（{statement}）',
    en: '{who}: from {from} until {until} ({statement})',
  },
  'directory.absence_command.line_open': {
    ja: '{who}：{from} から（{statement}）',
    en: '{who}: from {from} ({statement})',
  },
  'directory.absence_command.more': { ja: 'ほか {count} 件', en: 'and {count} more' },
  'directory.absence_command.how': {
    ja: '自分の不在を入れるには「不在 今日」「不在 17:30まで」「不在 11/28から12/2まで 出張」のように、取り消すには「不在 取消」と入力してください。テレワークは不在ではありません。',
    en: 'Type “away today”, “away 11/28” or “away 11/28-12/2 business trip” to say that you are away, and “away cancel” to take it back. Telework is not absence.',
  },
  'directory.absence_command.recorded': {
    ja: '{from} から {until} まで不在と記録しました。取り消すには「不在 取消」と入力してください。',
    en: 'Recorded as away from {from} until {until}. Type “away cancel” to take it back.',
  },
  'directory.absence_command.cancelled': {
    ja: 'あなたの不在を {count} 件取り消しました。Outlook の自動応答や予定はそのままです。',
    en: 'Cancelled ({count}). Automatic replies and your calendar in Outlook stay as they are.',
  },
  'directory.absence_command.nothing_to_cancel': {
    ja: '取り消せる不在の記録はありません。',
    en: 'There is no absence of yours to cancel.',
  },
};
