import { actWords as acts, type Words } from '../act-words.ts';
import type { DiffItem, Urgency } from '../contract.ts';

const w = (ja: string, en: string): Words => ({ ja, en });
const field = (ja: string, en: string, missing: Words) => ({ ja, en, missing });

/** What is asked of the reader, or how the case stands: the first line of a card. */
export const headWords = {
  askApproval: w('承認のお願い', 'Approval requested'),
  askDecision: w('決裁のお願い', 'Decision requested'),
  askConsent: w('合議のお願い', 'Your section is consulted'),
  askReceipt: w('合議の受付のお願い', 'A consultation for your section: receive it or name who answers'),
  askDeputy: w(
    '不在の職に代わって、今日はあなたが処理できます',
    'The holder is absent: today you may act in their place',
  ),
  askDeputyDecision: w('決裁者が不在のため、今日はあなたが代決できます', 'The decider is absent: today you may decide'),
  askPostReview: w('後閲のお願い', 'Please review this afterwards'),
  askReading: w(
    '供覧です。読んだら「既読にする」を押してください',
    'For your information: press “Mark as read” when you have read it',
  ),
  askWithdrawal: w('取下げの申出があります', 'The drafter asks to withdraw this case'),
  askAnswer: w('質問が届いています', 'You have been asked a question'),
  askDispute: w(
    '合議で異議がありました。協議の結果を記録してください',
    'A consulted section objects: talk with it and record how it ended',
  ),
  askCorrection: w(
    '差し戻されました。修正して、もう一度回議にかけてください',
    'Sent back to you: correct it and submit it again',
  ),
  askCorrectingCase: w(
    '後閲で異議（指示）がありました。訂正の案件を起案してください',
    'The review afterwards objected: please draft a correcting case',
  ),
  deputyDecided: w('代決されました', 'Decided by a deputy'),
  deputyDecidedMine: w('代決されました。後閲をお願いします', 'A deputy decided for you: please review it'),
  state: {
    DRAFT: w('起案中です', 'This is a draft'),
    IN_REVIEW: w('回議中です', 'In review'),
    IN_DISPUTE: w('合議で異議があり、協議中です', 'In dispute: a consulted section has objected'),
    SENT_BACK: w('起案者に差し戻されました', 'Sent back to the drafter'),
    DECIDED: w('決裁されました', 'Decided'),
    ISSUED: w('施行されました', 'Issued'),
    COMPLETED: w('完結しました', 'Completed'),
    REJECTED: w('却下されました', 'Rejected'),
    ABANDONED: w('廃案になりました', 'Dropped'),
    WITHDRAWN: w('取り下げられました', 'Withdrawn'),
  },
} as const;

export const urgencyWords: Readonly<Record<Urgency, Words | null>> = {
  NORMAL: null,
  URGENT: w('至急', 'Urgent'),
  EMERGENCY: w('緊急', 'Emergency'),
};

/** Where a case is above 機密性2. */
export const maskedWords = {
  title: w('機密性3の案件', 'A case of confidentiality 3'),
  why: w(
    '内容はチャットに表示しません。くわしくは受信箱のタブで確かめてください。',
    'Its content is never shown in the chat. Please open it in the tab.',
  ),
  noNumber: w('（決裁後に付きます）', '(given with the decision)'),
} as const;

export const factWords = {
  drafter: w('起案者', 'Drafter'),
  status: w('状態', 'Status'),
  matter: w('事案', 'Matter'),
  basis: w('決裁区分', 'Who decides'),
  document: w('本文', 'Document'),
  attachments: w('添付', 'Attachments'),
  files: w('{count}件', '{count}'),
  paper: w('紙{count}件', '{count} on paper'),
  effectiveOn: w('効力が生じる日', 'Effective on'),
  issuedOn: w('施行日', 'Issued on'),
  completedOn: w('完結日', 'Completed on'),
  completedIn: w('{day}（{year}）', '{day} (fiscal year {year})'),
  retroactive: w('（決裁日より前・遡及）', ' (before the decision)'),
  later: w('（決裁日より後）', ' (after the decision)'),
  effectiveReason: w('理由: {reason}', 'Why: {reason}'),
  classification: w('分類と保存', 'Class, retention'),
  number: w('文書番号', 'Document number'),
} as const;

export const routeWords = {
  route: w('決裁ルート', 'Route'),
  decision: w('決裁', 'decides'),
  consult: w('合議', 'consulted'),
  examine: w('審査', 'examines'),
  provisional: w('仮決裁', 'decides provisionally'),
  vacant: w('（空席）', '(vacant)'),
  deputy: w('代', 'for'),
  opinion: w('意見あり', 'with an opinion'),
  objected: w('異議', 'objects'),
  rejected: w('却下', 'rejected'),
  postReview: w('後閲', 'reviews afterwards'),
  pulledUp: w('引上げ', 'pulled up'),
  added: w('追加', 'added'),
  absent: w('不在', 'absent'),
  mayStandIn: w('代われる人', 'may act'),
  andOthers: w('ほか', 'and'),
  more: w('段階はくわしい画面で', 'more steps on the case page'),
  until: w('期限', 'by'),
} as const;

