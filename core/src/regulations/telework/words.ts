import type { Sentence } from '../../shared/index.ts';
import type { Telework } from '../language/telework.ts';
import type { WordList } from '../language/telework-parts.ts';
import type { Commitment, TeleworkRequest, TeleworkSpan } from './vocabulary.ts';

type Names<K extends string> = Readonly<Record<K, Sentence>>;

export const KIND_NAMES: Names<TeleworkRequest['kind']> & Readonly<Record<string, Sentence>> = {
  HOME: { ja: '在宅勤務', en: 'work at home' },
  SATELLITE: { ja: 'サテライトオフィス勤務', en: 'work at a satellite office' },
  MOBILE: { ja: 'モバイル勤務', en: 'mobile work' },
};
export const SPAN_NAMES: Names<TeleworkSpan> & Readonly<Record<string, Sentence>> = {
  DAY: { ja: '全日', en: 'the whole day' },
  MORNING: { ja: '午前', en: 'the morning' },
  AFTERNOON: { ja: '午後', en: 'the afternoon' },
  HOURS: { ja: '時間', en: 'certain hours' },
};
export const COMMITMENT_NAMES: Names<Commitment['kind']> = {
  LEAVE: { ja: '休暇', en: 'leave' },
  TRIP: { ja: '出張', en: 'a trip' },
  MEETING_IN_PERSON: { ja: '対面の会議', en: 'a meeting in person' },
  DUTY: { ja: '庁舎での当番', en: 'duty at the office' },
};
export const PERIOD_NAMES: Names<'WEEK' | 'MONTH' | 'FISCAL_YEAR'> = {
  WEEK: { ja: '1週間', en: 'week' },
  MONTH: { ja: '1か月', en: 'month' },
  FISCAL_YEAR: { ja: '1年度', en: 'fiscal year' },
};
export const FIELD_NAMES: Names<'CONTACT' | 'TASKS' | 'REASON'> = {
  CONTACT: { ja: '連絡先', en: 'how to reach you' },
  TASKS: { ja: '業務の予定', en: 'the planned tasks' },
  REASON: { ja: '理由', en: 'the reason' },
};
export const LIST_NAMES: Names<WordList> = {
  employments: { ja: '任用の種別', en: 'kinds of employment' },
  reasons: { ja: '事由', en: 'reasons' },
  places: { ja: '場所', en: 'places' },
  networks: { ja: '通信回線', en: 'networks' },
  devices: { ja: '端末', en: 'devices' },
  information: { ja: '扱う情報・業務', en: 'information and work' },
};

export const wordName = ({ words }: Telework, list: WordList, code: string): Sentence =>
  words[list].find((word) => word.code === code)?.name ?? { ja: code, en: code };

/** 自宅・実家: several names as one. */
export const namesOf = (names: readonly Sentence[]): Sentence => ({
  ja: names.map(({ ja }) => ja).join('・'),
  en: names.map(({ en }) => en).join(', '),
});
