import { numberLabel } from '../regulations/index.ts';

/** 政第12号; null where a record has no number. */
export const labelOf = ({ symbol, number }: { readonly symbol: string | null; readonly number: number | null }) =>
  symbol === null || number === null ? null : numberLabel(symbol, number);
