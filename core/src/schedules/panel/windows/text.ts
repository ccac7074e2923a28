import type { Texts } from '../../../shared/index.ts';

export const windowTexts = {
  'schedules.window_nobody': {
    ja: 'この職員は名簿にいません。選び直してください。',
    en: 'There is no such member of staff. Choose another.',
  },
  'schedules.window_not_yours': {
    ja: 'ほかの職員の説明枠は変えられません。変えられるのは本人と、特別職の秘書です。',
    en: 'You cannot change these windows: only their owner can, and of executives their secretaries.',
  },
  'schedules.window_unknown': {
    ja: 'この説明枠はありません。もう消されたのかもしれません。画面を開き直してください。',
    en: 'There is no such window. It may have been removed. Open the page again.',
  },
  'schedules.window_stale': {
    ja: 'この説明枠はその間に変わりました。新しい内容を確かめて、もう一度操作してください。',
    en: 'This window has changed meanwhile. Look at it as it is now and try again.',
  },
  'schedules.window_short': {
    ja: '説明枠は、1件分の時間より長くしてください。終わりは始まりより後です。',
    en: 'A window must be at least as long as one explanation, and end after it begins.',
  },
  'schedules.window_overlaps': {
    ja: '同じ曜日のほかの説明枠と重なっています。時刻をずらしてください。',
    en: 'It lies over another window of that day. Choose another time.',
  },
  'schedules.windows_many': {
    ja: '説明枠は30までです。使わないものを消してください。',
    en: 'There can be at most thirty windows. Remove those that are not used.',
  },
  'schedules.window_days': {
    ja: '日 月 火 水 木 金 土',
    en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  },
  'schedules.window_name': { ja: '{day}曜 {from}–{to} の説明枠', en: 'the window on {day}, {from}–{to}' },
  'schedules.change_entry': { ja: '予定', en: 'an entry' },
  'schedules.change_tentative': { ja: '仮', en: 'tentative' },
  'schedules.change_fixed': { ja: '確定', en: 'confirmed' },
  'schedules.change_explanation': { ja: '説明の予約（{when}）', en: 'the explanation on {when}' },
  'schedules.change_explanation_tentative': {
    ja: '説明の予約（{when}・仮）',
    en: 'the explanation on {when} (tentative)',
  },
  'schedules.change_ASKED': { ja: '{what}を入れました', en: 'Booked: {what}' },
  'schedules.change_MOVED': { ja: '{what}に移しました', en: 'Moved: {what}' },
  'schedules.change_CONFIRMED': { ja: '{what}を確定しました', en: 'Confirmed: {what}' },
  'schedules.change_CANCELLED': { ja: '{what}を取りやめました', en: 'Cancelled: {what}' },
  'schedules.change_MADE': { ja: '{what}を入れました', en: 'Made: {what}' },
  'schedules.change_CHANGED': { ja: '{what}に変えました', en: 'Changed to: {what}' },
  'schedules.change_REMOVED': { ja: '{what}を消しました', en: 'Removed: {what}' },
} as const satisfies Texts;
