import type { Texts } from '@kaigi/core/shared';

export const panelText = {
  'find.error': { ja: 'この会議の会議録を探せませんでした', en: 'The minutes of this meeting could not be looked for' },
  'no_chat.title': { ja: 'Teams の会議の中で開いてください', en: 'Please open this in a Teams meeting' },
  'no_chat.body': {
    ja: '会議のウィンドウで「会議録」を加えると、ここに議題と記録が出ます。',
    en: 'Added to the window of a meeting, this shows its agenda and takes its notes.',
  },
  'make.title': { ja: 'この会議の会議録を始める', en: 'Begin the minutes of this meeting' },
  'make.lead': {
    ja: 'この会議の会議録はまだありません。ここで始めると、議題ごとに決定や対応事項を書き留められます。文字起こしは会議のあとで自動で届きます。',
    en: 'There are no minutes of this meeting yet. Begun here, they take decisions and actions by item; the transcript comes by itself after the meeting.',
  },
  'make.today': { ja: '今日の会議の会議録を始める', en: 'Begin the minutes of today’s meeting' },
  'make.from_chat': { ja: 'チャットの投稿から作る', en: 'Make them of the chat' },
  'make.close': { ja: 'やめる', en: 'Leave it' },
  'make.done': { ja: '会議録を始めました', en: 'The minutes have begun' },
  'open.tab': { ja: 'タブで開く', en: 'Open in the tab' },
  agenda: { ja: '議題と記録', en: 'Agenda and notes' },
  'item.none': { ja: '会議の全体', en: 'The meeting as a whole' },
  'item.here': { ja: 'いまここ', en: 'We are here' },
  'item.go': { ja: '「{title}」に進む', en: 'Go on to “{title}”' },
  'add.DECISION': { ja: '決定', en: 'Decision' },
  'add.ACTION': { ja: '対応事項', en: 'Action' },
  'add.KEY_POINT': { ja: 'メモ', en: 'Note' },
  'add.label': { ja: '{part}を書く', en: 'Write: {part}' },
  'add.not_now': {
    ja: '会議録が確認に回った後は、ここには書けません。',
    en: 'Once the minutes went to those who confirm them, no more notes are taken here.',
  },
  'add.read_only': {
    ja: '書き留められるのは、会議を開いた人、所管課の職員、記録者です。',
    en: 'Notes are taken by whoever called the meeting, the section in charge and the recorder.',
  },
  attendance: { ja: '出欠', en: 'Attendance' },
  'attendance.none': {
    ja: '出席者はまだ登録されていません。タブで加えられます。',
    en: 'Nobody is listed yet. Attendees are added in the tab.',
  },
  'attendance.failed': { ja: '出欠を保存できませんでした', en: 'The attendance could not be saved' },
  'attendance.one': { ja: '{name} 出席', en: '{name} attends' },
  progress: { ja: '会議録の状況', en: 'How far the minutes are' },
  'progress.transcript.none': { ja: '文字起こしはまだ届いていません。', en: 'There is no transcript yet.' },
  'progress.transcript': {
    ja: '文字起こしがあります（{lines}発言）。',
    en: 'The transcript is there ({lines} remarks).',
  },
  'progress.draft.none': { ja: '会議録の案はまだありません。', en: 'There is no draft yet.' },
  'progress.draft': { ja: '会議録に{count}文あります。', en: 'The minutes have {count|sentence|sentences}.' },
} as const satisfies Texts;
