export interface OutsideFinding {
  readonly code: string;
  readonly what: string;
}
export interface OutsideSummary {
  readonly kind: 'export' | 'package' | 'proof' | '';
  readonly entries: number;
  readonly files: number;
  readonly size: number;
  readonly origin: string;
  readonly keyGiven: boolean;
  readonly vkeys: readonly string[];
}
export interface OutsideOptions {
  readonly keys?: readonly string[];
  readonly kept?: readonly string[];
  readonly files?: readonly string[];
}
export declare const SENTENCES: Readonly<Record<string, readonly [ja: string, en: string]>>;
export declare function verifyOutside(
  target: string,
  options?: OutsideOptions,
): Promise<{ readonly findings: readonly OutsideFinding[]; readonly summary: OutsideSummary }>;
