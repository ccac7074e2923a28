import type { Texts } from '@kaigi/core/shared';

export const keepingText = {
  keeping: { ja: '録音・文字起こしの保存', en: 'Keeping of recordings and transcripts' },
  'keeping.error': { ja: '保存の状況を表示できませんでした', en: 'What is kept could not be shown' },
  'keeping.none': { ja: '残している録音・文字起こしはありません。', en: 'No recording or transcript is kept.' },
  'keeping.TRANSCRIPT': { ja: '文字起こし', en: 'Transcript' },
  'keeping.RECORDING': { ja: '録音', en: 'Recording' },
  'keeping.until': { ja: '{day}まで残します', en: 'Kept until {day}' },
  'keeping.due': { ja: '保存の期限を過ぎています', en: 'Its time is over' },
  'keeping.article': { ja: '根拠：{article}', en: 'By {article}' },
  holds: { ja: '廃棄の停止', en: 'Holds' },
  'hold.on': { ja: '停止中', en: 'On hold' },
  'hold.off': { ja: '解除済み', en: 'Lifted' },
  'hold.by': { ja: '{name}（{when}）：{reason}', en: '{name} ({when}): {reason}' },
  'hold.open': { ja: '廃棄を止める', en: 'Put on hold' },
  'hold.title': { ja: '録音・文字起こしの廃棄を止めますか？', en: 'Stop the disposal?' },
  'hold.body': {
    ja: '会議録に争いがあるときに使います。解除するまで、期限が過ぎても廃棄されません。',
    en: 'For minutes that somebody disputes. Until it is lifted nothing is disposed of, whatever the day.',
  },
  'hold.reason': { ja: '止める理由', en: 'Why' },
  'hold.done': { ja: '廃棄を止めました', en: 'The disposal is stopped' },
  'lift.open': { ja: '停止を解く', en: 'Lift the hold' },
  'lift.title': { ja: '廃棄の停止を解きますか？', en: 'Lift the hold?' },
  'lift.reason': { ja: '解く理由', en: 'Why' },
  'lift.done': { ja: '停止を解きました', en: 'The hold is lifted' },
  close: { ja: 'やめる', en: 'Leave it' },
} as const satisfies Texts;
