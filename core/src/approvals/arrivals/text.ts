import type { Texts } from '../../shared/index.ts';

/** What the 文書主任 of a section reads when a document was taken in there. Its title stays in the register. */
export const arrivalTexts = {
  'approvals.arrival.received': {
    ja: '収受：{number}が{unit}に届きました（受付 {name}）。件名は文書収発簿で確かめ、配付又は供覧・起案をお願いします。',
    en: 'Received: {number} arrived at {unit} (taken in by {name}). See the register for its title, and pass it on.',
  },
  'approvals.arrival.distributed': {
    ja: '収受の配布：{number}が{unit}に配布されました。「文書管理」の「収受の配布」で受け取り、処理区分と期限を決めてください。',
    en: 'Distributed: {number} came to {unit}. Accept it under Records, Distribution, and say how it is handled and by when.',
  },
  'approvals.arrival.returned': {
    ja: '収受の配布：{number}が{unit}から返されました。「収受の配布」で配布し直してください。',
    en: 'Given back: {number} came back from {unit}. Distribute it anew.',
  },
  'approvals.arrival.due': {
    ja: '処理期限：{number}（{unit}）の処理期限は{day}です。処理が終わったら完結日を記してください。',
    en: 'Due: {number} ({unit}) is to be handled by {day}. Note the day of completion when it is done.',
  },
} as const satisfies Texts;
