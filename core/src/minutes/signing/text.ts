import type { Texts } from '../../shared/index.ts';

export const signingTexts = {
  'minutes.signing_no_chair': {
    ja: '出席者に議長がいません。署名する議長を決めてください。',
    en: 'No attendee is the chair. Please say who signs as the chair.',
  },
  'minutes.signing_lacks': {
    ja: '議長のほかに署名委員が{needed}人必要です。あと{count}人、出席者の役割を署名委員にしてください。',
    en: 'Beside the chair {needed|signer is|signers are} wanted: {count} more must be named among the attendees.',
  },
  'minutes.signing_not_wanted': {
    ja: 'この会議体の会議録は、署名を要しません。',
    en: 'The rules of this body want no signatures.',
  },
  'minutes.signing_not_yet': {
    ja: 'まだ署名の段階ではありません。先に確認を終えてください。',
    en: 'It is not time to sign yet. Please finish the confirmation first.',
  },
  'minutes.signing_over': {
    ja: 'この会議録は、いま署名の段階ではありません。',
    en: 'These minutes are not being signed now.',
  },
  'minutes.signing_not_yours': {
    ja: '署名できるのは、出席した議長と署名委員です。',
    en: 'The chair and the signers who attended sign.',
  },
  'minutes.signing_other_words': {
    ja: '読んだ会議録と、いまの会議録が違います。読み直してから署名してください。',
    en: 'The minutes are not those that you read. Please read them again, then sign.',
  },
  'minutes.signing_not_on_paper': {
    ja: 'この人は職員なので、本人がここで署名します。',
    en: 'This person is of the staff and signs here.',
  },
  'minutes.signing_twice': { ja: 'この人の署名は済んでいます。', en: 'This person has signed already.' },
} as const satisfies Texts;
