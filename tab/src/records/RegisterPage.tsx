import { Button, Spinner } from '@fluentui/react-components';
import { BookRegular, PrintRegular } from '@fluentui/react-icons';
import { fiscalYearOf, localDateOf } from '@kaigi/core/shared';
import { fiscalYearText, whenText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import type { Wish } from '../app/record-routes.ts';
import { useMe } from '../app/use-me.ts';
import { useNow } from '../app/use-now.ts';
import { RecordsParts } from './RecordsParts.tsx';
import { useRegisterStyles } from './RegisterPage.styles.ts';
import { RegisterTable } from './RegisterTable.tsx';
import { RegisterActions, RegisterFilters } from './RegisterTools.tsx';
import { recordsText } from './text.ts';
import { usePrintAll } from './use-print-all.ts';
import { useRegister } from './use-register.ts';

function PrintButton({ wish }: { readonly wish: Wish }) {
  const t = useText(recordsText);
  const { busy, print } = usePrintAll(useRegister(wish));
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

function RegisterBody({ wish, shown }: { readonly wish: Wish; readonly shown: number }) {
  const t = useText(recordsText);
  const locale = useLocale();
  const register = useRegister(wish);
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

const KNOWN = ['fiscalYear', 'direction', 'state', 'symbol', 'q', 'overdue', 'order'] as const;

/** What this page asks for of what stands in the address. */
function wishOf(given: Wish): Wish {
  const known = KNOWN.flatMap((name) => (given[name] ? [[name, given[name]] as const] : []));
  const wish = Object.fromEntries(known);
  return /^[12]\d{3}$/.test(wish.fiscalYear ?? '2000') ? wish : { ...wish, fiscalYear: '' };
}

/** 文書収発簿: every number that was taken, the void ones too. */
export function RegisterPage({ wish: given }: { readonly wish: Wish }) {
  const styles = useRegisterStyles();
  const t = useText(recordsText);
  const locale = useLocale();
  const now = useNow();
  const city = useMe().data?.municipality.name ?? '';
  const wish = wishOf(given);
  const shown = wish.fiscalYear ? Number(wish.fiscalYear) : fiscalYearOf(localDateOf(new Date(now)));
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
          <RegisterActions wish={wish} shown={shown} />
          <PrintButton wish={wish} />
        </div>
      </div>
      <RegisterFilters wish={wish} shown={shown} />
      <RegisterBody wish={wish} shown={shown} />
    </>
  );
}
