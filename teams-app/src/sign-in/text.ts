import type { Texts } from '@kaigi/core/shared';

export const signInTexts: Texts = {
  'sign_in.required': {
    ja: 'サインインが必要です。Teams または Word から開き直してください。',
    en: 'Sign-in is required. Open this again from Teams or Word.',
  },
  'sign_in.expired': {
    ja: 'サインインの期限が切れました。もう一度サインインしてください。',
    en: 'The sign-in has expired. Please sign in again.',
  },
  'sign_in.refused': {
    ja: 'サインインを確かめられませんでした。もう一度サインインしてください。',
    en: 'The sign-in could not be verified. Please sign in again.',
  },
  'sign_in.wrong_signature': {
    ja: '送り元の署名を確かめられませんでした。送り元の名前、鍵、署名した内容を確かめてください。',
    en: 'The signature of the sender could not be verified. Check its name, its key and what was signed.',
  },
  'sign_in.signature_too_old': {
    ja: '署名の時刻が今から 5 分を超えて離れています。送り元の時計を確かめ、署名し直して送ってください。',
    en: 'The signature was made more than five minutes from now. Check the clock of the sender and sign anew.',
  },
  'sign_in.unknown_municipality': {
    ja: 'あなたの団体はこのサービスに登録されていません。システム管理者に確かめてください。',
    en: 'Your organisation is not registered with this service. Ask your system administrator.',
  },
  'sign_in.not_a_person': {
    ja: '職員本人のサインインが必要です。アプリだけの資格では使えません。',
    en: 'A person must sign in. An application alone may not use this.',
  },
  'sign_in.keys_unavailable': {
    ja: 'いま Microsoft 365 のサインイン基盤につながりません。少し待ってからもう一度お試しください。',
    en: 'The sign-in service of Microsoft 365 cannot be reached now. Please try again in a moment.',
  },
};
