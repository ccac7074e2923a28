import type { Sentence } from '../../shared/index.ts';

/** 不開示情報の一号 */
export interface DisclosureGround {
  readonly id: string;
  readonly article: string;
  readonly sentence: Sentence;
}

/** 開示請求 by one ordinance or law. */
export interface DisclosureScheme {
  readonly id: string;
  readonly name: Sentence;
  readonly law: Sentence;
  readonly term: { readonly days: number; readonly article: string };
  readonly extension: { readonly days: number; readonly article: string };
  /** 補正に要した日数を数えない根拠 */
  readonly correction?: string | undefined;
  readonly grounds: readonly DisclosureGround[];
  readonly absent: string;
  readonly unconfirmed: string;
}

export interface DisclosureRules {
  readonly schemes: readonly DisclosureScheme[];
}
