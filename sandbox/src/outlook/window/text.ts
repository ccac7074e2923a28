import type { Language } from '../../text.ts';

const SENTENCES = {
  title: { ja: '予定表(サンドボックス)', en: 'Calendar (sandbox)' },
  heading: { ja: '{name}さんの予定表', en: 'Calendar of {name}' },
  roomHeading: { ja: '会議室「{name}」の予定', en: 'Bookings of the room {name}' },
  notice: {
    ja: '演習用の Outlook です。ここで変えた予定は Microsoft Graph を通して回議にも伝わります。',
    en: 'A make-believe Outlook. What you change here reaches Kaigi through Microsoft Graph.',
  },
  other: { ja: 'English', en: '日本語' },
  earlier: { ja: '前の週', en: 'Previous week' },
  today: { ja: '今週', en: 'This week' },
  later: { ja: '次の週', en: 'Next week' },
  weeks: { ja: '週の移動', en: 'Weeks' },
  rooms: { ja: '会議室の予定を見る', en: 'Look at a room' },
  nothing: { ja: '予定なし', en: 'Nothing' },
  wholeDay: { ja: '終日', en: 'All day' },
  untitled: { ja: '(件名なし)', en: '(no subject)' },
  series: {
    ja: '定期的な予定です。変更と削除はこの回だけに効きます。',
    en: 'Part of a series. You change this day only.',
  },
  organizer: { ja: '主催: {name}', en: 'Organizer: {name}' },
  invited: { ja: '出席: {names}', en: 'Invited: {names}' },
  add: { ja: '予定を加える', en: 'Add an event' },
  subject: { ja: '件名', en: 'Subject' },
  day: { ja: '日', en: 'Day' },
  from: { ja: '開始', en: 'From' },
  to: { ja: '終了', en: 'To' },
  place: { ja: '場所', en: 'Place' },
  room: { ja: '会議室', en: 'Room' },
  noRoom: { ja: '使わない', en: 'None' },
  people: { ja: '出席者(サインイン名をコンマで区切る)', en: 'People (sign-in names, separated by commas)' },
  showAs: { ja: '公開方法', en: 'Show as' },
  private: { ja: '非公開', en: 'Private' },
  online: { ja: 'Teams 会議', en: 'Teams meeting' },
  free: { ja: '空き時間', en: 'Free' },
  tentative: { ja: '仮の予定', en: 'Tentative' },
  busy: { ja: '予定あり', en: 'Busy' },
  oof: { ja: '外出中', en: 'Away' },
  workingElsewhere: { ja: '他の場所で仕事中', en: 'Working elsewhere' },
  accepted: { ja: '承諾済み', en: 'accepted' },
  tentativelyAccepted: { ja: '仮承諾', en: 'tentative' },
  declined: { ja: '辞退', en: 'declined' },
  notResponded: { ja: '未返信', en: 'no answer' },
  none: { ja: '未返信', en: 'no answer' },
  saveNew: { ja: '加える', en: 'Add' },
  save: { ja: '変更する', en: 'Change' },
  remove: { ja: '削除する', en: 'Delete' },
  accept: { ja: '承諾', en: 'Accept' },
  tentativelyAccept: { ja: '仮承諾', en: 'Tentative' },
  decline: { ja: '辞退', en: 'Decline' },
  refused: {
    ja: '予定を保存できませんでした。日と時刻(終了は開始より後)、出席者のサインイン名を確かめてください。',
    en: 'The event was not saved. Check the day, the times (the end after the start) and the sign-in names.',
  },
  gone: {
    ja: 'その予定はもうありません。別の画面で削除されたか、動かされた可能性があります。',
    en: 'That event is no longer there. It may have been deleted or moved elsewhere.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type TextCode = keyof typeof SENTENCES;
export type Say = (code: TextCode, values?: Readonly<Record<string, string>>) => string;

export const isTextCode = (text: string): text is TextCode => Object.hasOwn(SENTENCES, text);

export function sayIn(language: Language): Say {
  return (code, values = {}) =>
    SENTENCES[code][language].replace(/\{(\w+)\}/g, (slot, name: string) => values[name] ?? slot);
}
