import type { Texts } from '../../shared/index.ts';

export const roomTexts = {
  'schedules.room_not_found': { ja: 'その会議室・備品はありません。', en: 'There is no such room or equipment.' },
  'schedules.rooms_not_yours': {
    ja: '会議室を登録・変更できるのは、システム管理者とその会議室の管理者です。',
    en: 'Only system administrators and the administrators of the room may change it.',
  },
  'schedules.room_stale': {
    ja: '会議室の登録が変わっています。最新の状態を表示しました。',
    en: 'The room has been changed since. This is its present state.',
  },
  'schedules.room_of_outlook': {
    ja: 'この会議室の名前・定員・階・設備は Microsoft 365 の登録に従います。変えるときは Microsoft 365 の管理者に頼んでください。',
    en: 'Name, size, floor and equipment of this room come from Microsoft 365. Ask its administrators to change them there.',
  },
  'schedules.room_unknown_person': {
    ja: '管理者に、名簿にいない人が含まれています。',
    en: 'Somebody among the administrators is not of the staff.',
  },
  'schedules.rooms_period': {
    ja: '期間は{days}日までで、始まりを終わりより前にしてください。',
    en: 'Ask for at most {days} days, the first before the last.',
  },
  'schedules.display_not_yours': {
    ja: '受付の表示を登録・失効できるのはシステム管理者です。',
    en: 'Only system administrators make and revoke displays.',
  },
  'schedules.display_not_found': { ja: 'その表示はありません。', en: 'There is no such display.' },
} as const satisfies Texts;
