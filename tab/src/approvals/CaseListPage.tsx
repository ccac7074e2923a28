import { Button, Link } from '@fluentui/react-components';
import {
  ArchiveRegular,
  CheckmarkCircleRegular,
  DocumentAddRegular,
  PeopleChatRegular,
  SearchRegular,
} from '@fluentui/react-icons';
import type { CaseSummary } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { useText } from '../app/locale.ts';
import { MoreButton } from '../app/MoreButton.tsx';
import { PageHeading } from '../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../app/PageStates.tsx';
import type { ListBox } from '../app/routes.ts';
import { useNow } from '../app/use-now.ts';
import { goTo } from '../app/use-route.ts';
import { useCaseListStyles } from './CaseList.styles.ts';
import { CaseRow } from './CaseRow.tsx';
import { CaseSearch } from './CaseSearch.tsx';
import { approvalsText } from './text.ts';
import { useCaseList } from './use-case-list.ts';

export interface CaseListPageProps {
  readonly box: Exclude<ListBox, 'inbox'>;
  readonly q: string;
}

const ICONS: Readonly<Record<CaseListPageProps['box'], ReactNode>> = {
  consulted: <PeopleChatRegular />,
  drafted: <DocumentAddRegular />,
  section: <CheckmarkCircleRegular />,
  all: <ArchiveRegular />,
};

function EmptyList({ box, q }: CaseListPageProps) {
  const t = useText(approvalsText);
  if (q === '') {
    const start = <Button onClick={() => goTo({ page: 'drafting', id: null })}>{t('empty.drafted.start')}</Button>;
    const action = box === 'drafted' ? { action: start } : {};
    return <EmptyState icon={ICONS[box]} title={t(`empty.${box}`)} body={t(`empty.${box}.body`)} {...action} />;
  }
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={t('empty.search', { q })}
      body={t('empty.search.body')}
      action={<Button onClick={() => goTo({ page: 'list', box, q: '' })}>{t('empty.search.clear')}</Button>}
    />
  );
}

function Rows({ items, more }: { readonly items: readonly CaseSummary[]; readonly more: boolean }) {
  const styles = useCaseListStyles();
  const t = useText(approvalsText);
  const now = useNow();
  return (
    <>
      <p className={styles.count} role="status">
        {t(more ? 'list.count.more' : 'list.count', { count: items.length })}
      </p>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <CaseRow item={item} now={now} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ListBody({ box, q }: CaseListPageProps) {
  const list = useCaseList(box, q);
  if (list.isPending) return <LoadingState />;
  if (!list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyList box={box} q={q} />;
  return (
    <>
      <Rows items={items} more={list.hasNextPage} />
      <MoreButton list={list} />
    </>
  );
}

const KINDS = ['all', 'section', 'consulted'] as const;

/** すべて and its two parts, from each other. */
function OtherLists({ box }: Pick<CaseListPageProps, 'box'>) {
  const styles = useCaseListStyles();
  const t = useText(approvalsText);
  return (
    <nav className={styles.others} aria-label={t('list.others')}>
      {KINDS.filter((kind) => kind !== box).map((kind) => (
        <Link key={kind} href={`#/${kind}`} data-testid={`list-${kind}`}>
          {t(`list.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}

export function CaseListPage({ box, q }: CaseListPageProps) {
  const styles = useCaseListStyles();
  const t = useText(approvalsText);
  return (
    <>
      <div className={styles.head}>
        <PageHeading title={t(`list.${box}`)} focusKey={box} />
        <p className={styles.lead}>{t(`list.${box}.lead`)}</p>
      </div>
      {box === 'drafted' ? null : <OtherLists box={box} />}
      {box === 'all' || box === 'section' ? <CaseSearch box={box} q={q} /> : null}
      <ListBody box={box} q={q} />
    </>
  );
}
