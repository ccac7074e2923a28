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
  'chat.left_out': {
    ja: 'アプリへの発言は含めていません（{count}件）。',
    en: '{count|message|messages} to apps {count|is|are} not included.',
  },
  'from.title': { ja: 'チャットから会議録を作る', en: 'Minutes of a chat' },
  'from.lead': {
    ja: '選んだ期間の投稿を、時間の順に発言として取り込みます。どの発言への返信か、リアクション、添付も残ります。',
    en: 'Messages of the days chosen are taken in as remarks, in the order of time, with replies, reactions and files.',
  },
  'from.which': { ja: 'どのチャットですか', en: 'Which chat' },
  'from.steps': {
    ja: '会議録にできるのは、あなたが参加していて、「回議」を追加してあるグループチャットか会議のチャットです。',
    en: 'Minutes are made of group chats and of chats of meetings in which you are and to which Kaigi was added.',
  },
  'from.step.add': {
    ja: 'Teamsでそのチャットを開きます。「回議」がまだないときは、チャットの「＋」＞「アプリ」から追加します。',
    en: 'Open the chat in Teams. Where Kaigi is not in it yet, add it by + > Apps.',
  },
  'from.step.say': {
    ja: 'チャットに「@回議 議事録」と書いて送ると、期間を選ぶカードが出ます。「会議録にする」を押すと始まります。',
    en: 'Write “@Kaigi minutes” there: a card asks for the days. Press “Make minutes”.',
  },
  'from.step.link': {
    ja: 'ここから始めるときは、チャットのどれかの投稿の「…」＞「リンクをコピー」で得たリンクを、次の欄に貼り付けます。',
    en: 'To begin here, copy the link of any message of the chat (… > Copy link) and paste it below.',
  },
  'from.link': { ja: 'チャットの投稿のリンク', en: 'Link of a message in the chat' },
  'from.link.missing': { ja: 'リンクを貼り付けてください。', en: 'Please paste a link.' },
  'from.link.channel': {
    ja: 'これはチームのチャネルのリンクです。会議録にできるのはグループチャットか会議のチャットです。',
    en: 'This is a link to a channel of a team. Minutes are made of group chats and of chats of meetings.',
  },
  'from.link.wrong': {
    ja: 'Teamsのチャットのリンクではありません。投稿の「…」＞「リンクをコピー」で得たリンクを貼り付けてください。',
    en: 'This is no link to a chat of Teams. Copy the link of a message (… > Copy link).',
  },
  'from.next': { ja: '次へ', en: 'Next' },
  'from.other': { ja: '別のチャットを選ぶ', en: 'Choose another chat' },
  'from.error': { ja: 'このチャットは会議録にできませんでした', en: 'No minutes can be made of this chat' },
  'from.name': { ja: '会議の名前', en: 'Name of the meeting' },
  'from.name.missing': { ja: '会議の名前を入れてください。', en: 'Please give it a name.' },
  'from.from': { ja: '始まりの日', en: 'First day' },
  'from.to': { ja: '終わりの日', en: 'Last day' },
  'from.day.missing': { ja: '日を入れてください。', en: 'Please give a day.' },
  'from.day.turned': {
    ja: '終わりの日は、始まりの日以後の日にしてください。',
    en: 'The last day must not be before the first.',
  },
  'from.body': { ja: '会議体', en: 'Body' },
  'from.body.none': { ja: '会議体なし', en: 'No body' },
  'from.seen': {
    ja: '会議録は、このチャットの職員のほか、所管課（{unit}）とその上司、監査も読めます。',
    en: 'Besides the staff in this chat, the minutes can be read by the section in charge ({unit}), those above it and the auditors.',
  },
  'from.send': { ja: '会議録にする', en: 'Make minutes' },
  'from.busy': { ja: '始めています…', en: 'Beginning…' },
  'from.failed': { ja: '始められませんでした', en: 'It could not begin' },
  'from.started': {
    ja: '会議録を作っています。取り込みが終わると、ここに発言が並びます。',
    en: 'The minutes are being made. Remarks stand here when all messages are taken in.',
  },
  'from.there': {
    ja: 'この期間の会話は、もう会議録になっています。',
    en: 'There are minutes of this talk already.',
  },
  'mark.reply': { ja: '返信先：{who}「{words}」', en: 'Replies to {who}: “{words}”' },
  'mark.reply.go': {
    ja: '返信先の発言に移る：{who}「{words}」',
    en: 'Go to the remark it replies to: {who}, “{words}”',
  },
  'mark.reply.elsewhere': {
    ja: 'ここにない投稿（期間の外、またはアプリへの発言）への返信',
    en: 'Replies to a message that is not here (of other days, or written to an app)',
  },
  'mark.edited': { ja: '編集済み', en: 'Edited' },
  'mark.deleted': { ja: 'Teamsで削除', en: 'Deleted in Teams' },
  'mark.important': { ja: '重要', en: 'Important' },
  'mark.reactions': { ja: '既読・確認：', en: 'Seen by: ' },
  'mark.files': { ja: '添付：', en: 'Files: ' },
} as const satisfies Texts;
