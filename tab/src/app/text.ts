import type { Texts } from '@kaigi/core/shared';

export const appText = {
  'app.name': { ja: '回議', en: 'Kaigi' },
  'app.sandbox': {
    ja: '演習用のサンドボックスです。人も文書も架空のものです。',
    en: 'This is a practice sandbox. Its people and documents are made up.',
  },
  'app.skip': { ja: '本文へ移動', en: 'Skip to the content' },
  'nav.label': { ja: '主なページ', en: 'Main pages' },
  'nav.inbox': { ja: '受信箱', en: 'Inbox' },
  'nav.drafted': { ja: '自分の起案', en: 'My drafts' },
  'nav.all': { ja: 'すべて', en: 'All' },
  'nav.register': { ja: '文書収発簿', en: 'Register' },
  'account.language': { ja: 'English', en: '日本語' },
  'account.other': { ja: '別の人でサインイン', en: 'Sign in as someone else' },
  'state.loading': { ja: '読み込んでいます', en: 'Loading' },
  'state.starting': { ja: '回議を開いています…', en: 'Opening Kaigi…' },
  'state.retry': { ja: 'もう一度試す', en: 'Try again' },
  'state.sign_in': { ja: 'もう一度サインイン', en: 'Sign in again' },
  'state.error': { ja: '表示できませんでした', en: 'This could not be shown' },
  'state.sign_in_failed': { ja: 'サインインできませんでした', en: 'Signing in did not work' },
  'state.error_id': {
    ja: 'お問い合わせのときは番号 {errorId} をお知らせください。',
    en: 'When you ask for help, give the number {errorId}.',
  },
  'state.more': { ja: 'さらに表示', en: 'Show more' },
  'state.more_failed': { ja: '続きを読み込めませんでした。', en: 'The rest could not be loaded.' },
  'live.lost': { ja: '自動更新が切れています。つなぎ直しています…', en: 'Live updates are interrupted. Reconnecting…' },
  'unknown.title': { ja: 'このページはありません', en: 'There is no such page' },
  'unknown.body': { ja: '受信箱から探してください。', en: 'Look for it from your inbox.' },
  'unknown.link': { ja: '受信箱を開く', en: 'Open the inbox' },
  'crash.title': { ja: '画面の表示に失敗しました', en: 'The page failed' },
  'crash.body': {
    ja: 'データは保存されています。画面を読み込み直してください。',
    en: 'Your data is safe. Load the page again.',
  },
  'crash.reload': { ja: '読み込み直す', en: 'Load again' },
} as const satisfies Texts;
