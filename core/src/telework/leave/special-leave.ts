/** 特別休暇 and what is treated like it. Data: each city's 条例 has its own list, days and articles. */
export interface SpecialLeave {
  readonly id: string;
  readonly name: { readonly ja: string; readonly en: string };
  /** Null: for as long as is needed. */
  readonly days: number | null;
  readonly per: 'OCCASION' | 'YEAR';
  readonly unit: 'DAY' | 'HALF_DAY' | 'HOUR' | 'MINUTE';
  readonly paid: boolean;
  readonly evidence: 'NONE' | 'STATEMENT' | 'CERTIFICATE';
  readonly article: string;
  /** Counted over days off as well (連続する暦日). */
  readonly calendarDays: boolean;
  /** 忌引: by relation. */
  readonly daysBy?: Readonly<Record<string, number>>;
}

export interface SpecialLeaveWish {
  /** In days; a part of a day is a fraction. */
  readonly days: number;
  /** Of the same kind in the same leave year, or for the same occasion. */
  readonly already: number;
  readonly relation: string | null;
  readonly hasEvidence: boolean;
}

export interface SpecialLeaveProblem {
  readonly code:
    | 'telework.special_too_many_days'
    | 'telework.special_unit'
    | 'telework.special_evidence'
    | 'telework.special_relation';
  readonly article: string;
  /** What is still there; null where there is no limit. */
  readonly left: number | null;
}

const STEP = { DAY: 1, HALF_DAY: 0.5 } as const;

/** What speaks against a wish for a special leave. Evidence may follow; that it is missing is told, not refused. */
export function checkSpecialLeave(kind: SpecialLeave, wish: SpecialLeaveWish): SpecialLeaveProblem[] {
  const { daysBy, days, unit, evidence, article } = kind;
  const known = daysBy === undefined || (wish.relation !== null && Object.hasOwn(daysBy, wish.relation));
  const most = daysBy && wish.relation !== null ? (daysBy[wish.relation] ?? days) : days;
  const left = most === null ? null : Math.max(0, most - wish.already);
  const step = unit === 'DAY' || unit === 'HALF_DAY' ? STEP[unit] : null;
  const found: (SpecialLeaveProblem['code'] | false)[] = [
    !known && 'telework.special_relation',
    left !== null && wish.days > left && 'telework.special_too_many_days',
    !(wish.days > 0) || (step !== null && wish.days % step !== 0) ? 'telework.special_unit' : false,
    evidence === 'CERTIFICATE' && !wish.hasEvidence && 'telework.special_evidence',
  ];
  return found.flatMap((code) => (code ? [{ code, article, left }] : []));
}
