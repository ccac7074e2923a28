import type { Sentence } from '../../shared/index.ts';

/** 不開示情報の一号 */
export interface DisclosureGround {
  readonly id: string;
  readonly article: string;
  readonly sentence: Sentence;
}

/** 審査請求の結果: 却下（不適法）・棄却・一部認容・認容・取下げ */
export type Ruling = 'INADMISSIBLE' | 'REJECTED' | 'PARTLY_UPHELD' | 'UPHELD' | 'WITHDRAWN';

/** 開示請求 by one ordinance or law. */
export interface DisclosureScheme {
  readonly id: string;
  readonly name: Sentence;
  readonly law: Sentence;
  readonly term: { readonly days: number; readonly article: string };
  readonly extension: { readonly days: number; readonly article: string };
  /** 補正に要した日数を数えない根拠 */
  readonly correction?: string | undefined;
  /** 補正を求める根拠と、求めた日から数える日数; without days the 相当の期間 is chosen each time. */
  readonly correctionTerm?: { readonly days?: number | undefined; readonly article: string } | undefined;
  /** 却下の根拠 */
  readonly dismissal?: string | undefined;
  /** 審査会への諮問を要する根拠 */
  readonly referral?: string | undefined;
  /** 審査請求がそれぞれ終わる根拠 */
  readonly rulings?: Readonly<Partial<Record<Ruling, string>>> | undefined;
  readonly grounds: readonly DisclosureGround[];
  readonly absent: string;
  readonly unconfirmed: string;
}

export interface DisclosureRules {
  readonly schemes: readonly DisclosureScheme[];
}
