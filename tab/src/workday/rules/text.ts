import type { Texts } from '@kaigi/core/shared';

/** できる・できない・理由・聞く先 */
export const rulesText = {
  'rules.search': { ja: '言葉で探す（例：Wi-Fi、個人情報、週）', en: 'Find by words (Wi-Fi, personal data, week …)' },
  'rules.count': { ja: '{count}件', en: '{count|rule|rules}' },
  'rules.none': { ja: 'この言葉のある定めはありません。聞く先：{ask}', en: 'No rule has these words. Ask: {ask}' },
  'rules.error': { ja: 'テレワークの定めを表示できませんでした', en: 'The rules of telework could not be shown' },
  'rules.article': { ja: '根拠：{article}', en: 'By {article}' },
  'rules.ask': { ja: '聞く先：{ask}', en: 'Ask: {ask}' },
  'rules.relaxed': { ja: '緩める特例：{switches}', en: 'Relaxed by: {switches}' },
  'rules.CANNOT': { ja: '守らないとできないこと', en: 'Not possible where it is not kept' },
  'rules.SPECIAL_APPROVAL': { ja: '特別の承認があればできること', en: 'Possible with a special approval' },
  'rules.CAUTION': { ja: '気を付けること', en: 'To be minded' },
  'rules.MUST': { ja: '要る手続と報告', en: 'Steps and reports' },
  'rules.FACT': { ja: '手当などの扱い', en: 'How it is treated' },
  'rules.SWITCH': { ja: '災害などの特例', en: 'Exceptions' },
} as const satisfies Texts;
