import type { Texts } from '../../shared/index.ts';

/** Words of cards and lists. */
const labels: Texts = {
  'records.compose_ask_title': { ja: '文書として保存', en: 'Keep as a record' },
  'records.compose_ask_about': {
    ja: '{name}さんのメッセージを、送信者・日時・本文とともに確定した文書として登録します。あとから変えられません。',
    en: "{name}'s message is filed with its sender, time and words. It cannot be changed afterwards.",
  },
  'records.compose_kind': { ja: '種別', en: 'Kind' },
  'records.compose_kind.REFERENCE': { ja: '参考', en: 'For reference' },
  'records.compose_scope': { ja: '範囲', en: 'How much' },
  'records.compose_scope.MESSAGE': { ja: 'このメッセージだけ', en: 'This message only' },
  'records.compose_scope.ANSWERS': { ja: '返信も含めたやりとり', en: 'With what it answers and what answers it' },
  'records.compose_scope.DAY': { ja: 'この日のやりとり全部', en: 'All of its day' },
  'records.compose_title': { ja: '件名', en: 'Title' },
  'records.compose_class': { ja: '分類', en: 'Class' },
  'records.compose_class_hint': { ja: '分類の名前を入力して選ぶ', en: 'Type a part of its name' },
  'records.compose_file': { ja: '登録する', en: 'File it' },
  'records.compose_missing_more': { ja: 'ほか{count}個', en: 'and {count} more' },
  'records.compose_already_title': { ja: '登録されています', en: 'It is filed already' },
  'records.compose_done_title': { ja: '登録しました', en: 'It is filed' },
  'records.compose_open_earlier': { ja: '登録済みの文書を開く', en: 'Open what is filed already' },
  'records.compose_files_again': { ja: '取り込めなかったファイルを追加で登録', en: 'File what was missing then' },
  'records.compose_later_files': { ja: '（後から取り込んだファイル）', en: ' (files taken in later)' },
  'records.compose_open': { ja: '文書を開く', en: 'Open the record' },
  'records.compose_number': { ja: '番号', en: 'Number' },
  'records.compose_unit': { ja: '主管課', en: 'Section' },
  'records.compose_day': { ja: '登録日', en: 'Filed on' },
  'records.compose_label': { ja: '文書', en: 'Record' },
};

export const composeSentences: Texts = {
  'records.compose_scope_hint': {
    ja: 'やりとりには参加者も残ります。添付のファイルは、あなたが読めるものだけ中身も取り込みます。取り込めなかったものは、登録のあとに理由とともに示します。',
    en: 'A talk is kept with its participants. Files are taken in as far as you may read them; those that are not are named afterwards, with the reason.',
  },
  'records.compose_only_chats': {
    ja: 'チャネルでは、「このメッセージだけ」か「返信も含めたやりとり」を選んでください。',
    en: 'In channels, choose this message only or the whole thread.',
  },
  'records.compose_not_member': {
    ja: 'このチャットに参加している人だけが、やりとりを登録できます。',
    en: 'Only those who are in this chat can file it.',
  },
  'records.compose_not_channel_member': {
    ja: 'このチャネルに参加している人だけが、やりとりを登録できます。',
    en: 'Only those who are in this channel can file its threads.',
  },
  'records.channel_app_not_there': {
    ja: 'このチームのチャネルを読む許可がありません。チームの所有者が、チームの「…」＞「チームを管理」＞「アプリ」から「回議」を追加してください。「このメッセージだけ」を選べば、いま登録できます。',
    en: 'The channels of this team may not be read. An owner has to add the app “Kaigi” to the team (… > Manage team > Apps). You can still file this message by itself.',
  },
  'records.channel_not_consented': {
    ja: '「回議」はこのチームにありますが、チャネルの投稿と参加者を読む許可（ChannelMessage.Read.Group・ChannelMember.Read.Group）がまだありません。管理者が新しい版のアプリを配り、チームでアプリを更新するか、いったん外して追加し直してください。',
    en: 'Kaigi is in this team, but may not read messages and members of its channels yet (ChannelMessage.Read.Group, ChannelMember.Read.Group). After an administrator has rolled out the new version, update the app in the team, or remove and add it again.',
  },
  'records.channel_gone': {
    ja: 'このチャネルかメッセージは、いまの Teams にありません。削除されたか、別の団体のチームです。',
    en: 'This channel or message is not in this Teams: it was deleted, or it is of another organisation.',
  },
  'records.compose_already': {
    ja: '同じ内容が、すでに文書として登録されています。',
    en: 'Exactly this is kept as a record already.',
  },
  'records.compose_missing_then': {
    ja: '登録したときに中身を取り込めなかったファイルが{count}個あります。いま読めるものは、この文書に関連する別の文書（参考）として追加で登録できます。この文書は変わりません。',
    en: 'Files that were not taken in then: {count}. Those that can be read now may be filed as a further record for reference that names this one. This record does not change.',
  },
  'records.compose_files_done': {
    ja: '取り込めなかったファイルを、先の文書に関連する文書（参考）として登録しました。先の文書は変わっていません。',
    en: 'The files that were missing are kept as a further record for reference, which names the first. The first has not changed.',
  },
  'records.compose_files_none': {
    ja: '取り込めなかったファイルは、いまも読めませんでした。何も登録していません。',
    en: 'The files that were missing cannot be read now either. Nothing was filed.',
  },
  'records.compose_earlier': {
    ja: 'このメッセージは、すでに次の文書に入っています。',
    en: 'This message is in these records already.',
  },
  'records.compose_missing': {
    ja: '中身を取り込めなかったファイルが{count}個あります。要るものは別に登録してください。',
    en: 'Files that were not taken in: {count}. File those you need by themselves.',
  },
  'records.compose_message_gone': {
    ja: 'このメッセージは、いまのチャットに見つかりません。「このメッセージだけ」を選べば登録できます。',
    en: 'This message is not found in the chat now. You can still file it by itself.',
  },
  'records.compose_too_long': {
    ja: 'やりとりが長すぎて、一つの文書にできません（500件まで）。「返信も含めたやりとり」か「このメッセージだけ」を選んでください。',
    en: 'The talk is too long for one record (at most 500 messages). Choose less of it.',
  },
  'records.compose_kind.RECEIPT': { ja: '収受（番号が付きます）', en: 'Received (takes a number)' },
  'records.compose_title_missing': { ja: '件名を入力してください。', en: 'Enter a title.' },
  'records.compose_class_missing': { ja: '分類を選んでください。', en: 'Choose a class.' },
  'records.compose_done': { ja: '文書として登録しました。', en: 'It is kept as a record.' },
  'records.compose_hidden': {
    ja: '（この場では、件名は表示しません。開けるのは、見てよい人だけです。）',
    en: '(The title is not shown here. It opens only for those who may see it.)',
  },
  'records.compose_empty_message': {
    ja: 'このメッセージには、文書として残す文章がありません。',
    en: 'This message holds no words that could be kept.',
  },
  'records.compose_unreadable': {
    ja: '入力を読み取れませんでした。もう一度お試しください。',
    en: 'What was entered could not be read. Try again.',
  },
};

export const composeTexts: Texts = { ...labels, ...composeSentences };
