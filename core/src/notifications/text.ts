import type { Texts } from '../shared/index.ts';

export const notificationsTexts: Texts = {
  'notifications.at_once': { ja: '依頼は、届きしだいお知らせします。', en: 'You are told of requests as they come.' },
  'notifications.digest': {
    ja: '至急でない依頼は、勤務日の 8:30・13:00・16:30 にまとめてお知らせします。至急のものは、すぐにお知らせします。',
    en: 'What is not urgent comes together at 8:30, 13:00 and 16:30 on working days; what is urgent comes at once.',
  },
  'notifications.quiet': {
    ja: '勤務時間（勤務日の 8:30〜17:15）の外では、緊急のもののほかは、次の始業時にまとめてお知らせします。',
    en: 'Outside working hours (8:30–17:15 on working days) only emergencies come; the rest comes when they begin.',
  },
  'notifications.not_quiet': { ja: '夜間・休日もお知らせします。', en: 'You are told at night and on holidays too.' },
  'notifications.command_how': {
    ja: '変えるには、「通知 まとめて」「通知 すぐ」「通知 勤務時間」「通知 いつでも」と入力してください。',
    en: 'To change this, type “notify digest”, “notify at once”, “notify working hours” or “notify always”.',
  },
  'notifications.command_unknown': {
    ja: '「{word}」は分かりません。',
    en: '“{word}” is not known here.',
  },
  'notifications.digest_title': { ja: 'お知らせ {count} 件', en: '{count} messages for you' },
  'notifications.digest_more': { ja: 'ほか {count} 件', en: 'and {count} more' },
  'notifications.digest_hint': {
    ja: '「受信箱」と入力すると、処理するカードが出ます。',
    en: 'Type “inbox” for the cards to act on.',
  },
  'notifications.digest_open': { ja: '受信箱を開く', en: 'Open the inbox' },
  'notifications.otherwise_subject': { ja: '【回議】お知らせ {count} 件', en: '[Kaigi] {count} messages for you' },
  'notifications.otherwise_why': {
    ja: 'ボットからお届けできないため、この方法でお知らせします。Teams で「回議」アプリを開くと、次からはチャットに届きます。返信はできません。',
    en: 'The bot cannot reach you, so this comes another way. Open the app in Teams, and it comes to the chat from then on. Please do not reply.',
  },
  'notifications.may_not_see_reach': {
    ja: 'お知らせが届かない職員の一覧は、システム管理者、総括文書管理者、文書主任だけが見られます。',
    en: 'Only administrators, the chief records manager and records officers may see who cannot be reached.',
  },
  'notifications.otherwise.FEED': {
    ja: 'チャットで届かない職員には、Teams のアクティビティでお知らせします。アプリが入っていない職員には届きません。',
    en: 'Those whom the chat does not reach are told in the activity feed of Teams; without the app they are not.',
  },
  'notifications.otherwise.MAIL': {
    ja: 'ほかの方法で届かない職員には、メールでお知らせします。',
    en: 'Those whom no other way reaches are told by mail.',
  },
  'notifications.otherwise.no_mail': {
    ja: 'メールは設定されていません（差出人の共有メールボックスを KAIGI_MAIL_SENDER で指定すると使えます）。',
    en: 'Mail is not set up; to use it, name the shared mailbox that it comes from in KAIGI_MAIL_SENDER.',
  },
  'notifications.otherwise.none': {
    ja: 'チャットで届かない職員への別の方法は設定されていません。タブの受信箱でだけ気づきます。',
    en: 'No other way is set up: those whom the chat does not reach see what waits in the inbox of the tab only.',
  },
  'notifications.advice.NEVER': {
    ja: 'アプリがまだ入っていません。Teams 管理センターのアプリ設定ポリシーで配布するか、本人に Teams で「回議」を開いてもらってください。',
    en: 'The app has not reached them yet. Install it by a setup policy in the Teams admin center, or ask them to open it in Teams.',
  },
  'notifications.advice.BLOCKED': {
    ja: '本人がアプリをブロックしたか、アプリのアクセス許可ポリシーが止めています。本人に解除を頼むか、ポリシーを確かめてください。',
    en: 'They have blocked the app, or a permission policy does. Ask them to unblock it, or check the policy.',
  },
  'notifications.advice.GONE': {
    ja: 'アプリが削除されたか、会話がなくなりました。本人に Teams で「回議」をもう一度追加してもらってください。',
    en: 'The app was removed or the chat is gone. Ask them to add it in Teams again.',
  },
};
