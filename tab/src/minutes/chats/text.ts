import type { Texts } from '@kaigi/core/shared';

export const chatsText = {
  'chat.title': { ja: 'チャット「{topic}」の会話', en: 'The talk in the chat “{topic}”' },
  'chat.reading': { ja: 'Teamsから投稿を取り込んでいます。', en: 'Messages are being taken in from Teams.' },
  'chat.refused': { ja: '取り込めませんでした', en: 'They could not be taken in' },
  'chat.read': { ja: '{when}までの投稿', en: 'Messages until {when}' },
  'chat.again': { ja: '続きを取り込む', en: 'Take in what was written since' },
  'chat.files': { ja: '添付された資料', en: 'Files that were posted' },
  'chat.file': { ja: '{when} {who}', en: '{who}, {when}' },
  'chat.nobody': { ja: '発言者不明', en: 'Unknown speaker' },
  'mark.edited': { ja: '編集済み', en: 'Edited' },
  'mark.deleted': { ja: 'Teamsで削除', en: 'Deleted in Teams' },
  'mark.important': { ja: '重要', en: 'Important' },
  'mark.reactions': { ja: '既読・確認：', en: 'Seen by: ' },
  'mark.files': { ja: '添付：', en: 'Files: ' },
} as const satisfies Texts;
