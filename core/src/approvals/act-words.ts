import type { ActName } from './contract-history.ts';
import type { IssuanceMethod } from './contract-parts.ts';

/** A word or short phrase in both languages. */
export interface Words {
  readonly ja: string;
  readonly en: string;
}

const w = (ja: string, en: string): Words => ({ ja, en });

/** What an act is called where it is offered: on a card, in the tab, anywhere. */
export const actWords = {
  approve: w('承認', 'Approve'),
  decide: w('決裁', 'Decide'),
  sendBack: w('差戻し', 'Send back'),
  reject: w('却下', 'Reject'),
  ask: w('質問', 'Ask'),
  answer: w('回答', 'Answer'),
  pullBack: w('引戻し', 'Pull back'),
  requestWithdrawal: w('取下げの申出', 'Ask to withdraw'),
  confirmWithdrawal: w('取下げを確認', 'Confirm withdrawal'),
  declineWithdrawal: w('取下げを拒否', 'Decline withdrawal'),
  consent: w('同意', 'Agree'),
  consentWithOpinion: w('意見付き同意', 'Agree with an opinion'),
  object: w('異議', 'Object'),
  receive: w('合議の受付', 'Receive'),
  assign: w('回答する人を決める', 'Name who answers'),
  deputyDecide: w('代決', 'Decide as deputy'),
  deputyApprove: w('代理で承認', 'Approve as deputy'),
  skipAbsent: w('後閲にして進める', 'Pass over, to review afterwards'),
  pullUpApprove: w('引上げ承認', 'Pull up and approve'),
  pullUpDecide: w('引上げ決裁', 'Pull up and decide'),
  pullUpReject: w('引上げ却下', 'Pull up and reject'),
  confirmPostReview: w('後閲済みにする', 'Mark as reviewed'),
  objectPostReview: w('異議（指示）', 'Object (instruct)'),
  markRead: w('既読にする', 'Mark as read'),
  settleDispute: w('協議の結果を記録', 'Record how the talks ended'),
  settleRevise: w('修正してやり直す', 'Revise and submit again'),
  settleProceed: w('双方の意見を付けて上げる', 'Let both opinions go up'),
  remind: w('催促', 'Remind'),
  correct: w('訂正の案件を起案', 'Draft the correction'),
  abandon: w('廃案', 'Drop the case'),
  circulate: w('供覧に回す', 'Circulate'),
  issue: w('施行を登録', 'Register as issued'),
  correctIssuance: w('施行の登録を訂正', 'Correct the issuing'),
  complete: w('完結を登録', 'Register as completed'),
  addToRoute: w('回議先を加える', 'Add to the route'),
  raiseDecider: w('上位者の決裁を仰ぐ', 'Have a superior decide'),
} as const;

/** What an act is called once it was done: in the history of the tab and on the certificate. */
export const historyWords = {
  DRAFTED: w('起案', 'Drafted'),
  EDITED: w('内容の変更', 'Edited'),
  DOCUMENT_REPLACED: w('文書の差替え', 'Document replaced'),
  ROUTE_EDITED: w('ルートの変更', 'Route changed'),
  ROUTE_ADDED: w('回議先の追加', 'Added to the route'),
  DECIDER_RAISED: w('上位者の決裁を仰ぐ', 'A superior is to decide'),
  ATTACHED: w('添付の追加', 'Attached'),
  ATTACHMENT_REPLACED: w('添付の差替え', 'Attachment replaced'),
  ATTACHMENTS_ORDERED: w('添付の並べ替え', 'Attachments reordered'),
  ATTACHMENT_REMOVED: w('添付の削除', 'Attachment removed'),
  SUBMITTED: w('回議', 'Submitted'),
  APPROVED: w('承認', 'Approved'),
  CONSENTED: w('同意', 'Agreed'),
  CONSENTED_WITH_OPINION: w('意見付き同意', 'Agreed with an opinion'),
  OBJECTED: w('異議', 'Objected'),
  RECEIVED: w('合議の受付', 'Received for the section'),
  ASSIGNED: w('回答する人の決定', 'Named who answers'),
  DISPUTE_SETTLED: w('協議の結果', 'Talks ended'),
  DECIDED: w('決裁', 'Decided'),
  DEPUTY_DECIDED: w('代決・代理承認', 'Acted as deputy'),
  SKIPPED_ABSENT: w('不在のため後閲', 'Passed over while absent'),
  PASSED_OVER: w('不在のため後閲（規程による自動）', 'Passed over while absent, by rule'),
  PULLED_UP: w('引上げ', 'Pulled up'),
  POST_REVIEW_CONFIRMED: w('後閲', 'Reviewed afterwards'),
  POST_REVIEW_OBJECTED: w('後閲での異議（指示）', 'Objected afterwards'),
  SENT_BACK: w('差戻し', 'Sent back'),
  REJECTED: w('却下', 'Rejected'),
  ASKED: w('質問', 'Asked'),
  ANSWERED: w('回答', 'Answered'),
  PULLED_BACK: w('引戻し', 'Pulled back'),
  WITHDRAWAL_REQUESTED: w('取下げの申出', 'Asked to withdraw'),
  WITHDRAWAL_CONFIRMED: w('取下げの確認', 'Withdrawal confirmed'),
  WITHDRAWAL_DECLINED: w('取下げの拒否', 'Withdrawal declined'),
  DISCARDED: w('破棄', 'Discarded'),
  ABANDONED: w('廃案', 'Dropped'),
  CIRCULATED: w('供覧', 'Circulated'),
  READ: w('既読', 'Read'),
  REASSIGNED: w('担当の変更', 'Reassigned'),
  RELEASED: w('異動により職へ戻す', 'Returned to its post after a transfer'),
  EFFECTIVE_DATE_SET: w('効力が生じる日の決定', 'Effective day set'),
  ISSUED: w('施行', 'Issued'),
  ISSUANCE_CORRECTED: w('施行の登録の訂正', 'Issuing corrected'),
  COMPLETED: w('完結', 'Completed'),
  WORDS_GONE: w(
    '文書の廃棄・移管（伺い文・意見は残さない）',
    'Document disposed of or transferred; what was written is gone',
  ),
  REMINDED: w('催促', 'Reminded'),
} as const satisfies Readonly<Record<ActName, Words>>;

/** 施行方法 */
export const issuanceWords = {
  DISPATCH: w('郵送・使送で発送', 'Sent by post or messenger'),
  NOTICE: w('通知（メール・LGWAN文書交換など）', 'Notified (mail, document exchange)'),
  CONTRACT: w('契約の締結', 'A contract is concluded'),
  POSTING: w('告示・公告・掲示', 'Public notice'),
  OTHER: w('その他', 'Other'),
} as const satisfies Readonly<Record<IssuanceMethod, Words>>;

/** The same words as texts of a page, under codes that begin alike. */
export function coded<P extends string, T extends Readonly<Record<string, Words>>>(
  prefix: P,
  words: T,
): { readonly [K in keyof T & string as `${P}.${K}`]: Words } {
  const texts = Object.entries(words).map(([name, said]) => [`${prefix}.${name}`, said] as const);
  return Object.fromEntries(texts) as { readonly [K in keyof T & string as `${P}.${K}`]: Words };
}
