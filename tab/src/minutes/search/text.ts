import type { Texts } from '@kaigi/core/shared';

export const searchText = {
  'box.label': { ja: '会議録の全文検索', en: 'Search all minutes' },
  'box.hint': { ja: '2文字以上の言葉', en: 'Two letters or more' },
  'box.send': { ja: '探す', en: 'Search' },
  'page.title': { ja: '会議録を探す', en: 'Search minutes' },
  'page.lead': {
    ja: '見ることのできる会議の名称・議題・会議録の文から、言葉を探します。空白で区切ると、すべてを含む文が出ます。会議録を作る担当の会議は、文字起こしの発言も探します。',
    en: 'Words are sought in the names, agenda and minutes of the meetings that you may see; words between spaces must all be there. Of meetings whose minutes you keep, what was said is searched too.',
  },
  'page.back': { ja: '会議の一覧', en: 'All meetings' },
  'page.error': { ja: '探せませんでした', en: 'The search failed' },
  'field.q': { ja: '探す言葉', en: 'Words' },
  'field.q.short': { ja: '2文字以上入力してください。', en: 'Please type two letters or more.' },
  'field.speaker': { ja: '発言者', en: 'Speaker' },
  'field.agenda': { ja: '議題', en: 'Agenda item' },
  'field.body': { ja: '会議体', en: 'Body' },
  'field.body.any': { ja: 'すべての会議体', en: 'All bodies' },
  'field.from': { ja: '開催日（から）', en: 'Held from' },
  'field.to': { ja: '開催日（まで）', en: 'Held until' },
  results: { ja: '見つかった所', en: 'Found' },
  'results.total': { ja: '{count}件見つかりました。', en: 'Found in {count|place|places}.' },
  'results.none': { ja: '見つかりませんでした', en: 'Nothing was found' },
  'results.none.body': {
    ja: '言葉を短くするか、条件を減らしてお試しください。半角・全角、ひらがな・カタカナ、旧字体の違いは区別しません。',
    en: 'Try fewer words or fewer conditions. Width, kana and old shapes of kanji make no difference.',
  },
  'kind.TITLE': { ja: '会議の名称', en: 'Name' },
  'kind.AGENDA': { ja: '議題', en: 'Agenda' },
  'kind.SENTENCE': { ja: '会議録', en: 'Minutes' },
  'kind.LINE': { ja: '発言', en: 'Said' },
  'hit.open': { ja: '{kind}：{text}', en: '{kind}: {text}' },
} as const satisfies Texts;
