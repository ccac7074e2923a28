import { type Locale, say, type Texts } from '../../shared/index.ts';

export const formTexts = {
  'telework.form_send': { ja: '申請する', en: 'Apply' },
  'telework.form_tab': { ja: 'タブで申請する', en: 'Apply in the tab' },
  'telework.form_unreadable': {
    ja: '入力に足りないか正しくないところがあります。日付、時刻、理由を確かめてください。',
    en: 'Something is missing or not right. Please check dates, times and the reason.',
  },
  'telework.form_date': { ja: '日', en: 'Day' },
  'telework.form_date_missing': { ja: '日を選んでください。', en: 'Please choose the day.' },
  'telework.form_until': { ja: 'いつまで（続けて取るとき）', en: 'Until (several days)' },
  'telework.form_from_time': { ja: '何時から', en: 'From' },
  'telework.form_to_time': { ja: '何時まで', en: 'To' },
  'telework.form_to_missing': { ja: '終わりの時刻を入れてください。', en: 'Please say until when.' },
} as const satisfies Texts;

type Code = keyof typeof formTexts extends `telework.form_${infer Rest}` ? Rest : never;

export const formWords = (locale: Locale, code: Code, params: Record<string, string | number> = {}): string =>
  say(formTexts, `telework.form_${code}`, locale, params) ?? code;
