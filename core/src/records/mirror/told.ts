import type { LocalDate, Locale } from '../../shared/index.ts';

/** What somebody said who deleted a copy by hand. */
export interface ByHand {
  readonly by: string;
  readonly deletedOn: LocalDate;
  readonly note: string;
}

/** （…）, as the sentences have it; nothing where it may not be told. */
export const bracketed = ({ note }: ByHand, locale: Locale): string =>
  note === '' ? '' : locale === 'ja' ? `（${note}）` : ` (${note})`;

/** For whoever may not know what the record is called: what somebody typed may say it. */
export const withoutNote = <C extends { readonly byHand: ByHand | null }>(copy: C): C => ({
  ...copy,
  byHand: copy.byHand && { ...copy.byHand, note: '' },
});
