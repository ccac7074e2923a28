import type { Texts } from '@kaigi/core/shared';

export const partsText = {
  'parts.label': { ja: '文書管理のページ', en: 'Pages of records' },
  'parts.register': { ja: '文書収発簿', en: 'Register' },
  'parts.folders': { ja: '簿冊', en: 'Folders' },
  'parts.receipts': { ja: '収受の配布', en: 'Distribution' },
  'parts.search': { ja: '検索', en: 'Search' },
  'parts.disposals': { ja: '廃棄・移管', en: 'Disposal' },
  'parts.templates': { ja: '様式', en: 'Templates' },
  'parts.postage': { ja: '郵便', en: 'Postage' },
  'parts.import': { ja: '取込み', en: 'Import' },
} as const satisfies Texts;

export const recordsText = {
  'register.title': { ja: '文書収発簿', en: 'Correspondence register' },
  'register.lead': {
    ja: '番号を取った文書の一覧です。番号は決裁のときに自動で付きます。',
    en: 'The documents that took a number. A number is taken by itself at the decision.',
  },
  'register.year': { ja: '年度', en: 'Fiscal year' },
  'register.print': { ja: '印刷', en: 'Print' },
  'register.print.busy': { ja: '全件を読み込んでいます…', en: 'Loading all rows…' },
  'register.empty': { ja: '{year}の文書はまだありません', en: 'There is no document of {year} yet' },
  'register.empty.body': {
    ja: '案件が決裁されるか文書を収受すると、番号が付いてここに表示されます。',
    en: 'When a case is decided or a document is received, it takes a number and appears here.',
  },
  'register.number': { ja: '文書番号', en: 'Number' },
  'register.date': { ja: '年月日', en: 'Date' },
  'register.direction': { ja: '区分', en: 'Kind' },
  'register.name': { ja: '件名', en: 'Title' },
  'register.counterparty': { ja: '相手方', en: 'Counterparty' },
  'register.unit': { ja: '主務課', en: 'Section' },
  'register.their_number': { ja: '相手番号', en: 'Their number' },
  'register.due': { ja: '処理期限', en: 'Due' },
  'register.handling': { ja: '処置', en: 'Handling' },
  'register.issued': { ja: '施行日', en: 'Issued' },
  'register.completed': { ja: '完結日', en: 'Completed' },
  'register.by': { ja: '担当者', en: 'Staff' },
  'register.note': { ja: '備考', en: 'Note' },
  'direction.DRAFTED': { ja: '起案', en: 'Drafted' },
  'direction.RECEIVED': { ja: '収受', en: 'Received' },
  'direction.SENT': { ja: '発送', en: 'Sent' },
  'download.done': { ja: '「{name}」を保存しました', en: '"{name}" was saved' },
  'download.failed': { ja: '文書を取得できませんでした', en: 'The document could not be downloaded' },
} as const satisfies Texts;
