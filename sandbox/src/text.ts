export type Language = 'ja' | 'en';

const SENTENCES = {
  unknownPerson: {
    ja: 'その人は、この演習用の自治体にいません。',
    en: 'Nobody of that name is in the made-up municipalities.',
  },
  unknownMeeting: { ja: 'その会議は、サンドボックスにありません。', en: 'The sandbox has no such meeting.' },
  unknownTenant: { ja: 'その自治体は、サンドボックスにありません。', en: 'The sandbox has no such municipality.' },
  unknownMessage: {
    ja: 'そのメッセージは見つかりません。削除された可能性があります。',
    en: 'That message was not found. It may have been deleted.',
  },
  notACard: { ja: 'このメッセージにはカードがありません。', en: 'This message has no card.' },
  notInstalled: {
    ja: 'アプリが追加されていないか、ブロックされています。先にアプリを追加してください。',
    en: 'The app is not installed or is blocked. Add the app first.',
  },
  badRequest: { ja: '依頼の形が正しくありません。', en: 'The request is not well formed.' },
  unknownHost: {
    ja: 'サンドボックスは、この計算機の中の住所(localhost)だけで使えます。',
    en: "The sandbox answers only at this machine's own address (localhost).",
  },
  foreignPage: {
    ja: 'この操作は、サンドボックスの画面からだけできます。',
    en: 'This can be done from the pages of the sandbox only.',
  },
  unknownPath: { ja: 'その住所はサンドボックスにありません。', en: 'The sandbox has nothing at this address.' },
  pagesNotBuilt: {
    ja: '画面がまだ作られていません。リポジトリのフォルダーで npm run build を実行し、この画面を再読み込みしてください。',
    en: 'The pages are not built yet. Run npm run build in the repository folder, then reload this page.',
  },
  botUnreachable: {
    ja: 'アプリに接続できません。もう一度お試しください。',
    en: 'Unable to reach app. Please try again.',
  },
  botFailed: {
    ja: '問題が発生しました。もう一度お試しください。',
    en: 'Something went wrong. Please try again.',
  },
  botUnclear: {
    ja: 'アプリの応答を表示できません。もう一度お試しください。',
    en: "The app's answer cannot be shown. Please try again.",
  },
  signInAsked: {
    ja: 'アプリがサインインを求めています。アプリの画面を開いてサインインしてください。',
    en: 'The app asks you to sign in. Open the app and sign in there.',
  },
  messageRefused: {
    ja: 'アプリがメッセージを受け取りませんでした。',
    en: 'The app did not accept the message.',
  },
  messageGivenUp: {
    ja: 'アプリに接続できないため、メッセージを届けられませんでした。',
    en: 'The message could not be delivered because the app cannot be reached.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type SentenceCode = keyof typeof SENTENCES;

export function sentence(code: SentenceCode, language: Language = 'ja'): string {
  return SENTENCES[code][language];
}
