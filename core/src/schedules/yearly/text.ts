import type { Texts } from '../../shared/index.ts';

export const yearlyTexts = {
  'schedules.yearly_unknown': {
    ja: 'この課の年次行事は見られません。見られるのは、その課の職員と上の所属長です。廃止された課のものは、上の所属長だけが見られます。',
    en: 'You may not see this list: it is for the section and the heads above it; of a section that is gone, for those heads.',
  },
  'schedules.yearly_no_unit': {
    ja: '今日の時点で所属がないため、年次行事を出せません。人事担当に発令を確かめてください。',
    en: 'You belong to no section today, so there is no list to show. Ask personnel about your post.',
  },
  'schedules.yearly_not_yours': {
    ja: '年次行事を変えられるのは、その課の職員です。',
    en: 'Only people of the section may change its list.',
  },
  'schedules.yearly_item_unknown': {
    ja: 'この行事はありません。もう消されたのかもしれません。画面を開き直してください。',
    en: 'There is no such item. It may have been removed. Open the page again.',
  },
  'schedules.yearly_stale': {
    ja: 'この行事は、ほかの人がその間に変えました。新しい内容を確かめて、もう一度操作してください。',
    en: 'Somebody else has changed this item meanwhile. Look at it as it is now and try again.',
  },
  'schedules.yearly_date_missing': {
    ja: '規則のない行事は、この年度の日付を入れてください。',
    en: 'Where no rule says the day, enter it.',
  },
  'schedules.yearly_no_such_day': {
    ja: '{month}月{day}日という日はありません。日を直してください。',
    en: 'There is no such day as {month}/{day}. Enter another.',
  },
  'schedules.yearly_other_year': {
    ja: '「{title}」の日付 {date} は、{year}年度の中にありません。{year}年4月1日からの1年の中で入れてください。',
    en: 'The day {date} of “{title}” is not within fiscal year {year}. Enter one between April and March.',
  },
  'schedules.yearly_too_many': {
    ja: '年次行事は、1年度に{most}件までです。使わない行事を消してから追加してください。',
    en: 'A list has at most {most} items a year. Remove some first.',
  },
  'schedules.yearly_taken_over': {
    ja: '「{title}」は、もう{year}年度に引き継がれています。引き継ぎの画面を開き直してください。',
    en: '“{title}” was taken over into fiscal year {year} already. Open the preview again.',
  },
  'schedules.yearly_changed_meanwhile': {
    ja: '「{title}」がその間に変わったか消されました。何も引き継いでいません。引き継ぎの画面を開き直してください。',
    en: '“{title}” was changed or removed meanwhile. Nothing was taken over. Open the preview again.',
  },
  'schedules.yearly_no_such_heir': {
    ja: 'その課の年次行事には引き継げません。引き継ぐ先の課を選び直してください。',
    en: 'It cannot go into the list of that section. Choose another.',
  },
  'schedules.yearly_last_year': {
    ja: '{year}年度の年次行事は作れません。{last}年度までです。',
    en: 'There is no list of fiscal year {year}: the last is {last}.',
  },
  'schedules.yearly_twice': {
    ja: '同じ行事が2度選ばれています。選び直してください。',
    en: 'An item was chosen twice. Choose again.',
  },
  'schedules.yearly_prepare': { ja: '準備開始: {title}', en: 'Begin to prepare: {title}' },
} satisfies Texts;
