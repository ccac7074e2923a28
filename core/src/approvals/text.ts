import type { Texts } from '../shared/index.ts';
import type { CaseStatus } from './contract.ts';
import { refusalTexts } from './text-refusals.ts';

export const approvalsTexts: Texts = {
  ...refusalTexts,
  'approvals.not_found': {
    ja: '案件が見つからないか、あなたには閲覧の権限がありません。',
    en: 'There is no such case, or you may not see it.',
  },
  'approvals.stale': {
    ja: '内容が更新されています。最新の状態を表示しました。もう一度確かめてください。',
    en: 'The case has changed since. This is its present state; please check again.',
  },
  'approvals.not_the_holder': {
    ja: 'この案件は、いまあなたの番ではありません。',
    en: 'It is not your turn in this case.',
  },
  'approvals.not_in_review': {
    ja: 'この案件は回議中ではありません。',
    en: 'This case is not in review.',
  },
  'approvals.not_being_drafted': {
    ja: 'この操作は、起案者が起案中または差戻し中の案件にだけできます。',
    en: 'Only the drafter can do this, while the case is a draft or has been sent back.',
  },
  'approvals.cannot_pull_back': {
    ja: '次の人がすでに処理したか、あなたの処理ではないため、引き戻せません。',
    en: 'It cannot be pulled back: the next person has acted, or the last act is not yours.',
  },
  'approvals.cannot_request_withdrawal': {
    ja: '取下げを申し出られるのは、回議中の案件の起案者だけです。まだ誰も処理していないときは、引戻しを使ってください。',
    en: 'Only the drafter of a case in review can ask to withdraw it. If nobody has acted yet, pull it back instead.',
  },
  'approvals.no_withdrawal_to_settle': {
    ja: 'あなたが確認する取下げの申出はありません。',
    en: 'There is no withdrawal request for you to settle.',
  },
  'approvals.withdrawal_waits': {
    ja: '起案者から取下げの申出があります。先に確認または拒否してください。',
    en: 'The drafter has asked to withdraw the case. Confirm or decline that first.',
  },
  'approvals.no_such_slot': {
    ja: '差戻し先を選び直してください。その人はまだ処理していません。',
    en: 'Choose another step to send it back to: that one has not acted yet.',
  },
  'approvals.cannot_answer': {
    ja: '回答できるのは、回議中の案件への未回答の質問に対して、起案者だけです。',
    en: 'Only the drafter can answer, and only an open question of a case in review.',
  },
  'approvals.route_missing': {
    ja: '決裁ルートを作れません：{problem}',
    en: 'No route can be made: {problem}',
  },
  'approvals.bad_cursor': {
    ja: '一覧の続きを読めません。最初から読み直してください。',
    en: 'The list cannot be continued. Read it from the start.',
  },
  'approvals.command_where_none': {
    ja: '「{query}」に当たる案件は見つかりませんでした。',
    en: 'No case matches “{query}”.',
  },
  'approvals.command_inbox_empty': {
    ja: '受信箱は空です。あなたの処理を待っている案件はありません。',
    en: 'Your inbox is empty. Nothing waits for you.',
  },
  'approvals.command_inbox': {
    ja: 'あなたの処理を待っている案件を {count} 件、カードでお送りします。',
    en: 'Here come the cards of {count} cases that wait for you.',
  },
  'approvals.command_inbox_more': {
    ja: 'ほか {count} 件はタブの受信箱にあります。',
    en: '{count} more are in the inbox tab.',
  },
};

/** A word or short phrase in both languages. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

export const statusWords: Readonly<Record<CaseStatus, Words>> = {
  DRAFT: { ja: '起案中', en: 'Draft' },
  IN_REVIEW: { ja: '回議中', en: 'In review' },
  IN_DISPUTE: { ja: '協議中', en: 'In dispute' },
  SENT_BACK: { ja: '差戻し', en: 'Sent back' },
  DECIDED: { ja: '決裁済', en: 'Decided' },
  REJECTED: { ja: '却下', en: 'Rejected' },
  ABANDONED: { ja: '廃案', en: 'Dropped' },
  WITHDRAWN: { ja: '取下げ', en: 'Withdrawn' },
};

const w = (ja: string, en: string): Words => ({ ja, en });
const field = (ja: string, en: string, missing: Words) => ({ ja, en, missing });

/** The words on cards. */
export const cardWords = {
  askApproval: w('承認のお願い', 'Approval requested'),
  askDecision: w('決裁のお願い', 'Decision requested'),
  askWithdrawal: w('取下げの申出があります', 'The drafter asks to withdraw this case'),
  askAnswer: w('質問が届いています', 'You have been asked a question'),
  askCorrection: w(
    '差し戻されました。修正して、もう一度回議にかけてください',
    'Sent back to you: correct it and submit it again',
  ),
  state: {
    DRAFT: w('起案中です', 'This is a draft'),
    IN_REVIEW: w('回議中です', 'In review'),
    IN_DISPUTE: w('合議で異議があり、協議中です', 'In dispute: a consulted section has objected'),
    SENT_BACK: w('起案者に差し戻されました', 'Sent back to the drafter'),
    DECIDED: w('決裁されました', 'Decided'),
    REJECTED: w('却下されました', 'Rejected'),
    ABANDONED: w('廃案になりました', 'Dropped'),
    WITHDRAWN: w('取り下げられました', 'Withdrawn'),
  },
  drafter: w('起案者', 'Drafter'),
  status: w('状態', 'Status'),
  document: w('添付', 'Document'),
  classification: w('分類・保存期間', 'Classification, retention'),
  years: w('年', ' years'),
  number: w('文書番号', 'Document number'),
  route: w('決裁ルート', 'Route'),
  decision: w('決裁', 'decides'),
  vacant: w('（空席）', '(vacant)'),
  sentBackReason: w('差戻しの理由', 'Reason for sending back'),
  withdrawalReason: w('取下げの理由', 'Reason for withdrawal'),
  question: w('質問', 'Question'),
  answer: w('回答', 'Answer'),
  comment: w('コメント（任意）', 'Comment (optional)'),
  reason: field('理由（必須）', 'Reason (required)', w('理由を入力してください。', 'Please give a reason.')),
  questionText: field(
    '質問（必須）',
    'Question (required)',
    w('質問を入力してください。', 'Please type your question.'),
  ),
  answerText: field('回答（必須）', 'Answer (required)', w('回答を入力してください。', 'Please type your answer.')),
  approve: w('承認', 'Approve'),
  decide: w('決裁', 'Decide'),
  sendBack: w('差戻し', 'Send back'),
  sendBackTo: w('差戻し先', 'Send back to'),
  toDrafter: w('起案者', 'Drafter'),
  ask: w('質問', 'Ask'),
  sendAnswer: w('回答', 'Answer'),
  pullBack: w('引戻し', 'Pull back'),
  confirmWithdrawal: w('取下げを確認', 'Confirm withdrawal'),
  declineWithdrawal: w('取下げを拒否', 'Decline withdrawal'),
  open: w('くわしく見る', 'Open'),
} as const;
