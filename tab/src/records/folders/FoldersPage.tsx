import { Badge, Button, Field, Link, Select } from '@fluentui/react-components';
import { FolderRegular } from '@fluentui/react-icons';
import type { FolderList, FolderView } from '@kaigi/core/contract';
import { fiscalYearOf, localDateOf } from '@kaigi/core/shared';
import { errorWords } from '../../api/error-text.ts';
import { dayText, fiscalYearText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { useNow } from '../../app/use-now.ts';
import { goTo } from '../../app/use-route.ts';
import { CutNote } from '../CutNote.tsx';
import { fiscalYearChoices } from '../fiscal-years.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { useRecordsOfficer } from '../use-records-officer.ts';
import { HandoverPage } from './HandoverPage.tsx';
import { useKeepingStyles } from './Keeping.styles.ts';
import { MakeFolder } from './MakeFolder.tsx';
import { SchedulePage } from './SchedulePage.tsx';
import { keepingText } from './text.ts';
import { handoverText } from './text-handover.ts';
import { useCopyFolders, useFolders } from './use-keeping.ts';

const routeTo = (id: string | null, wish: Wish = {}) => ({ page: 'records', part: 'folders', id, wish }) as const;

function Entry({ folder }: { readonly folder: FolderView }) {
  const styles = useKeepingStyles();
  const t = useText(keepingText);
  const locale = useLocale();
  const { retention, open } = folder;
  return (
    <li className={styles.entry} data-testid="folder">
      <Link className={styles.name} href={hashOf(routeTo(folder.id))}>
        {folder.title}
      </Link>
      {folder.held ? <Badge color="danger">{t('folders.held')}</Badge> : null}
      <span className={styles.quiet}>{`${folder.unitName} / ${folder.classification.name}`}</span>
      <span>{t('folders.count', { count: folder.records })}</span>
      {open > 0 ? <Badge appearance="tint">{t('folders.open', { count: open })}</Badge> : null}
      <span>{retention.period}</span>
      {retention.endsOn ? <span>{`${t('record.ends')} ${dayText(retention.endsOn, locale)}`}</span> : null}
      <span className={styles.quiet}>{t(`custody.${folder.custody}`)}</span>
    </li>
  );
}

function CopyButtons({ list }: { readonly list: FolderList }) {
  const t = useText(keepingText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending } = useCopyFolders();
  const copy = (unitId: string) =>
    mutate(
      { unitId, from: list.fiscalYear - 1 },
      {
        onSuccess: ({ made, there }) => notify({ text: t('folders.copied', { made, there }), intent: 'success' }),
        onError: (error) =>
          notify({ text: t('folders.failed'), body: errorWords(error, locale).sentence, intent: 'error' }),
      },
    );
  return list.sections.map(({ unitId, name }) => (
    <Button key={unitId} disabledFocusable={isPending} onClick={() => copy(unitId)} data-testid="folders-copy">
      {t('folders.copy', { section: name })}
    </Button>
  ));
}

/** What still waits for a 簿冊; the to-do of those who have one names the first of them. */
function Loose({ count, year }: { readonly count: number; readonly year: string }) {
  const t = useText(keepingText);
  const isOfficer = useRecordsOfficer();
  return (
    <p>
      {t('folders.loose', { count, year })}{' '}
      {isOfficer ? (
        <Link inline href={hashOf({ page: 'records', part: 'todo', id: null, wish: {} })} data-testid="show-loose">
          {t('folders.loose.show')}
        </Link>
      ) : null}
    </p>
  );
}

function Body({ fiscalYear, shown }: { readonly fiscalYear: number | null; readonly shown: number }) {
  const styles = useKeepingStyles();
  const t = useText(keepingText);
  const locale = useLocale();
  const more = useText(handoverText);
  const folders = useFolders(fiscalYear);
  if (folders.isPending) return <LoadingState />;
  if (!folders.data) return <ErrorState error={folders.error} onRetry={() => void folders.refetch()} />;
  const { items, loose, truncated } = folders.data;
  const year = fiscalYearText(shown, locale);
  return (
    <>
      <div className={styles.tools}>
        {items.length === 0 ? null : <MakeFolder list={folders.data} />}
        <CopyButtons list={folders.data} />
        <Link href={hashOf(routeTo(null, { fiscalYear: String(shown), show: 'handover' }))} data-testid="show-handover">
          {more('handover.show')}
        </Link>
        {folders.data.maySeeSchedule ? (
          <Link href={hashOf(routeTo(null, { show: 'schedule' }))} data-testid="show-schedule">
            {more('schedule.show')}
          </Link>
        ) : null}
      </div>
      {loose > 0 ? <Loose {...{ count: loose, year }} /> : null}
      <CutNote truncated={truncated} shown={items.length} />
      {items.length === 0 ? (
        <EmptyState
          icon={<FolderRegular />}
          title={t('folders.empty', { year })}
          body={t('folders.empty.body')}
          action={<MakeFolder list={folders.data} isFirst />}
        />
      ) : (
        <ul className={styles.list}>
          {items.map((folder) => (
            <Entry key={folder.id} folder={folder} />
          ))}
        </ul>
      )}
    </>
  );
}

/** 簿冊 of a 年度, of the sections that the reader sees. */
export function FoldersPage({ wish }: { readonly wish: Wish }) {
  const styles = useKeepingStyles();
  const t = useText(keepingText);
  const locale = useLocale();
  const now = useNow();
  const fiscalYear = /^[12]\d{3}$/.test(wish.fiscalYear ?? '') ? Number(wish.fiscalYear) : null;
  const show = wish.show === 'handover' || wish.show === 'schedule' ? wish.show : undefined;
  const shown = fiscalYear ?? fiscalYearOf(localDateOf(new Date(now)));
  return (
    <>
      <RecordsParts current="folders" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('folders.title')} focusKey="folders" />
          <p className={styles.lead}>{t('folders.lead')}</p>
        </div>
        <Field label={t('folders.year')}>
          <Select
            value={String(shown)}
            onChange={(_, { value }) => goTo(routeTo(null, { ...wish, fiscalYear: value }))}
            data-testid="folders-year"
          >
            {fiscalYearChoices(new Date(), shown).map((year) => (
              <option key={year} value={year}>
                {fiscalYearText(year, locale)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {show === undefined ? (
        <Body fiscalYear={fiscalYear} shown={shown} />
      ) : (
        <>
          <Link href={hashOf(routeTo(null, { fiscalYear: String(shown) }))}>{t('folders.back')}</Link>
          {show === 'schedule' ? <SchedulePage /> : <HandoverPage key={shown} fiscalYear={shown} />}
        </>
      )}
    </>
  );
}
