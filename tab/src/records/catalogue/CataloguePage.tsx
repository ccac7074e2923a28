// biome-ignore-all lint/a11y/noRedundantRoles: drawn as blocks on a narrow screen, a table loses its meaning in Chromium; the roles give it back.
import { Field, mergeClasses, Select } from '@fluentui/react-components';
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

function Table({ preview: { columns, rows } }: Shown) {
  const styles = useDisposalStyles();
  const t = useText(catalogueText);
  const locale = useLocale();
  const heads = [t('why'), ...columns];
  const why = ({ masked }: CataloguePreview['rows'][number]) =>
    masked.length === 0 ? t('public') : masked.map((one) => t(`why.${one}`)).join(locale === 'ja' ? '・' : ', ');
  return (
    <table role="table" className={styles.table} aria-label={t('title')}>
      <thead role="rowgroup" className={styles.header}>
        <tr role="row">
          {heads.map((name) => (
            <th key={name} role="columnheader" className={styles.headCell} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((row) => (
          <tr key={row.folderId} role="row" className={styles.row} data-testid="catalogue-row">
            {[why(row), ...row.cells].map((cell, column) => (
              <td
                key={heads[column]}
                role="cell"
                className={mergeClasses(styles.cell, cell === '' && styles.nothing)}
                data-label={heads[column]}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Preview({ preview }: Shown) {
  const styles = useBookStyles();
  const t = useText(catalogueText);
  const locale = useLocale();
  const { rows, total, maskedTotal, fiscalYear } = preview;
  const year = fiscalYearText(fiscalYear, locale);
  if (total === 0)
    return <EmptyState icon={<BookGlobeRegular />} title={t('empty', { year })} body={t('empty.body')} />;
  return (
    <>
      <p data-testid="catalogue-count">{t('count', { total, masked: maskedTotal })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('title')}>
        <Table preview={preview} />
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
