import type { Texts } from '../../shared/index.ts';

/** What is said with the figures: 電子決裁率 never stands without what it counts. */
export const statisticsTexts = {
  'approvals.stats_period': {
    ja: '期間の終わりは、始まりの日以後で10年以内にしてください。',
    en: 'The period must end on or after its first day and within ten years.',
  },
  'approvals.paper_not_yours': {
    ja: '紙の併用について答えられるのは、決裁が済んだ案件の起案者です。',
    en: 'Only the drafter of a decided case can say whether paper went round.',
  },
  'approvals.stats.PARALLEL_PAPER': {
    ja: '紙も並行して回したと起案者が答えた案件（分母に含め、分子に含めません）',
    en: 'Cases whose drafter said that paper went round as well (in the denominator, not in the numerator)',
  },
  'approvals.stats.PAPER_ATTACHMENT': {
    ja: '紙の添付がある案件（分母に含め、分子に含めません）',
    en: 'Cases with paper attachments (in the denominator, not in the numerator)',
  },
  'approvals.stats.UNANSWERED': {
    ja: '紙を回したかどうか起案者がまだ答えていない案件（分母に含め、分子に含めません）',
    en: 'Cases whose drafter has not yet said whether paper went round (in the denominator, not in the numerator)',
  },
  'approvals.stats.REJECTED': { ja: '却下された案件（分母に含めません）', en: 'Rejected cases (not counted)' },
  'approvals.stats.ABANDONED': { ja: '廃案になった案件（分母に含めません）', en: 'Abandoned cases (not counted)' },
  'approvals.stats.WITHDRAWN': {
    ja: '起案者が破棄した案件（分母に含めません）',
    en: 'Drafts thrown away by their drafters (not counted)',
  },
  'approvals.stats.UNDER_WAY': {
    ja: 'いま回議中の案件（決裁前のため、分母に含めません）',
    en: 'Cases under way now (not decided yet, so not counted)',
  },
} as const satisfies Texts;

/** Titles of the CSV. */
export const csvWords = {
  figure: { ja: '項目', en: 'Figure' },
  value: { ja: '値', en: 'Value' },
  from: { ja: '期間の始まり', en: 'From' },
  to: { ja: '期間の終わり', en: 'To' },
  rate: { ja: '電子決裁率（%）', en: 'Electronic decisions (%)' },
  rateAtMost: {
    ja: '電子決裁率の上限（未回答がすべて電子だけの場合、%）',
    en: 'At most, if all unanswered cases were electronic only (%)',
  },
  numerator: {
    ja: '分子：紙を回していないと起案者が答えた決裁済みの案件',
    en: 'Numerator: decided cases whose drafters said that no paper went round',
  },
  denominator: { ja: '分母：決裁済みの案件', en: 'Denominator: decided cases' },
  median: { ja: '処理日数の中央値（開庁日）', en: 'Median working days' },
  p90: { ja: '処理日数の90パーセンタイル（開庁日）', en: '90 % within working days' },
  returned: { ja: '差戻しがあった案件', en: 'Cases sent back' },
  ended: { ja: '差戻率の分母：期間内に終わった案件', en: 'Denominator of the return rate: cases that ended' },
  deputies: { ja: '代決・代理', en: 'Decided by deputies' },
  skipped: { ja: '後閲（回議を後にしたもの）', en: 'Reviewers passed over' },
  reviewsOpen: { ja: '未了の後閲（いま）', en: 'Reviews afterwards still open' },
  reviewsOverdue: { ja: '期限を過ぎた後閲（いま）', en: 'Reviews afterwards overdue' },
  section: { ja: '所属', en: 'Unit' },
  decided: { ja: '決裁件数', en: 'Decided' },
  electronic: { ja: '電子のみの決裁', en: 'Electronic only' },
  returnedIn: { ja: '差戻しあり', en: 'Sent back' },
  month: { ja: '年月', en: 'Month' },
  step: { ja: '時間のかかる段階', en: 'Slowest steps' },
  duty: { ja: '役割', en: 'Duty' },
  acts: { ja: '処理件数', en: 'Acts' },
} as const satisfies Texts;

export const dutyWords = {
  REVIEW: { ja: '回議', en: 'Review' },
  CONSULT: { ja: '合議', en: 'Consultation' },
  EXAMINE: { ja: '審査', en: 'Examination' },
  PROVISIONAL: { ja: '仮決裁', en: 'Provisional decision' },
  DECISION: { ja: '決裁', en: 'Decision' },
} as const satisfies Texts;
