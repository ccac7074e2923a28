import type { Texts } from '@kaigi/core/shared';

export const botTexts: Texts = {
  'bot.greeting': {
    ja: '回議です。起案が回ってくると、ここにカードが届きます。',
    en: 'This is Kaigi. When a case reaches you, its card arrives here.',
  },
  'bot.help_title': { ja: '使い方（ここに入力する言葉）', en: 'What you can type here' },
  'bot.help_of_help': { ja: '「使い方」：この一覧を出します。', en: '“help”: this list.' },
  'bot.not_understood': {
    ja: '入力された言葉の意味が分かりませんでした。',
    en: 'I did not understand what you typed.',
  },
  'bot.personal_only': {
    ja: '案件の内容はグループには表示しません。個人チャットでお使いください。この会話を会議録にするには「@回議 議事録」と書いてください。',
    en: 'Cases are never shown in a group. Please use the personal chat with me. To make minutes of this talk, write “@Kaigi minutes”.',
  },
  'bot.unidentified': {
    ja: 'あなたがどなたか確かめられませんでした。組織のアカウントで Teams にサインインし直してください。',
    en: 'I could not establish who you are. Please sign in to Teams again with your work account.',
  },
  'bot.unknown_action': {
    ja: 'このボタンはもう使えません。「受信箱」と入力して、新しいカードを出してください。',
    en: 'This button no longer works. Type "inbox" to get a fresh card.',
  },
  'bot.unreadable_card': {
    ja: 'カードの内容を読み取れませんでした。「受信箱」と入力して、新しいカードを出してください。',
    en: 'The content of this card could not be read. Type "inbox" to get a fresh card.',
  },
  'bot.old_client': {
    ja: 'お使いの Teams ではこのボタンを使えません。Teams を更新するか、受信箱のタブで操作してください。{url}',
    en: 'This version of Teams cannot use the button. Update Teams, or use the inbox tab. {url}',
  },
  'bot.in_progress': {
    ja: '処理しています。カードはまもなく更新されます。',
    en: 'Working on it. The card will be updated shortly.',
  },
  'bot.in_progress_message': {
    ja: '処理しています。終わりしだいお答えします。',
    en: 'Working on it. The answer will follow.',
  },
  'bot.failed': {
    ja: 'うまくいきませんでした（{id}）。しばらくしてからもう一度お試しください。続くときは、この番号をシステム管理者に伝えてください。',
    en: 'Something went wrong ({id}). Please try again in a while. If it goes on, give this number to the administrator.',
  },
  'bot.card_too_large': {
    ja: '{summary}\n内容が大きいため、カードを表示できません。こちらで開いてください：{url}',
    en: '{summary}\nThis is too large to be shown as a card. Open it here: {url}',
  },
  'bot.unknown_compose': {
    ja: 'この操作を読み取れませんでした。Teams を更新して、もう一度お試しください。',
    en: 'This could not be read. Update Teams and try again.',
  },
  'bot.dialog_too_large': {
    ja: '内容が大きいため、この画面には表示できません。受信箱のタブで操作してください。',
    en: 'This is too large for this window. Use the inbox tab.',
  },
  'bot.in_progress_compose': {
    ja: '処理しています。少し待って、文書管理のページで確かめてください。',
    en: 'Working on it. Wait a little, then look at the records page.',
  },
  // Where a refusal has no sentence of its own, by its kind.
  'bot.refused.bad-input': { ja: '入力に誤りがあります。（{code}）', en: 'The input is not right. ({code})' },
  'bot.refused.not-signed-in': { ja: 'サインインし直してください。（{code}）', en: 'Please sign in again. ({code})' },
  'bot.refused.not-allowed': { ja: 'この操作は許可されていません。（{code}）', en: 'You may not do this. ({code})' },
  'bot.refused.not-found': { ja: '見つかりませんでした。（{code}）', en: 'It could not be found. ({code})' },
  'bot.refused.conflict': {
    ja: 'ほかの操作が先に行われました。最新の状態を確かめてください。（{code}）',
    en: 'Something else happened first. Please look at the present state. ({code})',
  },
  'bot.refused.unavailable': {
    ja: 'いま利用できません。しばらくしてからもう一度お試しください。（{code}）',
    en: 'Not available just now. Please try again in a while. ({code})',
  },
};
