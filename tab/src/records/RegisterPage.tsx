import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import { BookRegular, PrintRegular } from '@fluentui/react-icons';
import { fiscalYearOf, localDateOf } from '@kaigi/core/shared';
import { fiscalYearText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import { THE_REGISTER, type Wish } from '../app/record-routes.ts';
import { useMe } from '../app/use-me.ts';
import { useNow } from '../app/use-now.ts';
import { goTo } from '../app/use-route.ts';
import { fiscalYearChoices } from './fiscal-years.ts';
import { RecordsParts } from './RecordsParts.tsx';
import { useRegisterStyles } from './RegisterPage.styles.ts';
import { RegisterTable } from './RegisterTable.tsx';
import { recordsText } from './text.ts';
import { usePrintAll } from './use-print-all.ts';
import { useRegister } from './use-register.ts';

function YearField({ shown }: { readonly shown: number }) {
  const t = useText(recordsText);
  const locale = useLocale();
  return (
    <Field label={t('register.year')}>
      <Select
        value={String(shown)}
        onChange={(_, { value }) => goTo({ ...THE_REGISTER, wish: { fiscalYear: value } })}
        data-testid="fiscal-year"
      >
        {fiscalYearChoices(new Date(), shown).map((year) => (
          <option key={year} value={year}>
            {fiscalYearText(year, locale)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function PrintButton({ fiscalYear }: { readonly fiscalYear: number | null }) {
  const t = useText(recordsText);
  const { busy, print } = usePrintAll(useRegister(fiscalYear));
  return (
    <Button
      icon={busy ? <Spinner size="tiny" /> : <PrintRegular />}
      disabledFocusable={busy}
      onClick={print}
      data-testid="print-button"
    >
      {busy ? t('register.print.busy') : t('register.print')}
    </Button>
  );
}

function RegisterBody({ fiscalYear, shown }: { readonly fiscalYear: number | null; readonly shown: number }) {
  const t = useText(recordsText);
  const locale = useLocale();
  const register = useRegister(fiscalYear);
  if (register.isPending) return <LoadingState />;
  if (!register.data) return <ErrorState error={register.error} onRetry={() => void register.refetch()} />;
  const rows = register.data.pages.flatMap((page) => page.items);
  const year = fiscalYearText(shown, locale);
  if (rows.length === 0) {
    return <EmptyState icon={<BookRegular />} title={t('register.empty', { year })} body={t('register.empty.body')} />;
  }
  return (
    <>
      <RegisterTable rows={rows} label={`${t('register.title')} ${year}`} />
      <MoreButton list={register} />
    </>
  );
}

/** 文書収発簿: every number that was taken, the void ones too. */
export function RegisterPage({ wish }: { readonly wish: Wish }) {
  const styles = useRegisterStyles();
  const t = useText(recordsText);
  const locale = useLocale();
  const now = useNow();
  const city = useMe().data?.municipality.name ?? '';
  const fiscalYear = /^[12]\d{3}$/.test(wish.fiscalYear ?? '') ? Number(wish.fiscalYear) : null;
  const shown = fiscalYear ?? fiscalYearOf(localDateOf(new Date(now)));
  return (
    <>
      <RecordsParts current="register" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('register.title')} focusKey="register" />
          <p className={styles.lead}>{t('register.lead')}</p>
          <p className={styles.printHead}>
            {city} {fiscalYearText(shown, locale)} {whenText(new Date(now).toISOString(), locale)}
          </p>
        </div>
        <div className={styles.tools}>
          <YearField shown={shown} />
          <PrintButton fiscalYear={fiscalYear} />
        </div>
      </div>
      <RegisterBody fiscalYear={fiscalYear} shown={shown} />
    </>
  );
}
