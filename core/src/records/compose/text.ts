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
  'records.compose_done_title': { ja: '登録しました', en: 'It is filed' },
  'records.compose_open': { ja: '文書を開く', en: 'Open the record' },
  'records.compose_number': { ja: '番号', en: 'Number' },
  'records.compose_unit': { ja: '主管課', en: 'Section' },
  'records.compose_day': { ja: '登録日', en: 'Filed on' },
  'records.compose_label': { ja: '文書', en: 'Record' },
};

export const composeSentences: Texts = {
  'records.compose_scope_hint': {
    ja: 'やりとりには参加者も残ります。添付のファイルは名前と置き場所だけを残し、中身は取り込みません。要るファイルは別に登録してください。',
    en: 'A talk is kept with its participants. Of files, name and place are kept and not the contents: file those you need separately.',
  },
  'records.compose_only_chats': {
    ja: 'チャネルでは、メッセージを一つずつ登録してください。',
    en: 'In channels, file one message at a time.',
  },
  'records.compose_not_member': {
    ja: 'このチャットに参加している人だけが、やりとりを登録できます。',
    en: 'Only those who are in this chat can file it.',
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
    ja: '（自治体機密性 3 の文書のため、件名は表示しません。開けるのは、見てよい人だけです。）',
    en: '(Of confidentiality 3: the title is not shown. It opens only for those who may see it.)',
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
