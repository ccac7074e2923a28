import type { Sentence } from '@kaigi/core/shared';

/** What is said of a filed document, of copies of it, of 様式, and of what has not arrived. */
export const FILED_TEXTS = {
  'waiting.title': { ja: 'まだ届いていない登録があります', en: 'Not everything has arrived yet' },
  'waiting.text': {
    ja: '入力した内容と文書の写しは、この端末に残っています。つながると自動で送ります。',
    en: 'What was typed and copies of the documents are on this device. They are sent once there is a connection.',
  },
  'waiting.send': { ja: '今すぐ送る', en: 'Send now' },
  'waiting.tooOld': {
    ja: '日数がたったため自動では送りません。文書収発簿で登録されたか確かめ、なければ文書を開いて登録し直してください。',
    en: 'Too many days have passed to send it by itself. Look in the register whether it was filed; if not, open the document and file it again.',
  },
  'waiting.forget': { ja: '控えを消す', en: 'Remove the copy' },
  close: { ja: '閉じる', en: 'Close' },
  'notFiled.title': { ja: 'この文書はまだ登録されていません', en: 'This document is not filed yet' },
  'notFiled.text': {
    ja: '起案・登録すると、決裁の状況と文書番号がここに出ます。',
    en: 'Once it is filed, the state of its decision and its number are shown here.',
  },
  'notFiled.begin': { ja: '起案・登録する', en: 'Draft or file it' },
  'places.added': {
    ja: '番号と日付の欄を文書のはじめに入れました。ヘッダーなどへ移しても、決裁のあとに番号と日付が入ります。',
    en: 'Places for number and date stand at the top of the document. You may move them, for example into the header; they are filled after the decision.',
  },
  'places.there': {
    ja: '番号と日付の欄はもう文書にあります。',
    en: 'The document has places for number and date already.',
  },
  'place.add.number': { ja: '番号の欄を入れる', en: 'Add the number' },
  'place.add.date': { ja: '日付の欄を入れる', en: 'Add the date' },
  'place.add.classification': { ja: '分類の欄を入れる', en: 'Add the classification' },
  'copy.title': { ja: '登録した文書の写しですか', en: 'Is this a copy of a filed document?' },
  'copy.text': {
    ja: 'この文書には「{title}」（{number}）の登録が残っていますが、登録した文書と違うところがあります。',
    en: 'This document carries the registration of “{title}” ({number}), but it is not quite the document that was filed.',
  },
  'copy.noNumber': { ja: '番号なし', en: 'no number' },
  'copy.PLACE': { ja: '・置いてある場所が違います', en: '- it stands in another place' },
  'copy.NAME': { ja: '・ファイルの名前が違います', en: '- its file has another name' },
  'copy.WORDS': { ja: '・文章が違います', en: '- its text is different' },
  'copy.new': { ja: '新しい文書として登録する', en: 'File it as a new document' },
  'copy.new.help': {
    ja: 'この文書の番号と日付を消し、はじめから登録します。元の文書は変わりません。',
    en: 'Number and date are removed from this document, and it is filed from the start. The original stays as it is.',
  },
  'copy.goOn': { ja: '登録した文書の続きとして使う', en: 'Go on with the filed document' },
  'copy.goOn.help': { ja: '名前や場所を変えただけのとき。', en: 'When only its name or place was changed.' },
  'template.title': { ja: '様式', en: 'Templates' },
  'template.begin': { ja: '様式から作る', en: 'Begin from a template' },
  'template.add': { ja: '様式を入れる', en: 'Insert a template' },
  'template.added': {
    ja: 'いまの文章はそのまま残り、様式は文書の終わりに入ります。',
    en: 'What you wrote stays; the template is put at the end of the document.',
  },
  'template.search': { ja: '様式を探す', en: 'Search templates' },
  'template.loading': { ja: '様式を調べています…', en: 'Looking up templates…' },
  'template.none': {
    ja: '様式がありません。様式は、主管課の文書主任が「文書管理」の「様式」に登録します。',
    en: 'There is no template. Records officers add them under Records, Templates.',
  },
  'template.edition': { ja: '第{edition}版', en: 'edition {edition}' },
  'template.insert': { ja: '文書に入れる', en: 'Insert' },
  'template.insertThis': { ja: '「{title}」を文書に入れる', en: 'Insert “{title}”' },
  'template.old': {
    ja: 'この文書は様式「{title}」の第{mine}版から作られています。いまは第{now}版です。',
    en: 'This document was made from edition {mine} of the template “{title}”. The current one is edition {now}.',
  },
  'template.retired': {
    ja: 'この文書の様式「{title}」は使わないことになりました。{unit}に確かめてください。',
    en: 'The template “{title}” of this document is no longer in use. Ask {unit}.',
  },
  submit: { ja: '回議にかける', en: 'Submit for review' },
  resubmit: { ja: '再び回議にかける', en: 'Submit again' },
  replace: { ja: '修正した文書で差し替える', en: 'Replace with the corrected document' },
  replaced: { ja: '文書を差し替えました（第{version}版）。', en: 'The document was replaced (version {version}).' },
  pullBack: { ja: '引き戻す', en: 'Pull back' },
  withdraw: { ja: '取下げの申出', en: 'Ask to withdraw' },
  'withdraw.reason': { ja: '取下げの理由', en: 'Reason to withdraw' },
  'withdraw.asked': { ja: '取下げを申し出ています（{at}）: {reason}', en: 'Withdrawal asked for ({at}): {reason}' },
  'withdraw.send': { ja: '申し出る', en: 'Ask' },
  'stamp.done': {
    ja: '文書番号と日付を文書に差し込みました',
    en: 'The number and the date were put into the document',
  },
  'stamp.working': { ja: '番号と日付を差し込んでいます…', en: 'Putting number and date into the document…' },
  'stamp.locked': {
    ja: '文書が保護されているため、番号と日付を差し込めませんでした。［校閲］→［編集の制限］で保護を中止してから「もう一度」を押してください。',
    en: 'The document is protected, so number and date could not be put into it. Stop the protection (Review, Restrict Editing), then try again.',
  },
  'stamp.missing': {
    ja: '文書に番号と日付の欄がありません。',
    en: 'The document has no place for the number and the date.',
  },
  'stamp.insert': { ja: '欄を入れて差し込む', en: 'Add the places and fill them' },
  'stamp.failed': {
    ja: '番号と日付を文書に差し込めませんでした。',
    en: 'The number and the date could not be put into the document.',
  },
  'stamp.unsaved': {
    ja: '文書はまだ保存されていません。名前を付けて保存してください。',
    en: 'The document has not been saved yet. Please save it.',
  },
  'record.filed': { ja: '登録しました', en: 'Filed' },
  'record.at': { ja: '登録日時', en: 'Filed at' },
} as const satisfies Record<string, Sentence>;
