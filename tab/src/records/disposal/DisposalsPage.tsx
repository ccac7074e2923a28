import { Badge, Button, Field, Link, Select, Spinner } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import type { DisposalSummary, Disposals } from '@kaigi/core/contract';
import { errorWords } from '../../api/error-text.ts';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { goTo } from '../../app/use-route.ts';
import { CutNote } from '../CutNote.tsx';
import { fiscalYearChoices } from '../fiscal-years.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { useDisposalStyles } from './Disposal.styles.ts';
import { StateBadge } from './StateBadge.tsx';
import { disposalText } from './text.ts';
import { useDisposals, useMakeDisposals } from './use-disposals.ts';

const routeTo = (id: string | null, wish: Wish = {}) => ({ page: 'records', part: 'disposals', id, wish }) as const;

function YearField({ shown }: { readonly shown: number }) {
  const t = useText(disposalText);
  const locale = useLocale();
  return (
    <Field label={t('disposals.year')}>
      <Select
        value={String(shown)}
        onChange={(_, { value }) => goTo(routeTo(null, { fiscalYear: value }))}
        data-testid="disposal-year"
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

/** How much is on the lists: of each how many records. */
const onLists = ({ items }: Disposals): string => JSON.stringify(items.map((list) => [list.id, list.items]).sort());

function MakeButton({ view }: { readonly view: Disposals }) {
  const { fiscalYear, mayMake } = view;
  const t = useText(disposalText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useMakeDisposals();
  if (mayMake === null) return null;
  const make = () =>
    mutate(fiscalYear, {
      onSuccess: (made) => {
        const isSame = !made.truncated && onLists(made) === onLists(view);
        notify(
          isSame
            ? { text: t('disposals.as_before'), intent: 'warning' }
            : { text: t('disposals.made'), intent: 'success' },
        );
      },
      onError: (error) =>
        notify({ text: t('disposals.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
    });
  return (
    <Button
      appearance="primary"
      icon={isPending ? <Spinner size="tiny" /> : null}
      disabledFocusable={isPending}
      onClick={() => (isPending ? undefined : make())}
      data-testid="disposals-make"
    >
      {t(isPending ? 'disposals.make.busy' : `disposals.make.${mayMake}`)}
    </Button>
  );
}

function Entry({ list }: { readonly list: DisposalSummary }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  return (
    <li className={styles.entry} data-testid="disposal-list">
      <Link className={styles.name} href={hashOf(routeTo(list.id))}>
        {list.name}
      </Link>
      {list.waitsForMe ? <Badge color="important">{t('disposals.waits')}</Badge> : null}
      <StateBadge state={list.state} />
      <span className={styles.quiet}>
        {t('disposals.items', { count: list.items })}
        {list.undecided > 0 && list.state === 'SECTION'
          ? ` / ${t('disposals.undecided', { count: list.undecided })}`
          : ''}
      </span>
    </li>
  );
}

/** 廃棄・移管: what ends in a 年度, a list for each section. */
export function DisposalsPage({ wish }: { readonly wish: Wish }) {
  const styles = useDisposalStyles();
  const t = useText(disposalText);
  const locale = useLocale();
  const fiscalYear = /^[12]\d{3}$/.test(wish.fiscalYear ?? '') ? Number(wish.fiscalYear) : null;
  const { data, error, isPending, refetch } = useDisposals(fiscalYear);
  if (isPending) return <LoadingState />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const year = fiscalYearText(data.fiscalYear, locale);
  return (
    <>
      <RecordsParts current="disposals" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('disposals.title')} focusKey="disposals" />
          <p className={styles.lead}>{t('disposals.lead')}</p>
        </div>
        <div className={styles.tools}>
          <YearField shown={data.fiscalYear} />
          <MakeButton view={data} />
          <Link href={hashOf(routeTo(null, { show: 'buried' }))} data-testid="disposals-buried">
            {t('disposals.buried')}
          </Link>
        </div>
      </div>
      <CutNote truncated={data.truncated} shown={data.items.length} />
      {data.items.length === 0 ? (
        <EmptyState icon={<DeleteRegular />} title={t('disposals.empty', { year })} body={t('disposals.empty.body')} />
      ) : (
        <ul className={styles.list}>
          {data.items.map((list) => (
            <Entry key={list.id} list={list} />
          ))}
        </ul>
      )}
    </>
  );
}
