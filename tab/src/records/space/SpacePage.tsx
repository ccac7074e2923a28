import { Field, Link, Select } from '@fluentui/react-components';
import { DatabaseRegular } from '@fluentui/react-icons';
import type { SpaceView } from '@kaigi/core/contract';
import { dayText } from '../../app/dates.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { goTo } from '../../app/use-route.ts';
import { sizeText } from '../../approvals/route-progress.ts';
import { useBookStyles } from '../book/Book.styles.ts';
import { useDisposalStyles } from '../disposal/Disposal.styles.ts';
import { pruningText } from '../pruning/text.ts';
import { RecordsParts } from '../RecordsParts.tsx';
import { useRecordsOfficer } from '../use-records-officer.ts';
import { Proposals, recordHash } from './Proposals.tsx';
import { spaceText } from './text.ts';
import { useSpace } from './use-space.ts';

interface Shown {
  readonly view: SpaceView;
}

const YEARS = [1, 3, 5, 10];
const USUAL = 5;

function Ends({ view: { ended, expiring, letGo } }: Shown) {
  const styles = useBookStyles();
  const t = useText(spaceText);
  const locale = useLocale();
  const said = ({ records, freed }: SpaceView['ended']) => t('ends.said', { count: records, freed: sizeText(freed) });
  return (
    <section className={styles.card} data-testid="space-ends">
      <h2 className={styles.heading}>{t('ends.title')}</h2>
      <dl className={styles.facts}>
        <dt>{t('ends.ended')}</dt>
        <dd>{said(ended)}</dd>
        <dt>{t('ends.soon', { day: dayText(expiring.endsBy, locale) })}</dt>
        <dd>{said(expiring)}</dd>
        <dt>{t('letGo')}</dt>
        <dd>{t('records', { count: letGo.records, size: sizeText(letGo.bytes) })}</dd>
      </dl>
      <p className={styles.quiet}>{t('ends.lead')}</p>
      <Link href={hashOf({ page: 'records', part: 'disposals', id: null, wish: {} })}>{t('ends.go')}</Link>
    </section>
  );
}

function Units({ view: { units, total } }: Shown) {
  const styles = useBookStyles();
  const t = useText(spaceText);
  return (
    <section className={styles.card} data-testid="space-units">
      <h2 className={styles.heading}>{t('units')}</h2>
      <dl className={styles.facts}>
        <dt>{t('total')}</dt>
        <dd>{t('records', { count: total.records, size: sizeText(total.bytes) })}</dd>
        <dt>{t('stored')}</dt>
        <dd>{sizeText(total.stored)}</dd>
      </dl>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('documents')}</th>
            <th scope="col">{t('size')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unitName, records, bytes }) => (
            <tr key={unitName}>
              <td>{unitName}</td>
              <td>{records}</td>
              <td>{sizeText(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Duplicates({ view: { duplicates } }: Shown) {
  const styles = useBookStyles();
  const t = useText(spaceText);
  return (
    <section className={styles.card} data-testid="space-duplicates">
      <h2 className={styles.heading}>{t('duplicates')}</h2>
      {duplicates.length === 0 ? <p className={styles.quiet}>{t('duplicates.empty')}</p> : null}
      {duplicates.map(({ sha256, bytes, records }) => (
        <div key={sha256} className={styles.group}>
          <p>{t('duplicates.each', { size: sizeText(bytes), count: records.length })}</p>
          <Proposals items={records} />
        </div>
      ))}
    </section>
  );
}

function Unread({ view: { unread } }: Shown) {
  const styles = useBookStyles();
  const t = useText(spaceText);
  const choose = (value: string) => goTo({ page: 'records', part: 'space', id: null, wish: { years: value } });
  return (
    <section className={styles.card} data-testid="space-unread">
      <h2 className={styles.heading}>{t('unread', { years: unread.years })}</h2>
      <div className={styles.tools}>
        <Field label={t('unread.years')}>
          <Select value={String(unread.years)} onChange={(_, { value }) => choose(value)} data-testid="space-years">
            {[...new Set([...YEARS, unread.years])]
              .sort((a, b) => a - b)
              .map((years) => (
                <option key={years} value={years}>
                  {t('unread.choice', { years })}
                </option>
              ))}
          </Select>
        </Field>
      </div>
      {unread.records === 0 ? (
        <p className={styles.quiet}>{t('unread.empty')}</p>
      ) : (
        <p>{t('records', { count: unread.records, size: sizeText(unread.bytes) })}</p>
      )}
      <Proposals items={unread.items} />
    </section>
  );
}

function Versions({ view: { versions } }: Shown) {
  const styles = useBookStyles();
  const t = useText(spaceText);
  const pruning = useText(pruningText);
  const isOfficer = useRecordsOfficer();
  return (
    <section className={styles.card} data-testid="space-versions">
      <h2 className={styles.heading}>{t('versions')}</h2>
      {versions.length === 0 ? <p className={styles.quiet}>{t('versions.empty')}</p> : null}
      {isOfficer ? (
        <Link
          href={hashOf({ page: 'records', part: 'space', id: null, wish: { show: 'versions' } })}
          data-testid="show-working-versions"
        >
          {pruning('many.show')}
        </Link>
      ) : null}
      <ul className={styles.list}>
        {versions.map(({ recordId, number, title, versions: count, bytes }) => (
          <li key={recordId}>
            <Link href={recordHash(recordId)}>{`${number ?? ''} ${title}`.trim()}</Link>{' '}
            <span className={styles.quiet}>{t('versions.each', { count, size: sizeText(bytes) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Space({ view }: Shown) {
  const styles = useBookStyles();
  const t = useText(spaceText);
  if (view.total.records === 0)
    return <EmptyState icon={<DatabaseRegular />} title={t('empty')} body={t('empty.body')} />;
  return (
    <div className={styles.stack}>
      <Ends view={view} />
      <Units view={view} />
      <Duplicates view={view} />
      <Unread view={view} />
      <Versions view={view} />
    </div>
  );
}

/** where the space goes, and what could lawfully be let go of. */
export function SpacePage({ wish }: { readonly wish: Wish }) {
  const styles = useDisposalStyles();
  const t = useText(spaceText);
  const years = /^([1-9]|[12]\d|30)$/.test(wish.years ?? '') ? Number(wish.years) : USUAL;
  const { data, error, isPending, refetch } = useSpace(years);
  return (
    <>
      <RecordsParts current="space" />
      <div className={styles.head}>
        <div>
          <PageHeading title={t('title')} focusKey="space" />
          <p className={styles.lead}>{t('lead')}</p>
        </div>
      </div>
      {isPending ? <LoadingState /> : null}
      {!isPending && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Space view={data} /> : null}
    </>
  );
}
