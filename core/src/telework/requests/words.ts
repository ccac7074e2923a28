import type { TeleworkRequest, TeleworkRules } from '../../regulations/index.ts';
import type { Sentence } from '../../shared/index.ts';

export type TeleworkSpan = TeleworkRequest['span'];

type Policy = NonNullable<TeleworkRules['policy']>;
export type WordList = keyof Policy['words'];

export const KIND_NAMES: Readonly<Record<TeleworkRequest['kind'], Sentence>> = {
  HOME: { ja: '在宅勤務', en: 'Work at home' },
  SATELLITE: { ja: 'サテライトオフィス勤務', en: 'Work at a satellite office' },
  MOBILE: { ja: 'モバイル勤務', en: 'Mobile work' },
};
export const SPAN_NAMES: Readonly<Record<TeleworkSpan, Sentence>> = {
  DAY: { ja: '全日', en: 'the whole day' },
  MORNING: { ja: '午前', en: 'the morning' },
  AFTERNOON: { ja: '午後', en: 'the afternoon' },
  HOURS: { ja: '時間', en: 'certain hours' },
};

/** The city's own name for a word of its rules. */
export const nameOf = (policy: Policy | null, list: WordList, code: string): Sentence =>
  policy?.words[list].find((word) => word.code === code)?.name ?? { ja: code, en: code };

export const namesOf = (policy: Policy | null, list: WordList, codes: readonly string[]): string =>
  codes.map((code) => nameOf(policy, list, code).ja).join('、');
