import type { Texts } from '../../shared/index.ts';

/** What the 文書主任 of a section reads when a document was taken in there. Its title stays in the register. */
export const arrivalTexts = {
  'approvals.arrival.received': {
    ja: '収受：{number}が{unit}に届きました（受付 {name}）。件名は文書収発簿で確かめ、配付又は供覧・起案をお願いします。',
    en: 'Received: {number} arrived at {unit} (taken in by {name}). See the register for its title, and pass it on.',
  },
} as const satisfies Texts;
