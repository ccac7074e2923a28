import type { Texts } from '../../shared/index.ts';

export const chatTexts = {
  'minutes.chat_ready': {
    ja: '文字起こしが届きました：{title}',
    en: 'The transcript has come: {title}',
  },
  'minutes.chat_ready_lead': {
    ja: '話者と言葉を確かめると、会議録の案が作れます。',
    en: 'Once speakers and words are looked over, the minutes can be drafted.',
  },
  'minutes.chat_written': {
    ja: 'チャットを会議録に取り込みました：{title}',
    en: 'The chat was taken into the minutes: {title}',
  },
  'minutes.chat_written_lead': {
    ja: '投稿が時間の順に並んでいます。ここから会議録の案が作れます。',
    en: 'The messages stand in the order of time. The minutes can be drafted from them.',
  },
  'minutes.chat_open_speakers': {
    ja: '{count}件の発言は、誰のものかまだ決まっていません。',
    en: 'Of {count|remark|remarks} it is still open whose they are.',
  },
  'minutes.chat_kept': {
    ja: '編集が始まっていたので、届いた文字起こしは使わずに保存しました。',
    en: 'Editing had begun: this transcript is kept beside, and not used.',
  },
  'minutes.chat_day': { ja: '会議の日', en: 'Held on' },
  'minutes.chat_state': { ja: '状態', en: 'State' },
  'minutes.chat_lines': { ja: '発言', en: 'Remarks' },
  'minutes.chat_due': { ja: '期限', en: 'Due' },
  'minutes.chat_edit': { ja: '会議録を開く', en: 'Open the minutes' },
  'minutes.chat_list': { ja: 'あなたの会議', en: 'Your meetings' },
  'minutes.chat_open_list': { ja: '会議録の一覧を開く', en: 'Open all minutes' },
  'minutes.chat_none': {
    ja: 'あなたが出席した会議、開いた会議はまだありません。会議はタブの「会議録」で作れます。',
    en: 'There is no meeting yet that you attended or called. Meetings are made on the tab’s page “Minutes”.',
  },
  'minutes.chat_none_like': {
    ja: '「{words}」に合う会議は、あなたの会議に見つかりません。',
    en: 'None of your meetings is called like “{words}”.',
  },
  'minutes.chat_more': { ja: 'ほかは一覧で見られます。', en: 'The others are on the list.' },
  'minutes.state_PLANNED': { ja: '予定', en: 'planned' },
  'minutes.state_WRITING': { ja: '作成中', en: 'being written' },
  'minutes.state_CONFIRMING': { ja: '発言者が確認中', en: 'with the speakers' },
  'minutes.state_SIGNING': { ja: '署名待ち', en: 'to be signed' },
  'minutes.state_DECIDING': { ja: '決裁中', en: 'in approval' },
  'minutes.state_FINAL': { ja: '確定', en: 'final' },
  'minutes.state_CANCELLED': { ja: '取りやめ', en: 'cancelled' },
  'minutes.state_late': { ja: '（期限を過ぎています）', en: ' (late)' },
} as const satisfies Texts;
