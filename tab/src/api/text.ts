import type { Texts } from '@kaigi/core/shared';

export const apiText = {
  'client.unreachable': {
    ja: 'サーバーにつながりません。ネットワークを確かめて、もう一度お試しください。',
    en: 'The service cannot be reached. Check the network and try again.',
  },
  'client.bad_answer': {
    ja: 'サーバーが応答できませんでした。少し待って、もう一度お試しください。',
    en: 'The service could not answer. Wait a moment and try again.',
  },
  'client.unknown': {
    ja: '画面の処理に失敗しました。もう一度お試しください。',
    en: 'Something went wrong on this page. Try again.',
  },
  'client.not_found': {
    ja: '見つかりません。削除されたか、見る権限がありません。',
    en: 'It was not found. It may not exist, or you may not be allowed to see it.',
  },
} as const satisfies Texts;
