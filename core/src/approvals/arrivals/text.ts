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
  'approvals.arrival.loan_mine': {
    ja: '借覧の返却期限を過ぎています：{code}「{title}」（期限 {day}）',
    en: 'A box that you borrowed should be back: {code} “{title}” (due {day})',
  },
  'approvals.arrival.loan_mine_body': {
    ja: '{place}に戻し、「書庫」で返却を記録してください。まだ要るときは、返却を記録してから借り直してください。',
    en: 'Bring it back to {place} and say so under Paper. If you still need it, return it there and borrow it again.',
  },
  'approvals.arrival.loan_theirs': {
    ja: '返却されていない箱：{code}「{title}」（{borrower}、期限 {day}）',
    en: 'A box is not back: {code} “{title}” ({borrower}, due {day})',
  },
  'approvals.arrival.loan_theirs_body': {
    ja: '借りている人には知らせましたが、まだ返却の記録がありません。所在を確かめ、戻ったら返却を記録してください。',
    en: 'Its borrower was told, and it is not noted as returned. Find out where it is, and note its return.',
  },
  'approvals.arrival.loan_open': { ja: '書庫で見る', en: 'Open it under Paper' },
  'approvals.arrival.week_title': {
    ja: '文書主任の今週の仕事：{count}件',
    en: 'For the records officer this week: {count}',
  },
  'approvals.arrival.week_lead': {
    ja: '課の文書で、片づいていないものです。画面の各行から、片づける場所へ進めます。',
    en: 'What is not settled among the documents of your section. Each line of the page leads where it is.',
  },
  'approvals.arrival.week_count': { ja: '{count}件', en: '{count}' },
  'approvals.arrival.week_undistributed': { ja: '配布していない収受', en: 'Received, not distributed' },
  'approvals.arrival.week_unnumbered': { ja: '番号のない文書', en: 'Without the number they need' },
  'approvals.arrival.week_reserved': { ja: '確定していない予約番号', en: 'Reserved numbers to confirm' },
  'approvals.arrival.week_unfiled': { ja: '簿冊に入っていない文書', en: 'In no folder' },
  'approvals.arrival.week_overdue': { ja: '返却されていない箱', en: 'Boxes not back' },
  'approvals.arrival.week_expiring': { ja: '保存期間の満了（90日以内を含む）', en: 'Periods that end within 90 days' },
  'approvals.arrival.week_lists': { ja: '確認を待つ廃棄・移管目録', en: 'Disposal lists to check' },
  'approvals.arrival.week_open': { ja: '今週の仕事を開く', en: 'Open the list' },
} as const satisfies Texts;
