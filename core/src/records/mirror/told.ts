import { dayIn, type LocalDate, type Locale, localDateOf, say } from '../../shared/index.ts';
import { mirrorPartTexts } from './text.ts';

/** What somebody said who deleted a copy by hand. */
export interface ByHand {
  readonly by: string;
  readonly deletedOn: LocalDate;
  readonly note: string;
  /** When the app found it there all the same; null: it did not. */
  readonly foundAt: string | null;
}

/** （…）, as the sentences have it; nothing where it may not be told. */
export const bracketed = ({ note }: ByHand, locale: Locale): string =>
  note === '' ? '' : locale === 'ja' ? `（${note}）` : ` (${note})`;

/** What the sentences say of it. */
export const saidBy = (byHand: ByHand, locale: Locale) => ({
  ...{ by: byHand.by, day: dayIn(byHand.deletedOn, locale), note: bracketed(byHand, locale) },
});

/** For whoever may not know what the record is called: what somebody typed may say it. */
export const withoutNote = <C extends { readonly byHand: ByHand | null }>(copy: C): C => ({
  ...copy,
  byHand: copy.byHand && { ...copy.byHand, note: '' },
});

/** Behind whatever is said of a copy that was there although somebody had told that it was deleted. */
export function foundAfterAll(byHand: ByHand | null, locale: Locale): string {
  if (byHand === null || byHand.foundAt === null) return '';
  const found = dayIn(localDateOf(new Date(byHand.foundAt)), locale);
  return say(mirrorPartTexts, 'records.mirror_found_after_all', locale, { ...saidBy(byHand, locale), found }) ?? '';
}
