import type { Texts } from '../../shared/index.ts';

export const cardTexts = {
  'minutes.decided_final': { ja: '会議録が確定しました：{title}', en: 'The minutes are final: {title}' },
  'minutes.decided_under_way': { ja: '会議録は決裁中です：{title}', en: 'The minutes are in approval: {title}' },
  'minutes.decided_back': { ja: '会議録が差し戻されました：{title}', en: 'The minutes were sent back: {title}' },
  'minutes.decided_pulled_back': {
    ja: '会議録の伺いを起案者が引き戻しました：{title}',
    en: 'The drafter has pulled the case of the minutes back: {title}',
  },
  'minutes.decided_given_up': {
    ja: '会議録の伺いは取り下げ、却下または廃案になりました：{title}',
    en: 'The case of the minutes was withdrawn, rejected or abandoned: {title}',
  },
  'minutes.decided_otherwise': {
    ja: '伺いの内容が会議録と違うため、確定していません：{title}',
    en: 'Not final, for the case is about something else than these minutes: {title}',
  },
  'minutes.decided_refused': {
    ja: '会議録を決裁に回せませんでした：{title}',
    en: 'The minutes could not be put before those who decide: {title}',
  },
  'minutes.decided_not_filed': {
    ja: '会議録は確定しましたが、文書として登録できませんでした：{title}',
    en: 'The minutes are final, but could not be filed as a record: {title}',
  },
  'minutes.decided_again': {
    ja: '会議録を確かめ、直してからもう一度進めてください。',
    en: 'Please look the minutes over and put them forward again.',
  },
  'minutes.decided_day': { ja: '会議の日', en: 'Held on' },
  'minutes.decided_on': { ja: '確定の日', en: 'Final on' },
  'minutes.decided_by': { ja: '決裁者', en: 'Decided by' },
  'minutes.decided_returned_by': { ja: '差し戻した人', en: 'Returned by' },
  'minutes.decided_number': { ja: '文書番号', en: 'Number' },
  'minutes.decided_open': { ja: '会議録を開く', en: 'Open the minutes' },
  'minutes.deadline_near': { ja: '会議録の期限が近づいています：{title}', en: 'Minutes are due soon: {title}' },
  'minutes.deadline_late': { ja: '会議録の期限を過ぎています：{title}', en: 'Minutes are late: {title}' },
  'minutes.deadline_done': { ja: '会議録の期限は守られました：{title}', en: 'Nothing is due any more: {title}' },
  'minutes.deadline_summary': { ja: '会議概要の期限', en: 'Summary due' },
  'minutes.deadline_minutes': { ja: '会議録の期限', en: 'Minutes due' },
  'minutes.deadline_passed': { ja: '（過ぎています）', en: ' (late)' },
} as const satisfies Texts;
