import { fill, type Locale, type Sentence } from '@kaigi/core/shared';
import { FILED_TEXTS } from './text-filed.ts';

const TEXTS = {
  title: { ja: '起案・文書登録', en: 'Draft and file' },
  sandbox: { ja: '練習用の環境です', en: 'Practice environment' },
  starting: { ja: '文書を確かめています…', en: 'Looking at the document…' },
  offline: {
    ja: 'ネットワークにつながっていません。入力した内容はこの画面に残っています。',
    en: 'You are offline. What you typed is kept here.',
  },
  'signedOut.title': { ja: 'サインインが必要です', en: 'Please sign in' },
  'signedOut.text': {
    ja: '市のアカウントで Word にサインインしてから続けてください。',
    en: 'Sign in to Word with your city account to go on.',
  },
  signIn: { ja: 'サインインする', en: 'Sign in' },
  'host.no': {
    ja: 'この画面は Word の中で使います。Word で文書を開き、ホームタブの「起案・文書登録」を押してください。',
    en: 'This page works inside Word. Open a document in Word and press “Draft and file” on the Home tab.',
  },
  'host.old': {
    ja: 'この Word では使えません。Word 2019 以降か Word for the web で開いてください。',
    en: 'This Word is too old. Please use Word 2019 or later, or Word on the web.',
  },
  retry: { ja: 'もう一度', en: 'Try again' },
  sendAgain: { ja: '同じ内容でもう一度送る', en: 'Send the same again' },
  step: { ja: '{now} / 4　{name}', en: 'Step {now} of 4: {name}' },
  'step.kind': { ja: '種別', en: 'Kind' },
  'step.classification': { ja: '分類', en: 'Classification' },
  'step.details': { ja: '件名・保存期間', en: 'Title and retention' },
  'step.save': { ja: '保存', en: 'Save' },
  next: { ja: '次へ', en: 'Next' },
  back: { ja: '戻る', en: 'Back' },
  'kind.question': { ja: 'この文書をどう扱いますか', en: 'What is this document?' },
  'kind.DRAFT_DOCUMENT': { ja: '起案', en: 'Proposal' },
  'kind.DRAFT_DOCUMENT.when': {
    ja: '上司の決裁を受けたいとき。回議にかけ、決まると文書番号が付きます。',
    en: 'When a decision is needed. It goes to your superiors and takes a number once decided.',
  },
  'kind.RECEIPT': { ja: '収受', en: 'Received document' },
  'kind.RECEIPT.when': {
    ja: '外から届いた文書を受け付けたとき。すぐに番号が付きます。',
    en: 'When a document arrived from outside. It takes a number at once.',
  },
  'kind.REFERENCE': { ja: '参考', en: 'Reference' },
  'kind.REFERENCE.when': {
    ja: '決裁はいらないが、資料として残したいとき。',
    en: 'When no decision is needed but the document is worth keeping.',
  },
  'kind.FINAL_DOCUMENT': { ja: '完成図書', en: 'Final deliverable' },
  'kind.FINAL_DOCUMENT.when': {
    ja: '委託や工事の成果として納められた文書を残すとき。',
    en: 'When keeping what was delivered at the end of a contract or works.',
  },
  'empty.title': { ja: '文書に文章がありません', en: 'The document has no text' },
  'empty.text': {
    ja: 'このまま登録もできますが、開いている文書が正しいか確かめてください。',
    en: 'You may go on, but check that the right document is open.',
  },
  'classification.question': { ja: 'どの分類に入れますか', en: 'Which classification?' },
  'classification.search': { ja: '分類を探す', en: 'Search classifications' },
  'classification.suggested': { ja: 'おすすめ', en: 'Suggested' },
  'classification.none': {
    ja: '「{word}」に合う分類はありません。別の言葉で探してください。',
    en: 'No classification matches “{word}”. Try another word.',
  },
  'classification.loading': { ja: '分類を調べています…', en: 'Looking up classifications…' },
  'classification.noneAtAll': {
    ja: '分類がまだ登録されていません。文書主管課に連絡してください。',
    en: 'No classifications are registered yet. Please contact the records section.',
  },
  'details.question': { ja: '件名と保存期間を確かめてください', en: 'Check the title and the retention period' },
  'details.title': { ja: '件名', en: 'Title' },
  'details.titleMissing': { ja: '件名を入れてください。', en: 'Please enter a title.' },
  'details.titleLong': {
    ja: '件名は200文字までです（いま{length}文字）。',
    en: 'At most 200 characters (now {length}).',
  },
  'details.retention': { ja: '保存期間', en: 'Retention period' },
  'details.why': { ja: 'なぜ{period}か', en: 'Why {period}?' },
  'details.folder': { ja: '簿冊', en: 'Folder' },
  'details.folder.none': {
    ja: '今年度のこの分類の簿冊はまだありません（あとから入れられます）',
    en: 'none of this class and year yet (it can be put into one later)',
  },
  'details.folder.choose': { ja: 'あとで決める', en: 'Decide later' },
  'details.folder.later': {
    ja: '選ばなくても登録できます。簿冊にはあとから入れられます。',
    en: 'You may leave it open; it can be put into a folder later.',
  },
  'level.open': { ja: '機密性を質問で決める', en: 'Decide by questions' },
  'level.proposed': { ja: 'おすすめに戻す', en: 'Back to what was proposed' },
  'level.answered': { ja: '答えから決まりました。', en: 'It follows from your answers.' },
  'details.basis': { ja: '根拠: {article}', en: 'Basis: {article}' },
  'details.proposal': { ja: '伺い文（任意）', en: 'What you ask for (optional)' },
  'details.proposalHelp': {
    ja: '例: このとおり実施してよろしいか伺います。',
    en: 'Example: May we proceed as described?',
  },
  'details.proposalLong': {
    ja: '伺い文は4000文字までです（いま{length}文字）。',
    en: 'At most 4000 characters (now {length}).',
  },
  'details.counterparty': { ja: '相手方', en: 'From whom' },
  'details.counterpartyHelp': {
    ja: '例: 県市町村課',
    en: 'Example: Prefecture, Municipal Affairs',
  },
  'details.counterpartyLong': { ja: '相手方は200文字までです。', en: 'At most 200 characters.' },
  'details.fileName': { ja: 'ファイル名（任意）', en: 'File name (optional)' },
  'details.fileNameLong': { ja: 'ファイル名は120文字までです。', en: 'At most 120 characters.' },
  'details.useName': { ja: '「{name}」にする', en: 'Use “{name}”' },
  'details.classificationPlace': {
    ja: '文書に分類・保存期間の欄も入れる',
    en: 'Also put a place for classification and retention into the document',
  },
  'file.draft': { ja: '起案する', en: 'Make the proposal' },
  'file.record': { ja: '登録する', en: 'File it' },
  'busy.preparing': { ja: '文書を準備しています…', en: 'Preparing the document…' },
  'busy.sending': { ja: '文書を送っています…', en: 'Sending the document…' },
  'busy.acting': { ja: '送っています…', en: 'Sending…' },
  unsure: {
    ja: '送った内容が届いたか分かりません。入力した内容と文書の写しは、この端末に残しています（画面を閉じても消えません）。つながると自動で送り直します。「同じ内容でもう一度送る」を押すこともできます。二重に登録されることはありません。',
    en: 'It is not known whether this arrived. What you typed and a copy of the document are kept on this device, also when you close this pane, and are sent again once there is a connection. You may also press “Send the same again”; nothing will be filed twice.',
  },
  'unsure.notKept': {
    ja: '送った内容が届いたか分かりません。この端末には控えを残せませんでした。この画面を閉じずに「同じ内容でもう一度送る」を押してください。二重に登録されることはありません。',
    en: 'It is not known whether this arrived, and no copy could be kept on this device. Do not close this pane; press “Send the same again”. Nothing will be filed twice.',
  },
  'unsure.signedOut': {
    ja: 'サインインの期限が切れたため、まだ送れていません。入力した内容と文書の写しは、この端末に残しています（画面を閉じても消えません）。サインインすると、同じ内容を送ります。二重に登録されることはありません。',
    en: 'Your sign-in has ended, so this was not sent yet. What you typed and a copy of the document are kept on this device, also when you close this pane. Sign in, and the same is sent; nothing will be filed twice.',
  },
  'failed.network': {
    ja: 'サービスにつながりません。しばらくしてからもう一度お試しください。',
    en: 'The service cannot be reached. Please try again in a while.',
  },
  'failed.unexpected': {
    ja: 'うまくいきませんでした。もう一度お試しください。',
    en: 'Something went wrong. Please try again.',
  },
  'failed.signedOut': {
    ja: 'サインインの期限が切れました。Word にサインインし直してください。',
    en: 'Your sign-in has ended. Please sign in to Word again.',
  },
  'failed.reference': { ja: '問い合わせ番号: {id}', en: 'Reference: {id}' },
  'word.fileNotGiven': {
    ja: 'Word から文書を受け取れませんでした。文書を一度保存し、もう一度お試しください。',
    en: 'Word did not hand over the document. Save it once and try again.',
  },
  'word.wordBusy': {
    ja: 'Word が作業中です。入力中のセルやダイアログを閉じて、もう一度お試しください。',
    en: 'Word is busy. Close any open dialog and try again.',
  },
  'word.documentLocked': {
    ja: '文書が編集できない状態です。編集の制限や読み取り専用を解除して、もう一度お試しください。',
    en: 'The document cannot be edited. Lift the protection or read-only state and try again.',
  },
  'word.wordFailed': {
    ja: 'Word の操作に失敗しました。もう一度お試しください。',
    en: 'Word could not do it. Please try again.',
  },
  rememberFailed: {
    ja: '登録はできましたが、文書に登録の記録を残せませんでした。',
    en: 'It was filed, but the document could not keep the note of it.',
  },
  remember: { ja: '記録を残す', en: 'Keep the note' },
  'gone.title': { ja: '登録の記録が見つかりません', en: 'The filed record was not found' },
  'gone.text': {
    ja: 'この文書には登録の記録がありますが、あなたの市のサービスに見つからないか、見る権限がありません。写しから作った文書なら、新しい文書として登録できます。',
    en: 'This document points at a record that does not exist here or that you may not see. If it is a copy, you can file it as a new document.',
  },
  anew: { ja: '新しい文書として登録する', en: 'File as a new document' },
  'anew.confirm': {
    ja: 'この文書と登録済みの案件とのつながりを外し、番号と日付の欄を空に戻します。登録済みの案件は変わりません。',
    en: 'This unties the document from the filed one and empties its number and date. The filed one stays as it is.',
  },
  'anew.yes': { ja: 'つながりを外す', en: 'Untie' },
  cancel: { ja: 'やめる', en: 'Cancel' },
  'status.DRAFT': { ja: '起案中', en: 'Draft' },
  'status.IN_REVIEW': { ja: '回議中', en: 'In review' },
  'status.IN_DISPUTE': { ja: '協議中', en: 'In dispute' },
  'status.SENT_BACK': { ja: '差戻し', en: 'Sent back' },
  'status.DECIDED': { ja: '決裁済', en: 'Decided' },
  'status.ISSUED': { ja: '施行済', en: 'Issued' },
  'status.COMPLETED': { ja: '完結', en: 'Completed' },
  'status.REJECTED': { ja: '却下', en: 'Rejected' },
  'status.ABANDONED': { ja: '廃案', en: 'Dropped' },
  'status.WITHDRAWN': { ja: '取下げ', en: 'Withdrawn' },
  'case.now': { ja: 'いま {post} {names}（{since} から）', en: 'Now with {post} {names} (since {since})' },
  'case.confidential': { ja: '機密性3の案件', en: 'A case of confidentiality 3' },
  'case.confidential.why': {
    ja: '機密性が高いため、件名・内容・ルートはここには表示しません。Teams のタブでご覧ください。',
    en: 'Its title, content and route are not shown here. Please see them in the Teams tab.',
  },
  'case.open': { ja: '案件のページを開く', en: 'Open the page of the case' },
  'case.vacant': { ja: '（空席）', en: '(vacant)' },
  'slot.away': { ja: '不在: {statement}', en: 'Away: {statement}' },
  'slot.deputy': { ja: '代われる人: {names}（{article}）', en: 'May stand in: {names} ({article})' },
  'slot.passOver': {
    ja: '待たずに後閲にできます（{article}）',
    en: 'May be passed over, to review afterwards ({article})',
  },
  'slot.passOver.automatic': {
    ja: '規程により後閲になり、次の人へ進みます（{article}）',
    en: 'Is passed over by the regulations and reviews afterwards ({article})',
  },
  'case.route': { ja: '決裁ルート', en: 'Route' },
  'case.routeProblem': { ja: 'いまは回議にかけられません: {problem}', en: 'It cannot be submitted now: {problem}' },
  'case.reason': { ja: '差戻しの理由', en: 'Reason it was sent back' },
  'case.sentBackBy': { ja: '{post} {name}（{at}）', en: '{post} {name} ({at})' },
  'case.readOnly': { ja: 'この案件の続きは起案者が行います。', en: 'The drafter goes on with this case.' },
  'case.number': { ja: '文書番号', en: 'Document number' },
  'case.decidedOn': { ja: '決裁日', en: 'Decided on' },
  'case.classification': { ja: '分類', en: 'Classification' },
  'case.drafted': {
    ja: '起案しました。ルートを確かめて、回議にかけてください。',
    en: 'The proposal is made. Check the route and submit it.',
  },
  'case.fileVersion': { ja: '登録した文書: 第{version}版', en: 'Filed document: version {version}' },
  'duty.REVIEW': { ja: '回議', en: 'Review' },
  'duty.CONSULT': { ja: '合議', en: 'Consultation' },
  'duty.EXAMINE': { ja: '審査', en: 'Examination' },
  'duty.PROVISIONAL': { ja: '仮決裁', en: 'Provisional decision' },
  'duty.DECISION': { ja: '決裁', en: 'Decision' },
  'slot.WAITING': { ja: 'これから', en: 'To come' },
  'slot.ACTIVE': { ja: 'いまここ', en: 'Here now' },
  'slot.APPROVED': { ja: '済み', en: 'Done' },
  'slot.CONSENTED': { ja: '同意', en: 'Consented' },
  'slot.CONSENTED_WITH_OPINION': { ja: '意見付き同意', en: 'Consented with an opinion' },
  'slot.OBJECTED': { ja: '異議あり', en: 'Objected' },
  'slot.REJECTED': { ja: '却下', en: 'Rejected' },
  'slot.SKIPPED_POST_REVIEW': { ja: '後閲', en: 'Reviews afterwards' },
  'slot.DEPUTY_DECIDED': { ja: '代決', en: 'Decided by a deputy' },
  'slot.NOT_REQUIRED': { ja: '不要', en: 'Not needed' },
  ...FILED_TEXTS,
} as const satisfies Record<string, Sentence>;

export type TextCode = keyof typeof TEXTS;
export type Say = (code: TextCode, params?: Record<string, string | number>) => string;

/** @returns the sentence maker of one language. */
export function speak(locale: Locale): Say {
  return (code, params = {}) => fill(TEXTS[code][locale], params);
}

export const TEXT_TABLE: Readonly<Record<string, Sentence>> = TEXTS;
