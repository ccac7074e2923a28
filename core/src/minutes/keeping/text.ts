import type { Texts } from '../../shared/index.ts';

export const keepingTexts = {
  'minutes.kept_before_final': {
    ja: '録音と文字起こしは、会議録の確定の翌日から{days}日間残します（{article}）。まだ確定していません。',
    en: 'Recordings and transcripts are kept for {days|day|days} after the minutes become final ({article}). They are not final yet.',
  },
  'minutes.kept_until': {
    ja: '録音と文字起こしは{day}まで残します（{article}）。',
    en: 'Recordings and transcripts are kept until {day} ({article}).',
  },
  'minutes.kept_disposed': {
    ja: '{day}に廃棄しました（{article}）。廃棄・移管目録の決裁により、二人で実行しました。',
    en: 'Disposed of on {day} ({article}), by a decided disposal list and two people.',
  },
  'minutes.kept_held': {
    ja: '廃棄が止められているため、解かれるまで残します（{count}件）。',
    en: 'They are kept until {count|hold is|holds are} lifted.',
  },
  'minutes.kept_no_rule': {
    ja: '保存の期間は規程で決まっていません。廃棄の対象にはなりません。',
    en: 'The rules set no period; nothing comes up for disposal.',
  },
  'minutes.hold_not_yours': {
    ja: '廃棄を止められるのは、出席した職員、会議録を作る職員、監査の担当です。',
    en: 'A hold is placed by staff who attended, by whoever keeps the minutes, and by auditors.',
  },
  'minutes.lift_not_yours': {
    ja: '廃棄の停止を解けるのは、止めた本人、所管課の文書主任、総括文書管理者です。',
    en: 'A hold is lifted by whoever placed it, the records officer of the section, and the chief records manager.',
  },
  'minutes.hold_not_found': { ja: 'この廃棄の停止は見つかりません。', en: 'There is no such hold.' },
  'minutes.hold_lifted': { ja: 'この廃棄の停止はすでに解かれています。', en: 'This hold was lifted already.' },
  'minutes.kept_not_yours': {
    ja: 'この一覧を見られるのは、文書主任、総括文書管理者、監査の担当です。',
    en: 'This list is for records officers, the chief records manager and auditors.',
  },
} as const satisfies Texts;
