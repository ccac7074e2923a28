import type { Texts } from '@kaigi/core/shared';

export const graphTexts: Texts = {
  'graph.busy': {
    ja: 'いま Microsoft 365 が応答しません。少し待ってからもう一度お試しください。',
    en: 'Microsoft 365 is not answering now. Please try again in a moment.',
  },
  'graph.not_a_saved_document': {
    ja: '文書の保存場所が正しくありません。SharePoint か OneDrive に保存してから、もう一度お試しください。',
    en: 'The document has no address that can be read. Save it in SharePoint or OneDrive and try again.',
  },
  'graph.document_not_found': {
    ja: '保存された文書が見つからないか、あなたには開けません。',
    en: 'The saved document was not found, or you may not open it.',
  },
  'sign_in.person_token_refused': {
    ja: 'Microsoft 365 から、あなたの文書を読む許可を得られませんでした。システム管理者に確かめてください。',
    en: 'Microsoft 365 did not let this app read your document in your name. Ask the system administrator.',
  },
  'graph.strange_answer': {
    ja: 'Microsoft 365 から思いがけない応答がありました。',
    en: 'Microsoft 365 gave an unexpected answer.',
  },
  'transport.unreachable': {
    ja: 'いま Microsoft 365 につながりません。少し待ってからもう一度お試しください。',
    en: 'Microsoft 365 cannot be reached now. Please try again in a moment.',
  },
  'sign_in.app_token_refused': {
    ja: 'Microsoft 365 がこのアプリの資格情報を受け付けませんでした。システム管理者に確かめてください。',
    en: 'Microsoft 365 did not accept the credentials of this app. Ask the system administrator.',
  },
};
