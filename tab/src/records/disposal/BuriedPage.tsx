import { Button, Field, Input, Link, mergeClasses } from '@fluentui/react-components';
import { DeleteRegular, SearchRegular } from '@fluentui/react-icons';
import type { Tombstones } from '@kaigi/core/contract';
import { type FormEvent, useState } from 'react';
import { useText } from '../../app/locale.ts';
import { PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import type { Wish } from '../../app/record-routes.ts';
import { hashOf } from '../../app/routes.ts';
import { goTo } from '../../app/use-route.ts';
import { CutNote } from '../CutNote.tsx';
import { RecordsParts } from '../RecordsParts.tsx';
import { BuriedEntry } from './BuriedEntry.tsx';
import { useDisposalStyles } from './Disposal.styles.ts';
import { buriedText } from './text-buried.ts';
import { useTombstones } from './use-disposals.ts';

const SOUGHT = ['q', 'from', 'to'] as const;
type Sought = Partial<Record<(typeof SOUGHT)[number], string>>;

const soughtIn = (wish: Wish): Sought =>
  Object.fromEntries(SOUGHT.flatMap((name) => (wish[name] === undefined ? [] : [[name, wish[name]]])));

/** Without what was left empty. */
const look = (sought: Sought): void => {
  const said = Object.entries(sought).flatMap(([name, value]) => (value.trim() === '' ? [] : [[name, value.trim()]]));
  goTo({ page: 'records', part: 'disposals', id: null, wish: { show: 'buried', ...Object.fromEntries(said) } });
};

function Finder({ sought }: { readonly sought: Sought }) {
  const styles = useDisposalStyles();
  const t = useText(buriedText);
  const [typed, setTyped] = useState(sought);
  const field = (name: (typeof SOUGHT)[number]) => ({
    ...{ value: typed[name] ?? '', 'data-testid': `buried-${name}` },
    onChange: (_: unknown, { value }: { value: string }) => setTyped({ ...typed, [name]: value }),
  });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    look(typed);
  };
  return (
    <form className={styles.bar} onSubmit={handleSubmit}>
      <Field label={t('find.words')} className={styles.reason}>
        <Input type="search" maxLength={200} aria-describedby="buried-hint" {...field('q')} />
      </Field>
      <Field label={t('find.from')}>
        <Input type="date" {...field('from')} />
      </Field>
      <Field label={t('find.to')}>
        <Input type="date" {...field('to')} />
      </Field>
      <Button type="submit" icon={<SearchRegular />} data-testid="buried-find">
        {t('find.button')}
      </Button>
      <span id="buried-hint" className={mergeClasses(styles.wide, styles.quiet)}>
        {t('find.hint')}
      </span>
    </form>
  );
}

function Found({ found: { items, truncated }, isAll }: { readonly found: Tombstones; readonly isAll: boolean }) {
  const styles = useDisposalStyles();
  const t = useText(buriedText);
  if (items.length === 0) {
    const [title, body] = isAll ? [t('none'), t('none.body')] : [t('none.found'), t('none.found.body')];
    return <EmptyState icon={<DeleteRegular />} title={title} body={body} />;
  }
  return (
    <>
      <CutNote truncated={truncated} shown={items.length} />
      <ul className={styles.list} aria-label={t('list')}>
        {items.map((line) => (
          <BuriedEntry key={`${line.kind} ${line.id}`} line={line} />
        ))}
      </ul>
    </>
  );
}

/** 廃棄の記録: what is left of what was destroyed or transferred, and the way to find it. */
export function BuriedPage({ wish }: { readonly wish: Wish }) {
  const styles = useDisposalStyles();
  const t = useText(buriedText);
  const sought = soughtIn(wish);
  const { data, error, isPending, refetch } = useTombstones(sought);
  return (
    <>
      <RecordsParts current="disposals" />
      <Link className={styles.back} href={hashOf({ page: 'records', part: 'disposals', id: null, wish: {} })}>
        {t('back')}
      </Link>
      <div className={styles.head}>
        <div>
          <PageHeading title={t('title')} focusKey="buried" />
          <p className={styles.lead}>{t('lead')}</p>
        </div>
      </div>
      <Finder key={JSON.stringify(sought)} sought={sought} />
      {isPending ? <LoadingState /> : null}
      {!isPending && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Found found={data} isAll={Object.keys(sought).length === 0} /> : null}
    </>
  );
}
