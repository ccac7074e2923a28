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
  'approvals.remind.overdue_READER': {
    ja: '催促：{what}の後閲（{post}）が、期限を{days}開庁日過ぎています。後閲をお願いします。',
    en: 'Reminder: the review afterwards of {what} by {post} is {days} working days overdue. Please review it.',
  },
  'approvals.remind.overdue_told': {
    ja: 'お知らせ：{what}の後閲（{post}）が、期限を{days}開庁日過ぎています。',
    en: 'For your information: the review afterwards of {what} by {post} is {days} working days overdue.',
  },
  'approvals.remind.masked_overdue_READER': {
    ja: '催促：機密性3の案件の後閲が、期限を{days}開庁日過ぎています。',
    en: 'Reminder: your review afterwards of a case of confidentiality 3 is {days} working days overdue.',
  },
  'approvals.remind.masked_overdue_told': {
    ja: 'お知らせ：機密性3の案件の後閲が、期限を{days}開庁日過ぎています。',
    en: 'For your information: a review afterwards of a case of confidentiality 3 is {days} working days overdue.',
  },
  'approvals.remind.a_case': { ja: '{unit}が起案した案件', en: 'a case drafted by {unit}' },
  'approvals.remind.masked_holder': {
    ja: '催促：機密性3の案件が{days}開庁日、あなたの処理を待っています。',
    en: 'Reminder: a case of confidentiality 3 has been waiting for you for {days} working days.',
  },
  'approvals.remind.masked': {
    ja: 'お知らせ：機密性3の案件が{days}開庁日、処理を待っています。',
    en: 'For your information: a case of confidentiality 3 has been waiting for {days} working days.',
  },
  'approvals.remind.open': { ja: '案件を開く', en: 'Open the case' },
} as const satisfies Texts;
