import { Field, Input, Select } from '@fluentui/react-components';
import { fiscalYearOf, localDateOf } from '@kaigi/core/shared';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import type { Wish } from '../../app/record-routes.ts';
import { useSettled } from '../../app/use-settled.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { fiscalYearChoices } from '../fiscal-years.ts';
import type { useTyped } from '../record/use-act.ts';
import { useRegister } from '../use-register.ts';
import { useDisclosureStyles } from './Disclosure.styles.ts';
import { disclosureText } from './text.ts';

const TYPING_MS = 300;

interface NumberPickerProps {
  /** 収受, or 起案. */
  readonly direction: 'RECEIVED' | 'DRAFTED';
  readonly value: string;
  readonly onPick: (event: unknown, data: { readonly value: string }) => void;
  /** What the field says when it was left empty. */
  readonly missing: ReturnType<ReturnType<typeof useTyped>['missing']>;
}

/** What the register has of a year by these words: only a decided case decides, and nothing comes in by an old ledger. */
function useNumbers({
  direction,
  year,
  words,
}: Pick<NumberPickerProps, 'direction'> & Record<'year' | 'words', string>) {
  const settled = useSettled(words.trim(), TYPING_MS);
  const all: Wish = { fiscalYear: year, direction, state: 'TAKEN' };
  const list = useRegister(settled === '' ? all : { ...all, q: settled });
  const rows = list.data?.pages
    .flatMap(({ items }) => items)
    .filter(({ origin, caseId }) => (direction === 'DRAFTED' ? caseId !== null : origin !== 'IMPORTED'));
  return { rows, error: list.error, hasMore: list.hasNextPage };
}

/** Says what became of the question, where there is nothing to choose from or too much. */
function useHint({ rows, error, hasMore }: ReturnType<typeof useNumbers>): string {
  const t = useText(disclosureText);
  const locale = useLocale();
  if (error) return errorWords(error, locale).sentence;
  if (!rows) return t('number.loading');
  if (rows.length === 0) return t('number.none');
  return hasMore ? t('number.more') : '';
}

/** A number of the register, found by its year and a few words. */
export function NumberPicker({ direction, value, onPick, missing }: NumberPickerProps) {
  const styles = useBookStyles();
  const own = useDisclosureStyles();
  const t = useText(disclosureText);
  const locale = useLocale();
  const thisYear = fiscalYearOf(localDateOf(new Date()));
  const [year, setYear] = useState(String(thisYear));
  const [words, setWords] = useState('');
  const numbers = useNumbers({ direction, year, words });
  const rows = numbers.rows ?? [];
  const hint = useHint(numbers);
  const narrow = (set: (value: string) => void) => (_: unknown, data: { value: string }) => {
    set(data.value);
    onPick(null, { value: '' });
  };
  return (
    <>
      <div className={styles.fields}>
        <Field label={t('number.year')}>
          <Select value={year} onChange={narrow(setYear)} data-testid="number-year">
            {fiscalYearChoices(new Date(), Number(year)).map((one) => (
              <option key={one} value={one}>
                {fiscalYearText(one, locale)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('number.words')}>
          <Input type="search" value={words} maxLength={100} onChange={narrow(setWords)} data-testid="number-words" />
        </Field>
      </div>
      <Field
        className={own.narrow}
        label={t(`number.${direction}`)}
        required
        {...(hint === '' ? {} : { hint })}
        {...missing}
      >
        <Select value={rows.some(({ id }) => id === value) ? value : ''} onChange={onPick} data-testid="number-pick">
          <option value="" />
          {rows.map(({ id, number, title }) => (
            <option key={id} value={id}>
              {`${number.label} ${title}`}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
