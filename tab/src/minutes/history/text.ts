import type { Texts } from '@kaigi/core/shared';

export const historyText = {
  'history.title': { ja: '変更の記録', en: 'History' },
  'history.lead': {
    ja: 'だれが、いつ、何をしたかの記録です。記録は消えません。',
    en: 'Who did what and when. It stays for good.',
  },
  'history.error': { ja: '記録を表示できませんでした', en: 'The history could not be shown' },
  'history.none': { ja: '記録はまだありません', en: 'Nothing is recorded yet' },
  'history.none.body': {
    ja: '会議や会議録に何かをすると、ここに出ます。',
    en: 'What is done to the meeting shows here.',
  },
  'changes.open': { ja: '変更の前と後（{count}件）', en: 'Before and after ({count})' },
  'changes.before': { ja: '前', en: 'Before' },
  'changes.after': { ja: '後', en: 'After' },
  'changes.empty': { ja: '（なし）', en: '(nothing)' },
  'changes.more': { ja: 'ほかに{count}件あります。', en: 'And {count} more.' },
  'words.DISPOSED': {
    ja: '変更した言葉は、保存期間が終わり廃棄されました。',
    en: 'The words were disposed of when their time was over.',
  },
  'words.WITHHELD': { ja: '変更した言葉は、ここでは表示しません。', en: 'The words are not shown here.' },
} as const satisfies Texts;
