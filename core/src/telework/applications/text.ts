import type { Texts } from '../../shared/index.ts';
import { applicationCardTexts } from './card-text.ts';

export const applicationTexts: Texts = {
  ...applicationCardTexts,
  'telework.refused': {
    ja: '申請できません。\n{reasons}',
    en: 'This cannot be applied for.\n{reasons}',
  },
  'telework.no_days': {
    ja: '申請する日がありません。開庁日を1日以上選んでください。',
    en: 'There is no day to apply for. Choose at least one working day.',
  },
  'telework.overlaps': {
    ja: '{date}の同じ時間に、ほかの申請（テレワーク・休暇・出張・時間外勤務）があります。先に取り消すか、時間を変えてください。',
    en: 'On {date} something else (telework, leave, a trip or overtime) is booked for the same time. Cancel it first, or choose other hours.',
  },
  'telework.asked_twice': {
    ja: '{date}が二度書かれています。',
    en: '{date} is asked for twice.',
  },
  'telework.nothing_to_replace': {
    ja: '変更できる日ではありません。一覧を開き直してください。',
    en: 'These days cannot be changed. Open the list again.',
  },
  'telework.application_not_found': {
    ja: 'この申請は見つかりません。',
    en: 'There is no such application.',
  },
  'telework.application_not_yours': {
    ja: '申請した本人だけができます。',
    en: 'Only the applicant can do this.',
  },
  'telework.application_stale': {
    ja: '申請の状態が変わっています。いまの状態を確かめて、もう一度操作してください。',
    en: 'The application has changed. Look at it as it is now, and try again.',
  },
  'telework.application_decided': {
    ja: 'もう決裁されたか、終わった申請です。承認された日は、1日ずつ取り消せます。',
    en: 'It was decided already, or is over. Approved days are cancelled one by one.',
  },
  'telework.day_over': {
    ja: '{date}は過ぎました。過ぎた日は取り消せません。勤務表の修正で直してください。',
    en: '{date} is over. A day that is over is not cancelled; correct it in the month’s sheet.',
  },
  'telework.day_not_standing': {
    ja: 'この日はもう取り消されたか、承認されませんでした。',
    en: 'This day was cancelled already, or was not approved.',
  },
  'telework.application_month_closed': {
    ja: '{month}の勤務表は締め済みです。人事担当が締めを解くと申請・取消しができます。',
    en: 'The sheet of {month} is closed. Once personnel opens it again, this can be done.',
  },
  'telework.application_too_long': {
    ja: '一度の申請としては、日数や書かれたことが多すぎます。期間を分けて申請してください。',
    en: 'There are too many days, or too much is written, for one application. Apply for one part after the other.',
  },
  'telework.application_otherwise': {
    ja: '回議にかけた案件の件名・伺い文・事案・回議先が、申請したときの内容と違うため、承認になりませんでした。もう一度申請してください。',
    en: 'The case before your superiors was not about what you applied for: its title, text, matter or route had been changed. Please apply again.',
  },
  'telework.application_not_sent_back': {
    ja: '差し戻された申請ではありません。いまの状態を確かめてください。',
    en: 'It is not sent back. Look at it as it is now.',
  },
  'telework.application_completed': {
    ja: '申請について残ることがないため、完結しました（自動）。',
    en: 'Completed by itself: nothing is left to do about the application.',
  },
  'telework.nothing_to_return': {
    ja: '返却を待つ物はありません。',
    en: 'Nothing is waiting to be returned.',
  },
  'telework.bad_cursor': { ja: '続きの位置が読めません。', en: 'The cursor cannot be read.' },
};
