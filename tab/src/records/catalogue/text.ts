import type { Texts } from '@kaigi/core/shared';

export const catalogueText = {
  title: { ja: '文書目録（ファイル管理簿）', en: 'Public catalogue' },
  lead: {
    ja: '公開する簿冊の一覧です。公開できない名称は伏せます。ダウンロードの前に、下で確かめてください。',
    en: 'The list of folders for the public. Names that are not public are masked. Look at it below before you download it.',
  },
  year: { ja: '年度', en: 'Fiscal year' },
  utf8: { ja: 'CSVをダウンロード（UTF-8）', en: 'Download CSV (UTF-8)' },
  sjis: { ja: 'CSV（Shift_JIS）', en: 'CSV (Shift_JIS)' },
  count: {
    ja: '簿冊{total}件、うち名称を伏せるもの{masked}件',
    en: '{total|folder|folders}, {masked} with a masked name',
  },
  empty: { ja: '{year}の簿冊はありません', en: 'No folder: {year}' },
  'empty.body': { ja: '「簿冊」で作ると、ここに並びます。', en: 'Folders that are made appear here.' },
  why: { ja: '伏せる理由', en: 'Why masked' },
  'why.LEVEL': { ja: '自治体機密性3の文書を含む', en: 'holds documents of confidentiality 3' },
  'why.PARTICIPANTS': { ja: '関係者だけが読める案件を含む', en: 'holds a case for its participants only' },
  public: { ja: 'なし（公開）', en: 'None (public)' },
  cut: { ja: '下見は{shown}件までです。ファイルには全件が入ります。', en: 'Only {shown} are shown; the file has all.' },
} as const satisfies Texts;
