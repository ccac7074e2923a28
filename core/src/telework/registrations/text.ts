import type { Texts } from '../../shared/index.ts';
import { registrationCardTexts } from './cards.ts';

export const registrationTexts: Texts = {
  ...registrationCardTexts,
  'telework.renewal_not_due': {
    ja: '登録の更新は{from}からできます。',
    en: 'The registration can be renewed from {from} on.',
  },
  'telework.registration_not_needed': {
    ja: 'この団体の規程では、利用者登録は要りません。そのまま実施申請ができます。',
    en: 'The rules of this municipality ask for no registration. Apply for the day at once.',
  },
};
