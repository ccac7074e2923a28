import { CODE128 } from 'jsbarcode/bin/barcodes/CODE128/index.js';

export interface Bars {
  /** Of the whole, quiet zones included, in modules. */
  readonly width: number;
  readonly bars: readonly { readonly from: number; readonly wide: number }[];
}

const QUIET = 10;

/** Code 128: the bars of a code, between quiet zones of ten modules. */
export function barsOf(code: string): Bars {
  const { data } = new CODE128(code, {}).encode();
  const bars = [...data.matchAll(/1+/g)].map(({ index, 0: run }) => ({ from: QUIET + index, wide: run.length }));
  return { width: data.length + 2 * QUIET, bars };
}
