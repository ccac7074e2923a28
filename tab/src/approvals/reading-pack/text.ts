import type { Texts } from '@kaigi/core/shared';

export const readingText = {
  'reading.title': { ja: 'まとめて読む', en: 'Reading pack' },
  'reading.lead': {
    ja: '本文と添付を、1 つの画面で続けて読めます。',
    en: 'The document and its attachments in one continuous view.',
  },
  'reading.document': { ja: '本文', en: 'Document' },
  'reading.document.lead': { ja: '文書を、ここで読めます。', en: 'The document can be read here.' },
  'reading.open': { ja: '開いて読む', en: 'Open and read' },
  'reading.close': { ja: '閉じる', en: 'Close' },
  'reading.error': { ja: '資料を表示できませんでした', en: 'The papers could not be shown' },
  'reading.total': { ja: '全{pages}ページ・{parts}点', en: '{parts} papers, {pages} pages' },
  'reading.total.about': { ja: '全{pages}ページほど・{parts}点', en: '{parts} papers, about {pages} pages' },
  'reading.uncounted': { ja: 'ほかにページ数の分からないもの{count}点', en: 'and {count} without a page count' },
  'reading.contents': { ja: '資料の一覧', en: 'Contents' },
  'reading.pages': { ja: '{count}ページ', en: '{count|page|pages}' },
  'reading.pages.about': { ja: '約{count}ページ', en: 'about {count|page|pages}' },
  'reading.view': { ja: '表示', en: 'Show' },
  'reading.view.all': { ja: '全文', en: 'Everything' },
  'reading.view.diff': { ja: '前回との違い（{count}）', en: 'What is different ({count})' },
  'reading.since': { ja: '前回（{when}）の資料と比べています。', en: 'Compared with the papers of {when}.' },
  'reading.view.cited': { ja: '引用元との違い（{count}）', en: 'Against the case cited ({count})' },
  'reading.cited': {
    ja: '引用した案件の伺い文・本文と比べています：',
    en: 'Proposal and document, compared with the case that was copied: ',
  },
  'reading.cited.none': {
    ja: '引用した案件から変わったところはありません。',
    en: 'Nothing is different from the case that was copied.',
  },
  'reading.proposal': { ja: '件名・伺い文', en: 'Title and proposal' },
  'reading.diff.none': { ja: '前回から変わったところはありません。', en: 'Nothing is different from last time.' },
  'reading.diff.gap': { ja: '（同じ段落 {count}）', en: '({count} unchanged paragraphs)' },
  'reading.change.SAME': { ja: '変更なし', en: 'Unchanged' },
  'reading.change.ADDED': { ja: '追加', en: 'Added' },
  'reading.change.REMOVED': { ja: '削除', en: 'Removed' },
  'reading.change.CHANGED': { ja: '変更', en: 'Changed' },
  'reading.change.REPLACED': { ja: '差替え', en: 'Replaced' },
  'reading.note.UNREADABLE': { ja: '壊れているため表示できません。', en: 'It is broken and cannot be shown.' },
  'reading.note.ENCRYPTED': {
    ja: 'パスワードで保護されているため表示できません。',
    en: 'It is protected by a password and cannot be shown.',
  },
  'reading.note.TOO_LARGE': {
    ja: '大きすぎるため、ここには表示できません。ファイルを開いてください。',
    en: 'It is too large to be shown here. Please open the file.',
  },
  'reading.note.REFUSED': {
    ja: 'マクロや外部からの読込みを含むため、表示しません。',
    en: 'It holds macros or loads things from outside, and is not shown.',
  },
  'reading.note.OBJECTS_OMITTED': {
    ja: '数式や埋込みは省いています。',
    en: 'Formulas and embedded objects are left out.',
  },
  'reading.note.PICTURES_OMITTED': { ja: '一部の図は省いています。', en: 'Some pictures are left out.' },
  'reading.note.TRACKED_CHANGES': {
    ja: '変更履歴があります。すべて反映した形で表示しています。',
    en: 'It has tracked changes, shown as if all were accepted.',
  },
  'reading.note.COMMENTS': { ja: 'コメントが付いています。', en: 'It has comments.' },
  'reading.note.TEXT_ONLY': {
    ja: '文字だけを表示しています。図や体裁はファイルで確かめてください。',
    en: 'Only its text is shown. See the file for drawings and layout.',
  },
  'reading.note.OPEN_ORIGINAL': { ja: 'ファイルを開いてご覧ください。', en: 'Please open the file.' },
} as const satisfies Texts;
