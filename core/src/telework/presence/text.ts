import type { Sentence, Texts } from '../../shared/index.ts';
import type { PresenceState } from './contract.ts';

export const presenceWords: Readonly<Record<PresenceState, Sentence>> = {
  OFFICE: { ja: '在庁', en: 'At the office' },
  HOME: { ja: '在宅勤務', en: 'Working at home' },
  SATELLITE: { ja: 'サテライト', en: 'Satellite office' },
  MOBILE: { ja: 'モバイル', en: 'Mobile' },
  TRIP: { ja: '出張', en: 'On a trip' },
  LEAVE: { ja: '休暇', en: 'On leave' },
  OUT: { ja: '外出', en: 'Out' },
  NOT_STARTED: { ja: '開始前', en: 'Not started' },
  PAUSED: { ja: '中抜け', en: 'Pausing' },
  ENDED: { ja: '退庁・終了', en: 'Finished' },
  UNKNOWN: { ja: '不明', en: 'Not known' },
};

/** Kinds of leave that are not in the list of special leave. */
export const leaveWords: Readonly<Record<string, Sentence>> = {
  ANNUAL: { ja: '年次有給休暇', en: 'Annual leave' },
};

/** A kind that the city has put into its list. */
export const OTHER_LEAVE: Sentence = { ja: '特別休暇', en: 'Special leave' };

/** 在席: refusals and what stands in the chat. */
export const presenceTexts = {
  'telework.presence_unit_unknown': {
    ja: '所属が見つかりません。組織が変わった可能性があります。選び直してください。',
    en: 'There is no such unit; the organisation may have changed. Please choose another one.',
  },
  'telework.presence_title': { ja: '{unit}の在席（{time} 現在、{count}人）', en: '{unit} at {time}: {count} people' },
  'telework.presence_all': { ja: '全庁', en: 'All of the city hall' },
  'telework.presence_group': { ja: '【{state}】{count}人', en: '{state}: {count}' },
  'telework.presence_line': { ja: '・{who}{more}', en: '・{who}{more}' },
  'telework.presence_more': {
    ja: 'ほか{count}人',
    en: '{count} more',
  },
  'telework.presence_nobody': {
    ja: '「{words}」という職員や所属は見つかりません。氏名の一部か所属名を入力してください。',
    en: 'Nobody and no unit is called “{words}”. Type part of a name, or the name of a unit.',
  },
  'telework.presence_open': { ja: '全員を見る', en: 'See everybody' },
  'telework.presence_where': { ja: '{place}', en: '{place}' },
  'telework.presence_back': { ja: '{time} 戻り', en: 'back at {time}' },
  'telework.presence_until': { ja: '{time} まで', en: 'until {time}' },
  'telework.presence_since': { ja: '{time} から', en: 'since {time}' },
  'telework.presence_no_return': { ja: '直帰', en: 'not back today' },
  'telework.presence_contact': { ja: '連絡先 {contact}', en: 'reached by {contact}' },
  'telework.presence_planned': { ja: '{kind}の予定', en: 'planned: {kind}' },
} as const satisfies Texts;

/** 「応答お願いします」 */
export const nudgeTexts = {
  'telework.nudge_not_below': {
    ja: '応答をお願いできるのは、自分より下の職にある人だけです。',
    en: 'You can ask only people below you to answer.',
  },
  'telework.nudge_not_at_work': {
    ja: '{name}さんは、いま勤務中ではありません（休暇・中抜け・終了など）。応答をお願いできるのは勤務中の人だけです。',
    en: '{name} is not at work now; only people at work can be asked to answer.',
  },
  'telework.nudge_not_found': {
    ja: 'この依頼は見つかりません。あなた宛てではない可能性があります。',
    en: 'There is no such request to you.',
  },
  'telework.nudge_title': { ja: '{who}さんから「応答お願いします」', en: '{who} asks you to answer' },
  'telework.nudge_title_asker': { ja: '{who}さんに応答をお願いしました', en: 'You asked {who} to answer' },
  'telework.nudge_answer': { ja: '応答', en: 'I am here' },
  'telework.nudge_state_ASKED': {
    ja: '{due} までに「応答」を押してください。',
    en: 'Please press the button by {due}.',
  },
  'telework.nudge_state_ANSWERED': { ja: '{at} に応答しました。', en: 'You answered at {at}.' },
  'telework.nudge_state_ANSWERED_LATE': {
    ja: '{at} に応答しました（期限は {due} でした）。',
    en: 'You answered at {at}; the time was {due}.',
  },
  'telework.nudge_state_UNANSWERED': {
    ja: '期限の {due} を過ぎました。いまからでも応答できます。',
    en: 'The time ({due}) is over; you can still answer.',
  },
  'telework.nudge_told_ASKED': { ja: '{due} まで応答を待っています。', en: 'Waiting for an answer until {due}.' },
  'telework.nudge_told_ANSWERED': { ja: '{at} に応答がありました。', en: 'Answered at {at}.' },
  'telework.nudge_told_ANSWERED_LATE': {
    ja: '{at} に応答がありました（期限は {due}）。',
    en: 'Answered at {at}, after {due}.',
  },
  'telework.nudge_told_UNANSWERED': {
    ja: '{due} までに応答がありませんでした。電話などで確かめてください。',
    en: 'No answer by {due}. Please try by telephone.',
  },
} as const satisfies Texts;
