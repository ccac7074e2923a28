import { Field, Select } from '@fluentui/react-components';
import { BookGlobeRegular } from '@fluentui/react-icons';
import type { CataloguePreview } from '@kaigi/core/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/api-context.ts';
import { fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { goTo } from '../../app/use-route.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { fiscalYearChoices } from '../fiscal-years.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { catalogueText } from './text.ts';

interface Shown {
  readonly preview: CataloguePreview;
}

function Tools({ preview: { fiscalYear, total } }: Shown) {
  const styles = useDisposalStyles();
  const t = useText(catalogueText);
  const locale = useLocale();
  const choose = (value: string) => goTo({ page: 'records', part: 'catalogue', id: null, wish: { fiscalYear: value } });
  return (
    <div className={styles.tools}>
      <Field label={t('year')}>
        <Select value={String(fiscalYear)} onChange={(_, { value }) => choose(value)} data-testid="catalogue-year">
          {fiscalYearChoices(new Date(), fiscalYear).map((year) => (
            <option key={year} value={year}>
              {fiscalYearText(year, locale)}
            </option>
          ))}
        </Select>
      </Field>
      {(['utf-8', 'shift_jis'] as const).map((encoding) => (
        <DownloadButton
          key={encoding}
          fileName={`文書目録_${fiscalYear}.csv`}
          from={(api) => api.shelf.catalogue(fiscalYear, encoding)}
          disabled={total === 0}
          testId={`catalogue-${encoding}`}
        >
          {t(encoding === 'utf-8' ? 'utf8' : 'sjis')}
        </DownloadButton>
      ))}
    </div>
  );
}

function Preview({ preview: { columns, rows, total, maskedTotal, fiscalYear } }: Shown) {
  const styles = useBookStyles();
  const t = useText(catalogueText);
  const locale = useLocale();
  const year = fiscalYearText(fiscalYear, locale);
  if (total === 0)
    return <EmptyState icon={<BookGlobeRegular />} title={t('empty', { year })} body={t('empty.body')} />;
  return (
    <>
      <p data-testid="catalogue-count">{t('count', { total, masked: maskedTotal })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('why')}</th>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ folderId, cells, masked }) => (
              <tr key={folderId} data-testid="catalogue-row">
                <td>
                  {masked.length === 0
                    ? t('public')
                    : masked.map((why) => t(`why.${why}`)).join(locale === 'ja' ? '・' : ', ')}
                </td>
                {cells.map((cell, column) => (
                  <td key={columns[column]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > rows.length ? <p className={styles.quiet}>{t('cut', { shown: rows.length })}</p> : null}
    </>
  );
}

/** what the public gets, looked at before it is given out. */
export function CataloguePage({ wish }: { readonly wish: Wish }) {
  const styles = useDisposalStyles();
  const t = useText(catalogueText);
  const { shelf } = useApi();
  const fiscalYear = /^[12]\d{3}$/.test(wish.fiscalYear ?? '') ? Number(wish.fiscalYear) : null;
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['catalogue', fiscalYear],
    queryFn: ({ signal }) => shelf.preview(fiscalYear, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <RecordsParts current="catalogue" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('title')} focusKey="catalogue" />
          <p className={styles.lead}>{t('lead')}</p>
        </div>
        {data ? <Tools preview={data} /> : null}
      </div>
      {isPending ? <LoadingState /> : null}
      {!isPending && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Preview preview={data} /> : null}
    </>
  );
}
