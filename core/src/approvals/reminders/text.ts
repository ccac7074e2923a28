import type { Texts } from '../../shared/index.ts';

/** What the ladder says in the chat. */
export const reminderTexts = {
  'approvals.remind.HOLDER': {
    ja: '催促：{what}が{days}開庁日、{post}のところにあります。処理をお願いします。',
    en: 'Reminder: {what} has been with {post} for {days} working days. Please act on it.',
  },
  'approvals.remind.SUPERIOR': {
    ja: 'お知らせ：{what}が{days}開庁日、{post}のところで止まっています。',
    en: 'For your information: {what} has been waiting at {post} for {days} working days.',
  },
  'approvals.remind.RECORDS': {
    ja: 'お知らせ：{what}が{days}開庁日、{post}のところで止まっています。',
    en: 'For your information: {what} has been waiting at {post} for {days} working days.',
  },
  'approvals.remind.DRAFTER': {
    ja: 'お知らせ：起案された{what}が{days}開庁日、{post}のところにあります。',
    en: 'For your information: your case {what} has been with {post} for {days} working days.',
  },
  'approvals.remind.a_case': { ja: '{unit}が起案した案件', en: 'a case drafted by {unit}' },
  'approvals.remind.open': { ja: '案件を開く', en: 'Open the case' },
} as const satisfies Texts;
