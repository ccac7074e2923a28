import type { Texts } from '@kaigi/core/shared';

export const redactionText = {
  title: { ja: '墨消し', en: 'Redaction' },
  back: { ja: '開示請求に戻る', en: 'Back to the request' },
  lead: {
    ja: '隠す箇所と根拠を選ぶと、見える文字だけから写し（PDF）を作ります。原本は変わりません。見た目（レイアウト・図・印影）は写しません。',
    en: 'Choose what is hidden and why. The copy (PDF) is made from the words that are shown; the record stays as it is. Layout, pictures and seals are not copied.',
  },
  not_kept: {
    ja: '選んだ箇所は、写しを作るまで保存されません。',
    en: 'What you chose is not saved before the copy is made.',
  },
  refused: { ja: 'この文書は、ここでは墨消しできません', en: 'It cannot be redacted here' },
  not_yours: {
    ja: 'この文書を判断できる人だけが、決定の前に墨消しできます。',
    en: 'Only who may judge the document can do this, before the decision.',
  },
  'hide.title': { ja: '隠す箇所を選ぶ', en: 'Choose what is hidden' },
  'hide.ground': { ja: '根拠', en: 'Ground' },
  'hide.word': { ja: '隠す言葉', en: 'Words' },
  'hide.word_hint': {
    ja: '空白・改行・全角半角、ハイフンや長音の違いは問いません',
    en: 'Blanks, line breaks and width of letters do not matter',
  },
  'hide.all': { ja: '同じ言葉をすべて隠す（{count}箇所）', en: 'Hide every place ({count})' },
  'hide.selected': { ja: '選んだ箇所を隠す', en: 'Hide the selection' },
  'hide.selection': { ja: '選択中：「{words}」', en: 'Selected: “{words}”' },
  'hide.no_selection': {
    ja: '下の文字を指やマウスで選ぶと、その箇所を隠せます。',
    en: 'Select words below by mouse or finger to hide them.',
  },
  'hide.none': { ja: 'まだ何も隠していません。', en: 'Nothing is hidden yet.' },
  'show.label': { ja: '表示', en: 'View' },
  'show.choose': { ja: '選ぶ', en: 'Choose' },
  'show.preview': { ja: '写しの見え方', en: 'As in the copy' },
  'text.label': { ja: '文書の文字', en: 'Words of the document' },
  'preview.label': { ja: '写しの文字', en: 'Words of the copy' },
  'passages.title': { ja: '隠した箇所（{count}）', en: 'Hidden ({count})' },
  'passages.show': { ja: '戻す', en: 'Show again' },
  'passages.show_of': { ja: '{place}番目の「{words}」を戻す', en: 'Show “{words}” (no. {place}) again' },
  'passages.too_many': { ja: '隠せるのは{count}箇所までです。', en: 'At most {count} places can be hidden.' },
  'make.button': { ja: '写しを作る', en: 'Make the copy' },
  'make.busy': { ja: '写しを作っています…', en: 'Making the copy…' },
  'make.failed': { ja: '写しを作れませんでした', en: 'The copy was not made' },
  'make.done': {
    ja: '写し{nth}を作りました（{pages}ページ、{size}）',
    en: 'Copy {nth} is made ({pages|page|pages}, {size})',
  },
  'make.left_over': {
    ja: '隠した言葉が、ほかの場所に残っています：{words}。確かめて、必要なら隠してもう一度作ってください。',
    en: 'What is hidden in one place still stands in another: {words}. Look at it, and make the copy again if it must go.',
  },
  'make.word': { ja: '「{word}」', en: '“{word}”' },
  'make.clean': {
    ja: '隠した言葉は、ほかの場所に残っていません。渡す前に、写しを最後まで読んで確かめてください。',
    en: 'Nothing that is hidden is left elsewhere. Read the copy to its end before you hand it out.',
  },
  download: { ja: '写しを保存（PDF）', en: 'Download the copy (PDF)' },
} as const satisfies Texts;

/** Of a copy and the judgement of its document. */
export const differingText = {
  unjudged: {
    ja: '写しに、判断にない根拠（{grounds}）の墨があります。写しを作り直すか、判断を改めてください。',
    en: 'The copy has bars by a ground that was not judged ({grounds}). Make it anew, or judge again. ',
  },
  unbarred: {
    ja: '判断した根拠（{grounds}）の墨が、写しにありません。隠し忘れがないかを見てください。',
    en: 'No bar of the copy has a ground that was judged ({grounds}). Look whether something was forgotten. ',
  },
  seen: {
    ja: '墨のない根拠は、文字でない部分（写真・図・印影）のものか、ほかの根拠の墨と重なるもので、隠し忘れはありません',
    en: 'Grounds without a bar are about pictures, drawings or seals, or lie under the bar of another ground; nothing was forgotten',
  },
} as const satisfies Texts;
