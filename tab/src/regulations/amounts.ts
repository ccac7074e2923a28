import type { Locale } from '@kaigi/core/shared';

const MOST = 999_999_999_999_999;
/** 3億2,000万5千, 5千万, 1,234千, 500000: what city halls write, in full-width or half-width. */
const WRITTEN = /^(?:([\d.千百]+)億)?(?:([\d.千百]+)万)?([\d.千百]+)?$/;
const BELOW_MAN = /^(?:(\d+(?:\.\d+)?)千)?(?:(\d+(?:\.\d+)?)百)?(\d+(?:\.\d+)?)?$/;

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s,¥\\]|円$/g, '');

/** 5千3百 or 5300, as a number; NaN where it is none. */
function belowMan(text: string | undefined): number {
  if (text === undefined) return 0;
  const parts = BELOW_MAN.exec(text);
  if (!parts) return Number.NaN;
  const [sen, hyaku, rest] = parts.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  return sen * 1000 + hyaku * 100 + rest;
}

/** Yen as a whole number; null where it cannot be read. */
export function parseAmount(text: string): number | null {
  const written = plain(text);
  const parts = WRITTEN.exec(written);
  if (written === '' || !parts) return null;
  const [oku, man, rest] = parts.slice(1).map(belowMan) as [number, number, number];
  // Fractions of 億 or 万 are exact in yen, but not always in binary.
  const yen = Math.round((oku * 1e8 + man * 1e4 + rest) * 1e4) / 1e4;
  return Number.isInteger(yen) && yen <= MOST ? yen : null;
}

/** 1,234,000 */
export function amountText(yen: number): string {
  return yen.toLocaleString('ja-JP');
}

/** 123万4,000円, so that a zero too many is seen. */
export function amountEcho(yen: number, locale: Locale): string {
  if (locale === 'en') return `${amountText(yen)} yen`;
  const parts = [
    [Math.floor(yen / 1e8), '億'],
    [Math.floor((yen % 1e8) / 1e4), '万'],
    [yen % 1e4, ''],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, word]) => `${amountText(amount)}${word}`);
  return `${said.length > 0 ? said.join('') : '0'}円`;
}

/** A number that is not negative, in steps of `step`; null where it is none. */
export function parseNumber(text: string, step: number): number | null {
  const written = plain(text).replace(/[日泊]$/, '');
  if (!/^\d+(\.\d+)?$/.test(written)) return null;
  const value = Number(written);
  return value <= MOST && Number.isInteger(value / step) ? value : null;
}
