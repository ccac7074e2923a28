import { Button, Checkbox, Field, Input, Select } from '@fluentui/react-components';
import { AddRegular, DocumentArrowUpRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { fiscalYearText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { THE_REGISTER, type Wish } from '../app/record-routes.ts';
import { goTo } from '../app/use-route.ts';
import { useBookStyles } from './book/Book.styles.ts';
import { NeedDialog } from './book/NeedDialog.tsx';
import { TakeDialog } from './book/TakeDialog.tsx';
import { bookText } from './book/text.ts';
import { useChoices } from './book/use-book.ts';
import { DownloadButton } from './DownloadButton.tsx';
import { FileDialog } from './filing/FileDialog.tsx';
import { filingText } from './filing/text.ts';
import { fiscalYearChoices } from './fiscal-years.ts';
import { recordsText } from './text.ts';

/** The same register with something of the wish changed; what is empty is not asked for. */
function look(wish: Wish, change: Readonly<Record<string, string>>, how: 'push' | 'replace' = 'push'): void {
  const wanted = Object.entries({ ...wish, ...change }).filter(([, value]) => value !== '');
  goTo({ ...THE_REGISTER, wish: Object.fromEntries(wanted) }, how);
}

export interface RegisterToolsProps {
  readonly wish: Wish;
  readonly shown: number;
}

function Words({ wish }: Pick<RegisterToolsProps, 'wish'>) {
  const t = useText(bookText);
  return (
    <Field label={t('filter.words')}>
      <Input
        type="search"
        value={wish.q ?? ''}
        onChange={(_, { value }) => look(wish, { q: value }, 'replace')}
        data-testid="register-words"
      />
    </Field>
  );
}

interface ChoiceProps extends Pick<RegisterToolsProps, 'wish'> {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ wish, name, label, options }: ChoiceProps) {
  const t = useText(bookText);
  return (
    <Field label={label}>
      <Select
        value={wish[name] ?? ''}
        onChange={(_, { value }) => look(wish, { [name]: value })}
        data-testid={`register-${name}`}
      >
        {name === 'order' ? null : <option value="">{t('any')}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What is looked for. */
export function RegisterFilters({ wish, shown }: RegisterToolsProps) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const r = useText(recordsText);
  const locale = useLocale();
  const choices = useChoices(shown).data;
  const years = fiscalYearChoices(new Date(), shown);
  return (
    <div className={styles.tools}>
      <Field label={r('register.year')}>
        <Select
          value={String(shown)}
          onChange={(_, { value }) => look(wish, { fiscalYear: value, symbol: '' })}
          data-testid="fiscal-year"
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {fiscalYearText(year, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Choice
        {...{ wish, name: 'direction', label: r('register.direction') }}
        options={(['DRAFTED', 'RECEIVED', 'SENT'] as const).map((one) => [one, r(`direction.${one}`)])}
      />
      <Choice
        {...{ wish, name: 'symbol', label: t('filter.symbol') }}
        options={(choices?.symbols ?? []).map((one) => [one, one])}
      />
      <Choice
        {...{ wish, name: 'state', label: t('filter.state') }}
        options={(['RESERVED', 'TAKEN', 'VOID'] as const).map((one) => [one, t(`state.${one}`)])}
      />
      <Choice
        {...{ wish, name: 'order', label: t('filter.order') }}
        options={[
          ['', t('filter.newest')],
          ['number', t('filter.number')],
        ]}
      />
      <Words wish={wish} />
      <Checkbox
        label={t('filter.overdue')}
        checked={wish.overdue === 'yes'}
        onChange={(_, { checked }) => look(wish, { overdue: checked === true ? 'yes' : '' })}
      />
    </div>
  );
}

/** What one can do here beside looking. */
export function RegisterActions({ wish, shown }: RegisterToolsProps) {
  const t = useText(bookText);
  const f = useText(filingText);
  const [open, setOpen] = useState<'take' | 'need' | 'file' | null>(null);
  const choices = useChoices(shown).data;
  const { cursor: _, order: __, ...query } = wish;
  return (
    <>
      <Button icon={<QuestionCircleRegular />} onClick={() => setOpen('need')} data-testid="need-button">
        {t('need.button')}
      </Button>
      <Button
        appearance="primary"
        icon={<DocumentArrowUpRegular />}
        onClick={() => setOpen('file')}
        data-testid="file-record"
      >
        {f('file.button')}
      </Button>
      <Button
        icon={<AddRegular />}
        disabledFocusable={!choices || choices.series.length === 0}
        onClick={() => setOpen('take')}
        data-testid="take-button"
      >
        {t('take.button')}
      </Button>
      <DownloadButton
        fileName={`文書収発簿_${shown}.csv`}
        from={(api) => api.book.csv('/register.csv', { fiscalYear: shown, ...query })}
        testId="register-csv"
      >
        {t('csv')}
      </DownloadButton>
      {open === 'take' && choices ? <TakeDialog choices={choices} onClose={() => setOpen(null)} /> : null}
      {open === 'file' ? <FileDialog onClose={() => setOpen(null)} /> : null}
      {open === 'need' ? <NeedDialog onClose={() => setOpen(null)} /> : null}
    </>
  );
}