export const saidWords = {
  sentBack: w('差戻しの理由', 'Reason for sending back'),
  withdrawal: w('取下げの理由', 'Reason for withdrawal'),
  ended: w('理由', 'Reason'),
  deadlock: w('協議が調いませんでした', 'No agreement was reached'),
  raised: w('上位者の決裁を仰いだ理由', 'Why a superior is to decide'),
  added: w('回議先の追加', 'Added to the route'),
  opinion: w('意見', 'Opinion'),
  objection: w('異議', 'Objection'),
  instruction: w('異議（指示）', 'Objection of the review afterwards'),
  postReviewComment: w('後閲の意見', 'Comment of the review afterwards'),
  readComment: w('供覧の意見', 'Comment of a reader'),
  question: w('質問', 'Question'),
  answer: w('回答', 'Answer'),
  changed: w('前回あなたが見たときから変わったところ', 'Changed since you last acted'),
  reminded: w('催促されています', 'You are reminded'),
} as const;

export const changedWords: Readonly<Record<DiffItem['part'], Words>> = {
  TITLE: w('件名', 'title'),
  PROPOSAL_TEXT: w('伺い文', 'proposal'),
  DOCUMENT: w('本文', 'document'),
  LEGAL_BASIS: w('根拠法令', 'legal basis'),
  MATTER: w('事案', 'matter'),
  EFFECTIVE_ON: w('効力が生じる日', 'effective day'),
  CLASSIFICATION: w('分類', 'classification'),
  DISCLOSURE: w('公開区分', 'disclosure'),
  ISSUANCE: w('施行方法', 'issuance'),
  CONFIDENTIALITY: w('機密性', 'confidentiality'),
  PAPER: w('紙の添付', 'paper attachments'),
  ATTACHMENT_ADDED: w('添付の追加', 'attachment added'),
  ATTACHMENT_REPLACED: w('添付の差替え', 'attachment replaced'),
  ATTACHMENT_REMOVED: w('添付の削除', 'attachment removed'),
};

/** Buttons and fields. */
export const buttonWords = {
  open: w('くわしく見る', 'Open'),
  shortened: w('長いため一部だけを示しています。続きは「くわしく見る」で。', 'Shortened; open the case for the rest.'),
  comment: w('コメント（任意）', 'Comment (optional)'),
  reason: field('理由（必須）', 'Reason (required)', w('理由を入力してください。', 'Please give a reason.')),
  paperChecked: w('紙の添付の現物を確かめました', 'I have looked at what is on paper'),
  approve: acts.approve,
  decide: acts.decide,
  sendBack: acts.sendBack,
  sendBackTo: w('差戻し先', 'Send back to'),
  toDrafter: w('起案者', 'Drafter'),
  reject: acts.reject,
  rejectWarning: w(
    '却下すると、この案件は終わります。同じ案件を直して続けることはできません。直してほしいときは「差戻し」を使ってください。',
    'A rejection ends this case for good; it cannot be corrected and continued. To have it corrected, send it back.',
  ),
  ask: acts.ask,
  questionText: field(
    '質問（必須）',
    'Question (required)',
    w('質問を入力してください。', 'Please type your question.'),
  ),
  sendAnswer: acts.answer,
  answerText: field('回答（必須）', 'Answer (required)', w('回答を入力してください。', 'Please type your answer.')),
  pullBack: acts.pullBack,
  confirmWithdrawal: acts.confirmWithdrawal,
  declineWithdrawal: acts.declineWithdrawal,
  consent: acts.consent,
  consentWithOpinion: acts.consentWithOpinion,
  opinion: field('意見（必須）', 'Opinion (required)', w('意見を入力してください。', 'Please type your opinion.')),
  object: acts.object,
  objectWarning: w(
    '起案者に伝わり、協議が始まります。',
    'The drafter is told, and the sections talk before the case goes on.',
  ),
  receive: acts.receive,
  receiving: w('受付・担当者', 'Receive or name who answers'),
  assign: acts.assign,
  assignee: w('回答する担当者', 'Who answers for the section'),
  chooseOne: w('担当者を選んでください。', 'Please choose a person.'),
  deputyDecide: acts.deputyDecide,
  deputyApprove: acts.deputyApprove,
  instruction: field(
    '不在の決裁者から受けた指示（必須）',
    'Instruction of the absent decider (required)',
    w('受けた指示を入力してください。', 'Please write down the instruction.'),
  ),
  instructionOptional: w(
    'あらかじめ受けた指示（あれば後閲は要りません）',
    'Instruction given beforehand (with one, no review follows)',
  ),
  skip: acts.skipAbsent,
  pullUpApprove: acts.pullUpApprove,
  pullUpDecide: acts.pullUpDecide,
  pullUpReject: acts.pullUpReject,
  pullUpWarning: w(
    'まだ処理していない下位の職は後閲になります。',
    'Those before you who have not acted will review it afterwards.',
  ),
  confirmPostReview: acts.confirmPostReview,
  postReviewComment: w('後閲のコメント（任意）', 'Comment on the review (optional)'),
  objectPostReview: acts.objectPostReview,
  postReviewWarning: w(
    '決裁は取り消されません。起案者が訂正の案件を起案します。',
    'The decision stands; the drafter will draft a correcting case.',
  ),
  markRead: acts.markRead,
  readComment: w('供覧へのコメント（任意）', 'Comment on what you read (optional)'),
  settle: acts.settleDispute,
  settleRevise: acts.settleRevise,
  settleProceed: acts.settleProceed,
  remind: acts.remind,
} as const;

export const standInWords = {
  behalf: w('代わる職', 'On behalf of'),
  evidence: w('不在の根拠', 'Absence'),
  article: w('根拠', 'Regulation'),
  reviewBy: w('後閲の期限', 'Review afterwards by'),
} as const;
