import type { Texts } from '@kaigi/core/shared';

export const keptText = {
  'page.title': { ja: '録音と文字起こしの保存', en: 'Recordings and transcripts that are kept' },
  'page.lead': {
    ja: '確定した会議録の録音と文字起こしを、残す日の近い順に並べています。廃棄はまだここではできません。',
    en: 'What was recorded of meetings whose minutes are final, the nearest last day first. It cannot be disposed of here yet.',
  },
  'page.error': { ja: '保存の一覧を表示できませんでした', en: 'The list could not be shown' },
  'page.back': { ja: '会議の一覧', en: 'All meetings' },
  'list.title': { ja: '保存しているもの', en: 'What is kept' },
  'filter.due': { ja: '残す日を過ぎたものだけ', en: 'Only what is past its last day' },
  'list.none': { ja: '該当する会議はありません', en: 'There is no such meeting' },
  'list.none.body': {
    ja: '会議録が確定し、会議体に保存の定めがあると、ここに並びます。',
    en: 'Meetings stand here once their minutes are final and the rules of their body say how long to keep.',
  },
  'row.until': { ja: '{day}まで（{article}）', en: 'Until {day} ({article})' },
  'row.final': { ja: '確定 {day}', en: 'Final {day}' },
  'row.due': { ja: '廃棄の対象', en: 'Due for disposal' },
  'row.held': { ja: '廃棄を停止中（{count}件）', en: '{count|hold|holds}' },
  'row.files': {
    ja: '文字起こし {transcripts}件、録音 {recordings}件',
    en: '{transcripts|transcript|transcripts}, {recordings|recording|recordings}',
  },
} as const satisfies Texts;
