import type { Locale, Sentence } from '../../shared/index.ts';
import type { MeetingItem, Term } from './vocabulary.ts';

export const ITEM_NAMES: Readonly<Record<MeetingItem, Sentence>> = {
  agenda: { ja: '議題', en: 'agenda' },
  place: { ja: '開催場所', en: 'place' },
  attendees: { ja: '出席者・欠席者', en: 'who was there and who was not' },
  staff: { ja: '事務局職員の職・氏名', en: 'posts and names of the staff' },
  observers: { ja: '傍聴者数', en: 'number of observers' },
  papers: { ja: '資料の名称', en: 'names of the papers' },
  opennessReason: { ja: '公開・非公開の別と非公開の理由', en: 'open or closed, and why closed' },
};

/** What a term runs from. */
export const SINCE = {
  meeting: { ja: '会議の日', en: 'the meeting' },
  asking: { ja: '確認を依頼した日', en: 'asking for confirmation' },
} as const satisfies Readonly<Record<string, Sentence>>;

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** 「会議の日の翌日から45日以内（末日が休日のときは次の開庁日）」 */
export function termWords({ days, count, ifClosed }: Term, since: Sentence, locale: Locale): string {
  const works = count === 'WORKING';
  if (locale === 'ja') {
    if (days === 0) return `${since.ja}のうち`;
    const rolls = works || ifClosed === 'SAME_DAY' ? '' : '（末日が休日のときは次の開庁日）';
    return `${since.ja}の翌日から${days}${works ? '開庁日' : '日'}以内${rolls}`;
  }
  if (days === 0) return `on the day of ${since.en}`;
  const rolls = works || ifClosed === 'SAME_DAY' ? '' : '; the next working day if the last is a day off';
  return `within ${plural(days, works ? 'working day' : 'day')} after the day of ${since.en}${rolls}`;
}

export const keptWords = (keepDays: number, locale: Locale): string =>
  locale === 'ja'
    ? `録音と文字起こしは、会議録の確定の翌日から${keepDays}日間残します。`
    : `Recordings and transcripts are kept for ${plural(keepDays, 'day')} after the minutes become final.`;
