import type { Texts } from '@kaigi/core/shared';

export const suggestionsText = {
  'suggestions.open': { ja: '整文の候補', en: 'Clean read' },
  'suggestions.lead': {
    ja: '規則で見つけた候補です。反映しても「元に戻す」で戻せます。',
    en: 'Found by rules. What is taken can be undone.',
  },
  'suggestions.error': { ja: '候補を表示できませんでした', en: 'The suggestions could not be shown' },
  'suggestions.none': { ja: '整文の候補はありません。', en: 'There is nothing to suggest.' },
  'suggestions.unsaved': {
    ja: '保存していない変更がある発言の候補は、保存した後に出ます。',
    en: 'For remarks that are not saved yet, suggestions come once they are.',
  },
  'kind.FILLER': { ja: '言いよどみ（{count}件）', en: 'Fillers ({count})' },
  'kind.REPETITION': { ja: '繰り返し（{count}件）', en: 'Repetitions ({count})' },
  'kind.RESTART': { ja: '言い直し（{count}件）', en: 'False starts ({count})' },
  'kind.OBVIOUS_ERROR': { ja: '明らかな誤り（{count}件）', en: 'Obvious errors ({count})' },
  'kind.GLOSSARY': { ja: '用語集・人や課の名（{count}件）', en: 'Glossary, people and units ({count})' },
  'kind.INAUDIBLE': { ja: '聴取不能の書き方（{count}件）', en: 'Inaudible ({count})' },
  'kind.NUMBER': { ja: '数字の書き方（{count}件）', en: 'Numbers ({count})' },
  'kind.all': { ja: 'すべて反映する', en: 'Take all' },
  'kind.all.label': { ja: '{kind}をすべて反映する', en: 'Take all: {kind}' },
  'kind.more': { ja: 'ほかに{count}件あります。', en: 'And {count} more.' },
  'suggestion.take': { ja: '反映する', en: 'Take' },
  'suggestion.take.label': { ja: '「{before}」を「{after}」に直す', en: 'Change “{before}” to “{after}”' },
  'suggestion.take.out': { ja: '「{before}」を取る', en: 'Take out “{before}”' },
  'suggestion.leave': { ja: 'このままにする', en: 'Leave' },
  'suggestion.leave.label': { ja: '「{before}」をこのままにする', en: 'Leave “{before}”' },
  'suggestion.go': { ja: '発言へ', en: 'To the remark' },
  'suggestion.go.label': { ja: '「{words}」のある発言へ', en: 'To the remark with “{words}”' },
  queries: { ja: '発言者に確かめること（{count}件）', en: 'To ask the speaker ({count})' },
  'queries.lead': {
    ja: '誤りかもしれず、正しいかもしれません。自動では直しません。',
    en: 'They may be wrong and may be right; nothing is changed by itself.',
  },
} as const satisfies Texts;
