import { Button, Field, Input } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { goTo } from '../../app/use-route.ts';
import { monthName } from '../../attendance/months.ts';
import { DownloadButton } from '../DownloadButton.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { useBookStyles } from './Book.styles.ts';
import { PostageForm } from './PostageForm.tsx';
import { PostageLedger } from './PostageLedger.tsx';
import { bookText } from './text.ts';
import { usePostage } from './use-book.ts';

function Tools({ month }: { readonly month: string }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  return (
    <div className={styles.tools}>
      <Field label={t('postage.month')}>
        <Input
          type="month"
          value={month}
          onChange={(_, { value }) =>
            goTo({ page: 'records', part: 'postage', id: null, wish: value === '' ? {} : { month: value } }, 'replace')
          }
          data-testid="postage-month"
        />
      </Field>
      <DownloadButton
        fileName={`郵便発送簿_${month}.csv`}
        from={(api) => api.book.csv('/postage.csv', { month })}
        testId="postage-csv"
      >
        {t('csv')}
      </DownloadButton>
      <Button icon={<PrintRegular />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}

/** 郵便発送簿 of a month. */
export function PostagePage({ wish }: { readonly wish: Wish }) {
  const styles = useBookStyles();
  const t = useText(bookText);
  const locale = useLocale();
  const postage = usePostage(wish.month ?? null);
  const { data } = postage;
  return (
    <div className={styles.stack}>
      <RecordsParts current="postage" />
      <PageHeading title={t('postage.title')} focusKey="postage">
        {t('postage.title')} {data ? monthName(data.month, locale) : ''}
      </PageHeading>
      {postage.isPending ? <LoadingState /> : null}
      {postage.isError ? <ErrorState error={postage.error} onRetry={() => void postage.refetch()} /> : null}
      {data ? (
        <>
          <p className={`${styles.quiet} ${styles.screenOnly}`}>{t('postage.lead', { article: data.article })}</p>
          <Tools month={data.month} />
          {data.may.enter ? <PostageForm month={data} /> : null}
          <PostageLedger month={data} />
        </>
      ) : null}
    </div>
  );
}
