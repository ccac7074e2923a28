import type { Texts } from '@kaigi/core/shared';

export const searchText = {
  'page.title': { ja: '文書を探す', en: 'Search documents' },
  'page.lead': {
    ja: '見ることのできる文書の本文・件名・番号・相手方・分類・日付（令和8年11月など）と、決裁済みの案件の添付から、言葉を探します。空白で区切ると、すべてを含む文書が出ます。文でたずねることもできます。',
    en: 'Words are sought in the text, title, number, counterparty, class and dates of the documents that you may see, and in what is attached to decided cases; words between spaces must all be there. You may also ask in a sentence.',
  },
  'page.error': { ja: '探せませんでした', en: 'The search failed' },
  'field.q': { ja: '探す言葉', en: 'Words' },
  'field.q.hint': {
    ja: '2文字以上。空白を含む言葉は "…" で囲みます。',
    en: 'Two letters or more. Put words with spaces in "…".',
  },
  'field.q.short': { ja: '2文字以上入力してください。', en: 'Please type two letters or more.' },
  'field.kind': { ja: '種別', en: 'Kind' },
  'field.kind.any': { ja: 'すべて', en: 'All' },
  'field.fiscalYear': { ja: '年度', en: 'Fiscal year' },
  'field.fiscalYear.any': { ja: 'すべての年度', en: 'All years' },
  'field.state': { ja: '状態', en: 'State' },
  'field.state.any': { ja: 'すべて', en: 'All' },
  'field.classificationCode': { ja: '分類記号（はじめの部分）', en: 'Class code (its beginning)' },
  'field.counterparty': { ja: '相手方', en: 'Counterparty' },
  'field.from': { ja: '登録日（から）', en: 'Filed from' },
  'field.to': { ja: '登録日（まで）', en: 'Filed until' },
  filters: { ja: '絞り込み', en: 'Filters' },
  'filters.used': { ja: '絞り込み（{count}件）', en: 'Filters ({count} in use)' },
  send: { ja: '探す', en: 'Search' },
  results: { ja: '見つかった文書', en: 'Found' },
  'found.attachment': { ja: '添付「{name}」の中', en: 'In the attachment “{name}”' },
  'found.attached': { ja: '添付の中', en: 'In an attachment' },
  'results.total': {
    ja: '{count}件見つかりました。新しい順です。',
    en: '{count|document|documents} found, newest first.',
  },
  'results.more': {
    ja: '{count}件以上見つかりました。新しい順です。',
    en: 'More than {count} documents found, newest first.',
  },
  'results.related': {
    ja: 'そのままの言葉を含む文書はありません。内容の近い順に{count}件を出しています。',
    en: 'No document has exactly these words. Here are {count}, the closest first.',
  },
  'results.under_way': {
    ja: '探しています…（下は前に探したときの文書です）',
    en: 'Searching… (below is what was found before)',
  },
  'results.rebuilding': {
    ja: '索引を作り直しています。終わるまで、前からある文書は見つからないことがあります。新しい文書から順に入ります。',
    en: 'The index is being made anew. Until that is done older documents may be missing; the newest come first.',
  },
  'results.none': { ja: '見つかりませんでした', en: 'Nothing was found' },
  'results.none.body': {
    ja: '言葉を短くするか、条件を減らしてお試しください。半角・全角、ひらがな・カタカナ、旧字体の違いは区別しません。',
    en: 'Try fewer words or fewer conditions. Width, kana and old shapes of kanji make no difference.',
  },
  'kind.DRAFT_DOCUMENT': { ja: '起案文書', en: 'Draft' },
  'kind.RECEIPT': { ja: '収受文書', en: 'Received' },
  'kind.REFERENCE': { ja: '参考', en: 'Reference' },
  'kind.FINAL_DOCUMENT': { ja: '完成図書', en: 'Final document' },
  'state.OPEN': { ja: '未確定', en: 'Open' },
  'state.FROZEN': { ja: '確定', en: 'Frozen' },
  'state.DISCARDED': { ja: '取りやめ', en: 'Given up' },
} as const satisfies Texts;
