import { dayOnPage, type LocalDate, type Locale } from '../../shared/index.ts';
import type { ClassificationRow, EndAction, RetentionBasis, RetentionStart } from '../file-plan.ts';

const BASIS: { readonly [basis in RetentionBasis]: { readonly ja: string; readonly en: string } } = {
  CREATION: { ja: '作成・取得', en: 'made or received' },
  COMPLETION: { ja: '完結', en: 'completed' },
  ISSUANCE: { ja: '施行', en: 'issued' },
  EVENT: { ja: '事由の発生', en: 'the event' },
};

const STARTS: { readonly [starts in RetentionStart]: { readonly ja: string; readonly en: string } } = {
  NEXT_FISCAL_YEAR: { ja: '翌年度の4月1日', en: '1 April of the next fiscal year' },
  NEXT_CALENDAR_YEAR: { ja: '翌年の1月1日', en: '1 January of the next year' },
  NEXT_DAY: { ja: '翌日', en: 'the next day' },
};

const ACTION: { readonly [action in EndAction]: { readonly ja: string; readonly en: string } } = {
  TRANSFER: { ja: '公文書館等へ移管する', en: 'is transferred to the archives' },
  DESTROY: { ja: '廃棄する', en: 'is destroyed' },
  CONSULT: { ja: '移管か廃棄かを協議して決める', en: 'is transferred or destroyed as is decided then' },
};

type Row = Pick<ClassificationRow, 'retentionYears' | 'retentionBasis' | 'endAction' | 'article'> &
  Partial<Pick<ClassificationRow, 'permanent' | 'keepDays' | 'starts' | 'event'>>;

/** 5年, 永年（30年ごとに見直し）, 1年未満 */
export function periodText(
  { retentionYears, permanent, keepDays }: Omit<Row, 'article' | 'endAction' | 'retentionBasis'>,
  locale: Locale,
): string {
  const ja = locale === 'ja';
  if (permanent)
    return ja ? `永年（${retentionYears}年ごとに見直し）` : `permanent (reviewed every ${retentionYears} years)`;
  if (retentionYears > 0)
    return ja ? `${retentionYears}年` : `${retentionYears} ${retentionYears === 1 ? 'year' : 'years'}`;
  if (keepDays === undefined) return ja ? '1年未満' : 'less than one year';
  return ja ? `1年未満（${keepDays}日）` : `less than one year (${keepDays} days)`;
}

/** The same in both languages, as views carry it. */
export const periodWords = (row: Parameters<typeof periodText>[0]): { ja: string; en: string } => ({
  ja: periodText(row, 'ja'),
  en: periodText(row, 'en'),
});

const basisText = ({ retentionBasis, event }: Row, locale: Locale) => event?.[locale] ?? BASIS[retentionBasis][locale];

/** What the row says, without any document: how long, from when, and what becomes of it. */
export function ruleText(row: Row, locale: Locale): string {
  const [period, basis, action] = [periodText(row, locale), basisText(row, locale), ACTION[row.endAction][locale]];
  const starts = STARTS[row.starts ?? 'NEXT_FISCAL_YEAR'][locale];
  if (locale === 'en') {
    const from = row.retentionYears === 0 ? 'that day' : starts;
    return `Kept ${period}, counted from ${from} after it was ${basis}; then it ${action}.`;
  }
  const from = row.retentionYears === 0 ? 'その日' : starts;
  const then = row.permanent
    ? '見直しのときに、続けて保存するか移管するかを決めます。'
    : `満了したら、${ACTION[row.endAction].ja}ことになります。`;
  return `保存期間は${period}です。${basis}の日の${from}から数えます。${then}`.replace('の日のその日', 'の日');
}

interface Counted {
  readonly basisOn: LocalDate | null;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
}

/** The same of one document, with its days. */
export function countedText(row: Row, { basisOn, startsOn, endsOn }: Counted, locale: Locale): string {
  const rule = ruleText(row, locale);
  const basis = basisText(row, locale);
  if (locale === 'en') {
    if (basisOn === null) return `${rule} It is not ${basis} yet, so the years do not run.`;
    if (endsOn === null) return `${rule} The last day has not been named yet.`;
    return `${rule} From ${dayOnPage(startsOn ?? endsOn, locale)} until ${dayOnPage(endsOn, locale)}.`;
  }
  if (basisOn === null) return `${rule}まだ${basis}していないため、期間は始まっていません。`;
  if (endsOn === null) return `${rule}満了日がまだ決められていません。`;
  const last = row.permanent ? '見直しの日' : '満了日';
  return `${rule}起算日は${dayOnPage(startsOn ?? endsOn, locale)}、${last}は${dayOnPage(endsOn, locale)}です。`;
}
