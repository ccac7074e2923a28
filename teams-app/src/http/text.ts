import type { Sentence, Texts } from '@kaigi/core/shared';

export const httpTexts: Texts = {
  'http.invalid_input': {
    ja: '入力に誤りがあります。{problems}',
    en: 'The input has errors. {problems}',
  },
  'http.unknown_drafter': {
    ja: '起案者（drafter）のサインイン名を持つ職員がいません。',
    en: 'There is nobody with the sign-in name given as drafter.',
  },
  'http.form_from_elsewhere': {
    ja: '別のサイトから送られた入力は受け付けません。',
    en: 'A form sent from another site is not accepted.',
  },
  'http.invalid_json': {
    ja: '送られた内容を JSON として読めません。',
    en: 'The request body is not readable as JSON.',
  },
  'http.unsupported_media_type': {
    ja: 'この形式（Content-Type）では受け付けられません。{expected} で送ってください。',
    en: 'This Content-Type is not accepted. Send {expected}.',
  },
  'http.body_too_large': {
    ja: '送られた内容が大きすぎます。',
    en: 'The request body is too large.',
  },
  'http.file_too_large': {
    ja: 'ファイルが大きすぎます。50 MB までのファイルを選んでください。',
    en: 'The file is too large. Choose a file of at most 50 MB.',
  },
  'http.invalid_upload': {
    ja: 'アップロードの形が正しくありません。はじめに metadata（JSON）、次に file（ファイル）を 1 つずつ送ってください。',
    en: 'The upload is malformed. Send the part metadata (JSON) first, then one part file.',
  },
  'http.upload_broken_off': {
    ja: 'アップロードが途中で切れました。もう一度お試しください。',
    en: 'The upload broke off. Please try again.',
  },
  'http.invalid_idempotency_key': {
    ja: 'Idempotency-Key は 1〜200 文字の英数字・記号で指定してください。',
    en: 'Idempotency-Key must be 1 to 200 printable ASCII characters.',
  },
  'http.no_such_path': {
    ja: 'この URL には何もありません。',
    en: 'There is nothing at this address.',
  },
  'http.method_not_allowed': {
    ja: 'この URL では、その操作（HTTP メソッド）は使えません。',
    en: 'This address does not take that HTTP method.',
  },
  'http.too_many_requests': {
    ja: '要求が多すぎます。{seconds} 秒ほど待ってからもう一度お試しください。',
    en: 'Too many requests. Please try again in about {seconds} seconds.',
  },
  'http.too_many_streams': {
    ja: '同時に開いている画面が多すぎます。使っていない画面を閉じてください。',
    en: 'Too many pages are open at once. Please close some.',
  },
  'http.bad_request': {
    ja: '要求を読めませんでした。',
    en: 'The request could not be read.',
  },
  'http.only_from_this_machine': {
    ja: 'この入口は、この機械の中からだけ使えます。',
    en: 'This entrance may be used from this machine only.',
  },
  'http.unexpected': {
    ja: 'うまくいきませんでした。時間をおいてもう一度お試しください。続くときは、番号 {errorId} をシステム管理者に伝えてください。',
    en: 'Something went wrong. Please try again later. If it goes on, give the number {errorId} to your system administrator.',
  },
  'platform.idempotency_key_reused': {
    ja: '同じ Idempotency-Key が別の内容で使われています。',
    en: 'This Idempotency-Key was used before with another request.',
  },
};

/** 409 where somebody else was faster: what was sent is of a version that stands no more. */
export const STALE_TITLE: Sentence = { ja: '内容が更新されています', en: 'It has changed' };

/** Short names of the kinds of refusal, RFC 9457 `title`. */
export const STATUS_TITLES: Readonly<Record<number, Sentence>> = {
  400: { ja: '入力の誤り', en: 'Bad input' },
  401: { ja: 'サインインが必要です', en: 'Sign-in required' },
  403: { ja: '権限がありません', en: 'Not allowed' },
  404: { ja: '見つかりません', en: 'Not found' },
  409: { ja: 'いまはできません', en: 'Not possible now' },
  413: { ja: '大きすぎます', en: 'Too large' },
  415: { ja: '受け付けられない形式です', en: 'Unsupported media type' },
  429: { ja: '要求が多すぎます', en: 'Too many requests' },
  500: { ja: '予期しないエラー', en: 'Unexpected error' },
  503: { ja: 'いま利用できません', en: 'Unavailable' },
};
