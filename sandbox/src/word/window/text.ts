export type Language = 'ja' | 'en';

const TEXTS = {
  title: { ja: 'Word（練習用）', en: 'Word (practice)' },
  badge: { ja: '練習用の環境', en: 'Practice environment' },
  sandbox: {
    ja: '練習用の環境です。入力した内容は本番に届きません。',
    en: 'A practice environment. Nothing here reaches the real city.',
  },
  open: { ja: 'ファイルを開く', en: 'Open a file' },
  file: { ja: 'ファイル', en: 'File' },
  newDocument: { ja: '新しい文書', en: 'New document' },
  newName: { ja: '文書{number}', en: 'Document{number}' },
  samples: { ja: '練習用の文書', en: 'Practice documents' },
  recent: { ja: '最近の文書', en: 'Recent documents' },
  noRecent: { ja: 'まだ開いた文書はありません。', en: 'No document has been opened yet.' },
  drop: { ja: 'Word の文書（.docx）をここに置いても開けます。', en: 'You may also drop a Word document (.docx) here.' },
  download: { ja: 'ダウンロード', en: 'Download' },
  addParagraph: { ja: '段落を追加', en: 'Add a paragraph' },
  editParagraph: { ja: '段落を編集', en: 'Edit a paragraph' },
  whichParagraph: { ja: '編集する段落', en: 'Paragraph to edit' },
  paragraphText: { ja: '段落の文章', en: 'Text of the paragraph' },
  emptyParagraph: { ja: '（空の段落）', en: '(empty paragraph)' },
  noPlainParagraph: {
    ja: 'この画面で編集できる段落がありません。図や欄を含む段落は編集できません。',
    en: 'There is no paragraph that can be edited here. Paragraphs with pictures or locked fields cannot be edited.',
  },
  save: { ja: '決定', en: 'OK' },
  cancel: { ja: 'やめる', en: 'Cancel' },
  saved: { ja: 'このブラウザーに保存しました', en: 'Kept in this browser' },
  opening: { ja: '文書を開いています…', en: 'Opening the document…' },
  dark: { ja: '暗い配色', en: 'Dark' },
  light: { ja: '明るい配色', en: 'Light' },
  otherLanguage: { ja: 'English', en: '日本語' },
  pane: { ja: '起案・文書登録', en: 'Draft and file' },
  'pane.file': { ja: '起案・文書登録', en: 'Draft or file' },
  'pane.status': { ja: '決裁の状況', en: 'State of the decision' },
  'pane.places': { ja: '番号の欄', en: 'Place for the number' },
  paneSilent: {
    ja: '作業ウィンドウが応答しません。サービス（{url}）が起動しているか確かめて、読み込み直してください。',
    en: 'The task pane does not answer. Check that the service ({url}) is running and reload the pane.',
  },
  reload: { ja: '読み込み直す', en: 'Reload' },
  who: { ja: '{person} として開いています', en: 'Signed in as {person}' },
  noPerson: { ja: '誰として開くかが指定されていません。', en: 'It is not said who opens this window.' },
  choosePerson: { ja: '人を選ぶ', en: 'Choose a person' },
  plainView: {
    ja: 'この文書は体裁を表示できないため、文章だけを表示しています。',
    en: 'The layout of this document cannot be shown; here is its text.',
  },
  gone: {
    ja: 'この文書はこのブラウザーに残っていません。もう一度開いてください。',
    en: 'This document is no longer kept in this browser. Please open it again.',
  },
  forget: { ja: '「{name}」を一覧から消す', en: 'Remove “{name}” from the list' },
  keepFailed: {
    ja: 'このブラウザーに保存できませんでした。「ダウンロード」で手元に残してください。',
    en: 'It could not be kept in this browser. Use Download to keep a copy.',
  },
  locked: { ja: '編集できない欄です', en: 'This field is locked' },
  'refused.empty': {
    ja: '「{name}」は空のファイルです。中身のある Word の文書（.docx）を選んでください。',
    en: '“{name}” is empty. Choose a Word document (.docx) with content.',
  },
  'refused.tooLarge': {
    ja: '「{name}」は 50 MB を超えているため開けません。',
    en: '“{name}” is larger than 50 MB and cannot be opened.',
  },
  'refused.encrypted': {
    ja: '「{name}」はパスワードで保護されているか、古い形式（.doc）の文書のため開けません。保護を外すか .docx で保存し直してください。',
    en: '“{name}” is protected by a password or in the old .doc format. Remove the protection or save it as .docx.',
  },
  'refused.notDocx': {
    ja: '「{name}」は Word の文書（.docx）ではないか、壊れているため開けません。',
    en: '“{name}” is not a Word document (.docx), or it is damaged.',
  },
  'refused.macros': {
    ja: '「{name}」はマクロを含む文書（.docm）のため開けません。マクロのない .docx で保存し直してください。',
    en: '“{name}” contains macros (.docm). Save it as a .docx without macros.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type TextCode = keyof typeof TEXTS;

export function say(language: Language, code: TextCode, params: Record<string, string> = {}): string {
  return TEXTS[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
