import type { Texts } from '../../shared/index.ts';

/** The pages of 文書管理, named in the chat. */
export const pagesTexts = {
  'records.page_records': { ja: '文書管理', en: 'Records' },
  'records.page_records_about': {
    ja: '文書収発簿、簿冊、検索、廃棄・移管、書庫などの画面です。',
    en: 'The register, folders, search, disposal, paper and the other pages of records.',
  },
  'records.page_register': { ja: '文書収発簿', en: 'Register' },
  'records.page_register_about': {
    ja: '番号を取った文書の一覧です。番号は決裁のときに自動で付き、手で取るときは「番号」と入力します。',
    en: 'The documents that took a number. A number is taken at the decision; to take one by hand, type “number”.',
  },
  'records.page_filing': { ja: '文書を登録する', en: 'File a document' },
  'records.page_filing_about': {
    ja: '収受・参考・完成図書は文書収発簿の「収受を登録」から、Word の文書は作業ウィンドウから、Teams のメッセージはそのメニューから登録します。',
    en: 'What was received, is kept for reference or is final is filed from the register, a Word document from its task pane, a message of Teams from its menu.',
  },
  'records.page_receipts': { ja: '収受の配布', en: 'Distribution' },
  'records.page_receipts_about': {
    ja: '収受した文書を、担当の課へ配布します。',
    en: 'What was received goes to the section it is for.',
  },
  'records.page_folders': { ja: '簿冊', en: 'Folders' },
  'records.page_folders_about': {
    ja: '年度と分類ごとの簿冊と、その保存期間です。',
    en: 'The folders of a year and class, and how long they are kept.',
  },
  'records.page_search': { ja: '文書を探す', en: 'Search documents' },
  'records.page_search_about': {
    ja: '検索した言葉の履歴は残していません。もう一度探すには「文書 ○○」と入力してください。',
    en: 'What was searched for is not kept. To search again, type “find …”.',
  },
  'records.page_paper': { ja: '書庫', en: 'Paper' },
  'records.page_paper_about': {
    ja: '紙の文書が入った箱の置き場所と貸出しです。',
    en: 'The boxes with paper documents, where they are and who has them.',
  },
  'records.page_disposals': { ja: '廃棄・移管', en: 'Disposal' },
  'records.page_disposals_about': {
    ja: '保存期間が満了する文書の目録と、廃棄の記録です。',
    en: 'The lists of what comes to its end, and the records of what was disposed of.',
  },
  'records.page_disclosures': { ja: '開示請求', en: 'Disclosure' },
  'records.page_disclosures_about': {
    ja: '情報公開・個人情報の開示請求を、収受から決定まで扱います。',
    en: 'Requests for disclosure, from receipt to decision.',
  },
  'records.page_space': { ja: '容量', en: 'Space' },
  'records.page_space_about': {
    ja: '文書が使っている容量と、整理できそうなものです。',
    en: 'What documents take up, and what could be let go of.',
  },
  'records.page_catalogue': { ja: '文書目録', en: 'Public catalogue' },
  'records.page_catalogue_about': {
    ja: '公開する簿冊の一覧（ファイル管理簿）です。',
    en: 'The list of folders for the public.',
  },
  'records.page_templates': { ja: '様式', en: 'Templates' },
  'records.page_templates_about': { ja: '課で使う Word の様式です。', en: 'Word forms that sections offer.' },
  'records.page_postage': { ja: '郵便', en: 'Postage' },
  'records.page_postage_about': { ja: '郵便料金の記録です。', en: 'What was sent by post, and its charges.' },
  'records.page_todo': { ja: '今週の仕事', en: 'This week' },
  'records.page_officer': { ja: '文書主任', en: 'Records officer' },
  'records.page_officer_about': { ja: 'あなたの課の文書主任：{names}', en: 'Of your section: {names}' },
  'records.page_officer_none': {
    ja: 'あなたの課には、文書主任が登録されていません。総括文書管理者に確かめてください。',
    en: 'Your section has no records officer. Ask the chief records manager.',
  },
  'records.page_open': { ja: '「{page}」を開く', en: 'Open “{page}”' },
} as const satisfies Texts;
