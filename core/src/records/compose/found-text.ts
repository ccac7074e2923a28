import type { Texts } from '../../shared/index.ts';

/** 「文書 ○○」 in the chat. */
export const foundTexts = {
  'records.find_usage_title': { ja: '文書を探す', en: 'Search documents' },
  'records.find_usage': {
    ja: '「文書 図書館」のように、探す言葉を続けて入力してください（2文字以上）。空白で区切ると、すべてを含む文書です。文でたずねることもできます。',
    en: 'Type the words after it: “find library” (two letters or more). Words between spaces must all be there. You may also ask in a sentence.',
  },
  'records.find_where': {
    ja: 'あなたが見ることのできる文書の本文・件名・番号・相手方・分類・日付と、決裁済みの案件の添付から探します。',
    en: 'They are sought in text, title, number, counterparty, class and dates of the documents that you may see, and in what is attached to decided cases.',
  },
  'records.find_title': { ja: '文書の検索：{query}', en: 'Documents with {query}' },
  'records.find_total': {
    ja: '{total}件見つかりました。新しい順です。',
    en: '{total|document|documents} found, newest first.',
  },
  'records.find_newest': {
    ja: '{total}件見つかりました。新しいものから{shown}件です。',
    en: '{total|document|documents} found. Here are the newest {shown}.',
  },
  'records.find_more': {
    ja: '{total}件以上見つかりました。新しいものから{shown}件です。',
    en: 'More than {total} documents found. Here are the newest {shown}.',
  },
  'records.find_related': {
    ja: 'そのままの言葉を含む文書はありません。内容の近いものから{shown}件です。',
    en: 'No document has exactly these words. Here are {shown}, the closest first.',
  },
  'records.find_none': {
    ja: '「{query}」を含む文書は、あなたが見ることのできる範囲には見つかりませんでした。言葉を短くするか、減らしてお試しください。半角・全角、ひらがな・カタカナ、旧字体の違いは区別しません。',
    en: 'Among the documents that you may see, none has “{query}”. Try fewer or shorter words; width, kana and old shapes of kanji make no difference.',
  },
  'records.find_rebuilding': {
    ja: '索引を作り直しているため、前からある文書は見つからないことがあります。',
    en: 'The index is being made anew: older documents may be missing until that is done.',
  },
  'records.find_attachment': { ja: '添付「{name}」の中', en: 'In the attachment “{name}”' },
  'records.find_attached': { ja: '添付の中', en: 'In an attachment' },
  'records.find_open_page': { ja: '検索のページで見る', en: 'Open the search page' },
} as const satisfies Texts;
