import { Field, Select } from '@fluentui/react-components';
import type { PaperEdition, PaperReading } from '@kaigi/core/contract';
import { shortWhen } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import type { PaperRoute } from '../../app/schedule-routes.ts';
import { goTo } from '../../app/use-route.ts';
import { bookingPapersText } from './text.ts';

export interface EditionFieldsProps {
  readonly route: PaperRoute;
  readonly reading: PaperReading;
  readonly editions: readonly PaperEdition[];
}

/** Which edition is read, and beside which earlier one. */
export function EditionFields({ route, reading, editions }: EditionFieldsProps) {
  const t = useText(bookingPapersText);
  const locale = useLocale();
  if (editions.length < 2) return null;
  const option = ({ edition, at }: PaperEdition) => (
    <option key={edition} value={edition}>
      {t('reading.edition.one', { edition, when: shortWhen(at, locale) })}
    </option>
  );
  const earlier = editions.filter(({ edition }) => edition < reading.edition);
  const against = route.against ?? reading.edition - 1;
  return (
    <>
      <Field label={t('reading.edition')}>
        <Select
          value={String(reading.edition)}
          onChange={(_, { value }) => goTo({ ...route, edition: Number(value), against: null }, 'replace')}
          select={{ 'data-testid': 'reading-edition' } as object}
        >
          {editions.map(option)}
        </Select>
      </Field>
      {earlier.length < 2 ? null : (
        <Field label={t('reading.against')}>
          <Select
            value={String(against)}
            onChange={(_, { value }) => goTo({ ...route, edition: reading.edition, against: Number(value) }, 'replace')}
            select={{ 'data-testid': 'reading-against' } as object}
          >
            {earlier.map(option)}
          </Select>
        </Field>
      )}
    </>
  );
}
