import type { Texts } from '@kaigi/core/shared';

export const teamsText = {
  'sign_in.failed': {
    ja: 'サインインできませんでした。もう一度お試しください。直らないときは情報システム担当へお知らせください。',
    en: 'Signing in did not work. Try again; if it keeps failing, tell your IT staff.',
  },
  'sign_in.cancelled': {
    ja: 'サインインが取り消されました。続けるにはもう一度サインインしてください。',
    en: 'Signing in was cancelled. Sign in again to go on.',
  },
  'sign_in.consent': {
    ja: '回議を使う許可がまだありません。管理者に、アプリ「回議」への同意を依頼してください。',
    en: 'Kaigi has not been allowed yet. Ask your administrator to give consent to the app "Kaigi".',
  },
  'sign_in.expired': {
    ja: 'サインインの期限が切れました。もう一度サインインしてください。',
    en: 'Your sign-in has expired. Please sign in again.',
  },
  'sign_in.unreachable': {
    ja: 'サインインのサーバーにつながりません。ネットワークを確かめて、もう一度お試しください。',
    en: 'The sign-in server cannot be reached. Check the network and try again.',
  },
  'sign_in.no_host': {
    ja: 'Teams から応答がありません。この画面を閉じて、もう一度開いてください。',
    en: 'Teams does not answer. Close this page and open it again.',
  },
} as const satisfies Texts;
