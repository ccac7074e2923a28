import type { Texts } from '@kaigi/core/shared';

export const graphTexts: Texts = {
  'graph.busy': {
    ja: 'いま Microsoft 365 が応答しません。少し待ってからもう一度お試しください。',
    en: 'Microsoft 365 is not answering now. Please try again in a moment.',
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
