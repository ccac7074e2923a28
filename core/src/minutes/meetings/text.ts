import type { Texts } from '../../shared/index.ts';

export const meetingTexts = {
  'minutes.meeting_not_found': {
    ja: 'この会議は見つからないか、あなたには見られません。',
    en: 'There is no such meeting, or you may not see it.',
  },
  'minutes.meeting_not_yours': {
    ja: '会議録を直せるのは、会議を開いた人、所管課の職員、記録者です。',
    en: 'Minutes are changed by whoever called the meeting, the section in charge and the recorder.',
  },
  'minutes.meeting_stale': {
    ja: 'ほかの人が先に変更しました。いまの内容を確かめてから、もう一度操作してください。',
    en: 'Somebody else has changed this meanwhile. Please look at it as it is now and try again.',
  },
  'minutes.meeting_closed': {
    ja: 'この会議録は決裁に回っているか確定しているため、変更できません。',
    en: 'These minutes are in approval or final and cannot be changed.',
  },
  'minutes.meeting_being_confirmed': {
    ja: '出席者の確認か署名の途中のため、直接は直せません。修正を提案するか、作成に戻してください。',
    en: 'People are confirming or signing these minutes. Please suggest the change, or take them back to writing.',
  },
  'minutes.meeting_cancelled_already': { ja: 'この会議は取りやめになっています。', en: 'This meeting was cancelled.' },
  'minutes.meeting_no_unit': {
    ja: '所属する課が登録されていないため、会議を作れません。名簿の担当に確かめてください。',
    en: 'You hold no post in any section, so no meeting can be made. Please ask whoever keeps the list of staff.',
  },
  'minutes.body_of_secretariat': {
    ja: 'この会議体の会議録は、事務局の{unit}が扱います（{article}）。その職員に会議を作ってもらうか、会議体を選ばずに作ってください。',
    en: 'The minutes of this body are kept by its secretariat, {unit} ({article}). Please ask them to make the meeting, or make one of no body.',
  },
  'minutes.secretariat_puts_forward': {
    ja: 'この会議体の会議録は、事務局の{unit}の文書として決裁を受けます。その職員に決裁へ回してもらってください。',
    en: 'Minutes of this body are decided as papers of its secretariat, {unit}. Please ask somebody there to put them forward.',
  },
  'minutes.body_unknown': {
    ja: 'この会議体は、会議の日の規程にありません。',
    en: 'The regulations of that day know no such body.',
  },
  'minutes.ground_unknown': {
    ja: 'この非公開の根拠は、会議体の規程にありません。',
    en: 'The rules of the body know no such ground for closing.',
  },
  'minutes.times_turned': {
    ja: '終わりの時刻が始まりより前です。',
    en: 'It ends before it begins.',
  },
  'minutes.attendee_unknown': {
    ja: '「{name}」は職員名簿に見つかりません。',
    en: '“{name}” is not among the staff.',
  },
  'minutes.attendee_twice': { ja: '同じ出席者が二度入っています。', en: 'The same attendee is named twice.' },
  'minutes.bad_cursor': {
    ja: '一覧の続きを読めませんでした。最初から開き直してください。',
    en: 'The list cannot be continued from there. Please open it anew.',
  },
  'minutes.seen_by_organiser': { ja: '会議を開いた {name}', en: '{name}, who called the meeting' },
  'minutes.seen_by_attendees': { ja: '出席した職員 {count}人', en: 'The {count|member|members} of staff who attended' },
  'minutes.seen_by_unit': {
    ja: '所管課（{unit}）の職員とその上司',
    en: 'The section in charge ({unit}) and its heads',
  },
  'minutes.seen_by_audit': { ja: '監査の担当', en: 'Auditors' },
  'minutes.seen_by_all': {
    ja: '確定した公開の会議録なので、すべての職員',
    en: 'All staff: the minutes are final and the meeting was open',
  },
  'minutes.seen_by_all_later': {
    ja: '公開の会議なので、確定した後はすべての職員',
    en: 'All staff once the minutes are final: the meeting was open',
  },
  'minutes.missing_agenda': { ja: '議題がまだ入っていません。', en: 'The agenda is not there yet.' },
  'minutes.missing_place': { ja: '場所がまだ入っていません。', en: 'The place is not there yet.' },
  'minutes.missing_attendees': { ja: '出席者がまだ入っていません。', en: 'The attendees are not there yet.' },
  'minutes.missing_staff': {
    ja: '出席した職員の職氏名がまだ入っていません。',
    en: 'The staff in attendance are not there yet.',
  },
  'minutes.missing_observers': {
    ja: '傍聴者数がまだ入っていません。',
    en: 'The number of observers is not there yet.',
  },
  'minutes.missing_papers': { ja: '資料名がまだ入っていません。', en: 'The names of the papers are not there yet.' },
  'minutes.missing_opennessReason': {
    ja: '非公開の理由がまだ入っていません。',
    en: 'Why the meeting was closed is not said yet.',
  },
} as const satisfies Texts;
