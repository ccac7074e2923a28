import type { Texts } from '../shared/index.ts';
import type { CaseStatus, Words } from './contract.ts';
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
  'approvals.words_are_gone': {
    ja: 'この案件の文書は{day}に廃棄・移管されたため、意見・理由・備考は記録できません。入力を消してから、もう一度操作してください。',
    en: 'The document of this case was disposed of or transferred on {day}, so that no opinion, reason or note is kept. Please leave them empty.',
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
    ja: 'その段階には、いまこの操作はできません。案件の今の様子を確かめて、選び直してください。',
    en: 'That step cannot be chosen for this now. Please look at the case as it is and choose again.',
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
  'approvals.command_where_title': {
    ja: 'あなたが起案した案件です。件名の言葉を付けると、ほかの案件も探せます（例：今どこ 物品購入）。',
    en: 'These are the cases you drafted. Add words of a title to find others (e.g. where printer).',
  },
  'approvals.command_where_nothing': {
    ja: 'あなたが起案して進行中の案件はありません。',
    en: 'None of the cases you drafted is under way.',
  },
  'approvals.command_inbox_empty': {
    ja: '受信箱は空です。あなたの処理を待っている案件はありません。',
    en: 'Your inbox is empty. Nothing waits for you.',
  },
  'approvals.command_inbox': {
    ja: 'あなたの処理を待っている案件を {count} 件、カードでお送りします。',
    en: 'Here come the cards of {count|case|cases} waiting for you.',
  },
  'approvals.command_inbox_more': {
    ja: 'ほか {count} 件はタブの受信箱にあります。',
    en: '{count} more are in the inbox tab.',
  },
  'approvals.command_inbox_more_than': {
    ja: 'ほか {count} 件以上がタブの受信箱にあります。',
    en: 'At least {count} more are in the inbox tab.',
  },
  'approvals.command_inbox_reading': {
    ja: '供覧で届いている案件が {count} 件あります。タブの受信箱で確かめてください。',
    en: '{count|case was|cases were} circulated to you; see the inbox tab.',
  },
  'approvals.command_inbox_stand_in': {
    ja: '不在の人に代わって処理できる案件が {count} 件あります。「代理」と入力すると示します。',
    en: 'You may act for absent holders in {count|case|cases}: type “deputy”.',
  },
  'approvals.command_stand_in_none': {
    ja: '今日、あなたが代決・代理できる案件はありません。',
    en: 'Today there is no case in which you may act for somebody absent.',
  },
  'approvals.command_stand_in_title': {
    ja: '今日、あなたが代わって処理できる案件（{count}件）',
    en: 'Cases in which you may act for somebody today ({count})',
  },
  'approvals.command_stand_in_for': {
    ja: '{post}に代わって{what}できます（{article}）',
    en: 'You may {what} for {post} ({article})',
  },
  'approvals.command_stand_in_decide': { ja: '代決', en: 'decide' },
  'approvals.command_stand_in_approve': { ja: '代理で承認', en: 'approve' },
  'approvals.command_absent_title': {
    ja: 'あなたの案件で、いま不在の職と、代われる人',
    en: 'Posts that are absent in your own cases, and who may act',
  },
  'approvals.command_absent_deputy': {
    ja: '{post}は不在です。今日は{deputy}が代われます（{article}）',
    en: '{post} is absent; today {deputy} may act ({article})',
  },
  'approvals.command_absent_nobody': {
    ja: '{post}は不在です。規程上、今日代われる人はいません',
    en: '{post} is absent, and nobody may act in their place today',
  },
  'approvals.command_remind_none': {
    ja: '催促できる案件は見つかりませんでした。催促できるのは、起案者と、この後に処理する人です。',
    en: 'There is no case that you can remind about: the drafter and those who come later can.',
  },
  'approvals.command_remind_which': {
    ja: 'どの案件を催促しますか？',
    en: 'About which case?',
  },
  'approvals.command_reminded': {
    ja: '「{title}」を催促しました：{who}',
    en: 'Reminded about “{title}”: {who}',
  },
  'approvals.command_draft_title': { ja: '起案する', en: 'Draft a case' },
  'approvals.command_draft_where': {
    ja: 'Word で文書を開き、ホームタブの「起案・文書登録」から起案します。タブでもできます。',
    en: 'Open the document in Word and press “Draft or file” on the Home tab. You can also begin on the Draft page of the tab.',
  },
  'approvals.command_draft_who_decides': {
    ja: 'だれの決裁になるかは、「誰の決裁 物品購入 50万円」のように入力すると分かります。',
    en: 'To see who would decide it, type for example “who decides 物品購入 50万円”.',
  },
  'approvals.command_draft_open_drafting': { ja: 'タブで起案する', en: 'Draft in the tab' },
  'approvals.command_draft_open_templates': { ja: 'Word の様式を見る', en: 'Word forms' },
  'approvals.command_draft_open_drafted': { ja: '自分の起案を見る', en: 'My drafts' },
};

export const statusWords: Readonly<Record<CaseStatus, Words>> = {
  DRAFT: { ja: '起案中', en: 'Draft' },
  IN_REVIEW: { ja: '回議中', en: 'In review' },
  IN_DISPUTE: { ja: '協議中', en: 'In dispute' },
  SENT_BACK: { ja: '差戻し', en: 'Sent back' },
  DECIDED: { ja: '決裁済', en: 'Decided' },
  ISSUED: { ja: '施行済', en: 'Issued' },
  COMPLETED: { ja: '完結', en: 'Completed' },
  REJECTED: { ja: '却下', en: 'Rejected' },
  ABANDONED: { ja: '廃案', en: 'Dropped' },
  WITHDRAWN: { ja: '取下げ', en: 'Withdrawn' },
};
