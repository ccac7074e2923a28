import type { Texts } from '../../shared/index.ts';
import { requestFormTexts } from './chat-words.ts';

export const requestTexts: Texts = {
  ...requestFormTexts,
  'telework.too_long': {
    ja: 'まとめて申請できるのは1年分までです。',
    en: 'At most one year is applied for at once.',
  },
  'telework.dates_backwards': {
    ja: '終わりの日が始めの日より前です。',
    en: 'The last day lies before the first.',
  },
  'telework.day_off': {
    ja: '{date}は勤務を要しない日です。時間外勤務命令を受けた日でなければ申請できません。',
    en: 'Nothing is to be worked on {date}. Only with an order for overtime can it be applied for.',
  },
  'telework.nobody_for': {
    ja: '「{name}」を行う職が今の組織にありません。人事担当課に確かめてください。',
    en: 'Nobody in today’s organisation has the post for “{name}”. Ask the personnel section.',
  },
};
