import { fill, type LocalDate, type Locale, parseLocalDate, type Sentence, wareki } from '../../shared/index.ts';
import type { FindingValue, TeleworkCode, TeleworkFinding } from './vocabulary.ts';

export const teleworkTexts: Readonly<Record<TeleworkCode, Sentence>> = {
  'regulations.telework_no_policy': {
    ja: 'この団体の規程には、テレワークの定めがありません。',
    en: 'There are no rules about telework in the regulations of this body.',
  },
  'regulations.telework_unknown_word': {
    ja: '「{word}」は、定めのある{list}ではありません。一覧から選んでください。',
    en: '“{word}” is none of the {list} that the rules name. Choose one from the list.',
  },
  'regulations.telework_time_missing': {
    ja: '何時から何時までかを書いてください。',
    en: 'Say from when to when.',
  },
  'regulations.telework_time_empty': {
    ja: '終わりの時刻（{to}）が、始めの時刻（{from}）より後ではありません。',
    en: 'The end ({to}) is not after the start ({from}).',
  },
  'regulations.telework_forbidden': { ja: '{rule}', en: '{rule}' },
  'regulations.telework_not_allowed': {
    ja: '「{value}」ではできません。認められているのは{allowed}です。',
    en: 'Not with “{value}”. Allowed: {allowed}.',
  },
  'regulations.telework_reason_missing': {
    ja: 'できるのは、次のいずれかに当たる人です：{allowed}。',
    en: 'It is for people with one of these reasons: {allowed}.',
  },
  'regulations.telework_not_registered': {
    ja: '利用者の登録がありません。先に登録を申請してください。',
    en: 'You are not registered. Apply for a registration first.',
  },
  'regulations.telework_registration_over': {
    ja: 'その日は、利用者の登録の期間（{from}から{until}まで）に入っていません。登録を更新してください。',
    en: 'The day is outside of your registration ({from} to {until}). Renew it.',
  },
  'regulations.telework_not_as_registered': {
    ja: '「{value}」は登録されていません。先に登録の変更を届け出てください。',
    en: '“{value}” is not registered. Give notice of the change first.',
  },
  'regulations.telework_too_late': {
    ja: '申請は{lastDay}までに必要でした。',
    en: 'The application was due by {lastDay}.',
  },
  'regulations.telework_late': {
    ja: '期限（{lastDay}）の後の申請です。書かれた理由を承認者が確かめます。',
    en: 'The application comes after {lastDay}. Whoever approves it looks at the reason given.',
  },
  'regulations.telework_late_reason_missing': {
    ja: '期限（{lastDay}）の後の申請です。理由を書いてください。',
    en: 'The application comes after {lastDay}: give the reason.',
  },
  'regulations.telework_afterwards': {
    ja: '事後の申請です。書かれた理由を承認者が確かめます。',
    en: 'The application comes after the day. Whoever approves it looks at the reason given.',
  },
  'regulations.telework_afterwards_too_late': {
    ja: '事後の申請ができたのは{lastDay}までです。',
    en: 'An application after the day was possible until {lastDay}.',
  },
  'regulations.telework_cap': {
    ja: '{period}の上限は{limit}日です。この申請で{count}日になります。',
    en: 'At most {limit|day|days} in a {period}; this would make {count}.',
  },
  'regulations.telework_office_days': {
    ja: '週に{atLeast}日以上は登庁してください。この申請で、登庁する日が{left}日になります。',
    en: 'At least {atLeast|day|days} of the week are spent at the office; this would leave {left}.',
  },
  'regulations.telework_overlap': {
    ja: '同じ時間に{what}があります。',
    en: 'There is {what} at the same time.',
  },
  'regulations.telework_outside_hours': {
    ja: '勤務時間（{from}から{to}まで）の外です。',
    en: 'It is outside of the working hours ({from} to {to}).',
  },
  'regulations.telework_break_fixed': {
    ja: '休憩時間（{usual}）は変えられません。',
    en: 'The break ({usual}) cannot be changed.',
  },
  'regulations.telework_break_outside': {
    ja: '休憩は、勤務の間（{from}から{to}まで）に、重ならないように取ってください。',
    en: 'Take breaks within the hours ({from} to {to}), none over another.',
  },
  'regulations.telework_break_total': {
    ja: '休憩の合計は{expected}分です。書かれたのは{actual}分です。',
    en: 'Breaks are {expected|minute|minutes} in total; yours are {actual}.',
  },
  'regulations.telework_break_law': {
    ja: 'この勤務時間では、休憩が{least}分以上要ります（労働基準法34条1項）。書かれたのは{actual}分です。',
    en: 'These hours need a break of {least|minute|minutes} (Labour Standards Act, art. 34); yours are {actual}.',
  },
  'regulations.telework_break_edge': {
    ja: '休憩は、始業・終業に接しては取れません。',
    en: 'A break cannot stand at the start or the end of the work.',
  },
  'regulations.telework_break_parts': {
    ja: '休憩を分けられるのは{parts}回までです。',
    en: 'Breaks can be split into {parts|part|parts} at most.',
  },
  'regulations.telework_break_changed': {
    ja: '休憩を{breaks}に変える申請です。承認者が確かめます。',
    en: 'It asks for other breaks ({breaks}). Whoever approves it looks at them.',
  },
  'regulations.telework_contact_missing': {
    ja: '{minutes}分以内に応答できる連絡先を書いてください。',
    en: 'Say how you can be reached within {minutes|minute|minutes}.',
  },
  'regulations.telework_not_stated': { ja: '{field}を書いてください。', en: 'Say {field}.' },
};

function valueWords(value: FindingValue, locale: Locale): string | number {
  if (typeof value === 'object') return value[locale];
  const day: LocalDate | null = typeof value === 'string' && locale === 'ja' ? parseLocalDate(value) : null;
  return day === null ? value : wareki(day);
}

/** What is wrong, with the article; whom to ask is told beside it. */
export function teleworkSentence({ code, params, article }: TeleworkFinding, locale: Locale): string {
  const said = Object.entries(params).map(([name, value]) => [name, valueWords(value, locale)] as const);
  const sentence = fill(teleworkTexts[code][locale], Object.fromEntries(said));
  if (article === null) return sentence;
  return locale === 'ja' ? `${sentence}（${article}）` : `${sentence} (${article})`;
}
