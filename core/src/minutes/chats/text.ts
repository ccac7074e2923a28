import type { Texts } from '../../shared/index.ts';

export const chatsTexts = {
  'minutes.chat_not_fetched': {
    ja: 'この環境では Teams のチャットを読み込めません。管理者の方に、Microsoft 365 との接続を確かめてもらってください。',
    en: 'Chats of Teams cannot be read here. Ask your administrator about the connection to Microsoft 365.',
  },
  'minutes.chat_app_not_there': {
    ja: 'このチャットを読む許可がありません。チャットの「＋」＞「アプリ」から「回議」を追加してください。追加してあるのに読めないときは、管理者が Teams 管理センターで「チャット単位の同意（リソース固有の同意）」を許可する必要があります。',
    en: 'This chat may not be read. Add the app “Kaigi” to the chat (+ > Apps). If it is there already, an administrator has to allow resource-specific consent for chats.',
  },
  'minutes.chat_not_consented': {
    ja: '「回議」はこのチャットにありますが、投稿と参加者を読む許可（ChatMessage.Read.Chat・ChatMember.Read.Chat）がまだありません。管理者が新しい版のアプリを配り、チャットでアプリを更新するか、いったん外して追加し直してください。',
    en: 'Kaigi is in this chat, but may not read its messages and members yet (ChatMessage.Read.Chat, ChatMember.Read.Chat). After an administrator has rolled out the new version, update the app in the chat, or remove and add it again.',
  },
  'minutes.chat_forbidden': {
    ja: 'テナントの設定で、アプリがチャットを読むことが止められています。管理者が Teams 管理センターの「アプリの権限ポリシー」と Entra の「チャットのリソース固有の同意」を確かめてください。',
    en: 'The tenant does not let apps read chats. An administrator has to look at app permission policies in the Teams admin center and at resource-specific consent for chats in Entra.',
  },
  'minutes.chat_gone': {
    ja: 'このチャットは、いまの Teams にありません。削除されたか、別の団体のチャットです。',
    en: 'This chat is not in this Teams: it was deleted, or it is of another organisation.',
  },
  'minutes.chat_strange_answer': {
    ja: 'Microsoft Graph から思いがけない答えがありました。少し待ってからもう一度お試しください。続くときは管理者の方にお知らせください。',
    en: 'Microsoft Graph gave an unexpected answer. Please try again in a moment; tell your administrator if it goes on.',
  },
  'minutes.chat_busy': {
    ja: 'Teams が混み合っています。少し待ってからもう一度お試しください。',
    en: 'Teams is busy. Please try again in a moment.',
  },
  'minutes.chat_not_member': {
    ja: 'このチャットに参加している人だけが、会議録にできます。',
    en: 'Only those who are in this chat can make minutes of it.',
  },
  'minutes.chat_only_groups': {
    ja: '会議録にできるのは、グループチャットか会議のチャットです。そのチャットで「@回議 議事録」と書いてください。',
    en: 'Minutes are made of group chats and of chats of meetings. Write “@Kaigi minutes” there.',
  },
  'minutes.chat_period_turned': {
    ja: '終わりの日は、始まりの日から今日までの日にしてください。',
    en: 'The last day must not be before the first, nor after today.',
  },
  'minutes.chat_period_long': {
    ja: '一度に会議録にできるのは1年分までです。期間を短くしてください。',
    en: 'Minutes are made of one year at most. Please choose a shorter time.',
  },
  'minutes.chat_too_long': {
    ja: 'この期間の投稿は20,000件を超えています。期間を短くしてください。',
    en: 'There are more than 20,000 messages in this time. Please choose a shorter one.',
  },
  'minutes.chat_nothing_said': {
    ja: 'この期間には、会議録にする投稿がありません。期間を変えてください。',
    en: 'Nobody wrote anything in this time. Please choose another.',
  },
  'minutes.chat_closed_meanwhile': {
    ja: '会議録が確認・署名・決裁に進んでいるので、新しい投稿は取り込みませんでした。',
    en: 'The minutes are being confirmed, signed or decided: new messages were not taken in.',
  },
  'minutes.chat_none_here': { ja: 'この会議はチャットの会議録ではありません。', en: 'These are no minutes of a chat.' },
  'minutes.chatform_title': { ja: 'この会話を会議録にする', en: 'Make minutes of this talk' },
  'minutes.chatform_lead': {
    ja: '選んだ期間の投稿を、時間の順に発言として取り込みます。',
    en: 'Messages of these days are taken in as remarks, in the order of time.',
  },
  'minutes.chatform_seen': {
    ja: '会議録は、このチャットの職員のほか、所管課（{unit}）とその上司、監査も読めます。',
    en: 'Besides the staff in this chat, the minutes can be read by the section in charge ({unit}), those above it and the auditors.',
  },
  'minutes.chatform_name': { ja: '会議の名前', en: 'Name of the meeting' },
  'minutes.chatform_name_missing': { ja: '会議の名前を入れてください。', en: 'Please give it a name.' },
  'minutes.chatform_body': { ja: '会議体', en: 'Body' },
  'minutes.chatform_no_body': { ja: '会議体なし', en: 'No body' },
  'minutes.chatform_from': { ja: '始まりの日', en: 'First day' },
  'minutes.chatform_to': { ja: '終わりの日', en: 'Last day' },
  'minutes.chatform_day_missing': { ja: '日を入れてください。', en: 'Please give a day.' },
  'minutes.chatform_send': { ja: '会議録にする', en: 'Make minutes' },
  'minutes.chatform_started': {
    ja: '「{title}」の会議録を作っています。取り込みが終わると、押した人の個人チャットにお知らせします。',
    en: 'The minutes of “{title}” are being made. Whoever pressed hears in the personal chat when it is done.',
  },
  'minutes.chatform_there': {
    ja: 'この期間の会話は、「{title}」としてもう会議録になっています。',
    en: 'This talk is already in the minutes of “{title}”.',
  },
  'minutes.chatform_open': { ja: '会議録を開く', en: 'Open the minutes' },
  'minutes.chat_untitled': { ja: 'Teamsのチャット', en: 'Chat in Teams' },
} as const satisfies Texts;
