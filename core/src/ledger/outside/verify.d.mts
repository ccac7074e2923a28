export interface OutsideFinding {
  readonly code: string;
  readonly what: string;
}
export interface OutsideStamp {
  readonly size: number;
  readonly at: string;
  readonly authority: string;
  /** False: no authorities to trust were given. */
  readonly trusted: boolean;
}
export interface OutsideSummary {
  readonly kind: 'export' | 'package' | 'proof' | '';
  readonly entries: number;
  readonly files: number;
  readonly size: number;
  readonly origin: string;
  readonly keyGiven: boolean;
  readonly vkeys: readonly string[];
  readonly stamps: readonly OutsideStamp[];
}
export interface OutsideOptions {
  readonly keys?: readonly string[];
  readonly kept?: readonly string[];
  readonly files?: readonly string[];
  /** PEM files of authorities of time stamps that are trusted. */
  readonly tsaCas?: readonly string[];
}
export declare const SENTENCES: Readonly<Record<string, readonly [ja: string, en: string]>>;
export declare function verifyOutside(
  target: string,
  options?: OutsideOptions,
): Promise<{ readonly findings: readonly OutsideFinding[]; readonly summary: OutsideSummary }>;
/** What to say of them, in both languages. */
export declare function saidOfStamps(stamps: readonly OutsideStamp[]): readonly (readonly [ja: string, en: string])[];
