import { type Texts, typedTextTexts } from '../shared/index.ts';

export const platformTexts: Texts = {
  ...typedTextTexts,
  'platform.idempotency_key_reused': {
    ja: '同じ操作の番号（Idempotency-Key）が、別の内容で使われています。画面を開き直して、もう一度お試しください。',
    en: 'This Idempotency-Key was used with another request before. Reload and try again.',
  },
};
