import { CounterBadge, mergeClasses, Overflow, OverflowItem, useOverflowVisibility } from '@fluentui/react-components';
import { useCaseList } from '../approvals/use-case-list.ts';
import { useConcerned } from '../attendance/use-concerned.ts';
import { seesAhead } from '../directory/RehearsalsPage.tsx';
import { useDisasterConcerns } from '../disaster/use-disaster.ts';
import { useText } from './locale.ts';
import { NavigationMenu } from './NavigationMenu.tsx';
import { needOf, PAGES, type Page, pageOf, rowOf } from './pages-of-navigation.ts';
import type { Route } from './routes.ts';
import { useShellStyles } from './Shell.styles.ts';
import { appText } from './text.ts';
import { useMe } from './use-me.ts';

interface PageLinkProps {
  readonly page: Page;
  readonly current: boolean;
  readonly count: number;
  /** Whether it stands in the row; otherwise the menu has it. */
  readonly shown: boolean;
}

function PageLink({ page, current, count, shown }: PageLinkProps) {
  const styles = useShellStyles();
  const t = useText(appText);
  return (
    <a
      href={`#/${page}`}
      className={mergeClasses(styles.navLink, current && styles.navCurrent)}
      aria-current={current ? 'page' : undefined}
      data-testid={shown ? `nav-${page}` : undefined}
    >
      {t(`nav.${page}`)}
      {count > 0 ? <CounterBadge count={count} size="small" color="brand" aria-label={`(${count})`} /> : null}
    </a>
  );
}

type Emergency = ReturnType<typeof useDisasterConcerns>;

function usePages(emergency: Emergency): readonly Page[] {
  const rehearsals = seesAhead(useMe().data);
  const disaster = emergency !== null;
  const concerned = useConcerned();
  const forMe: Readonly<Partial<Record<Page, boolean>>> = { rehearsals, disaster, ...concerned };
  return PAGES.filter((page) => forMe[page] ?? true);
}

interface RowProps {
  readonly pages: readonly Page[];
  readonly current: Page | null;
  readonly emergency: Emergency;
}

function Row({ pages, current, emergency }: RowProps) {
  const t = useText(appText);
  const waiting = useCaseList('inbox', '').data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  const { itemVisibility } = useOverflowVisibility();
  // While nothing is on, the forms for emergencies wait behind 「その他」.
  const calm = emergency !== 'NOW' && current !== 'disaster';
  const row = rowOf(calm ? pages.filter((page) => page !== 'disaster') : pages, current).map((page) => {
    const count = page === 'inbox' ? waiting : 0;
    // Fluent measures an item anew where its id is new: the words and the count decide how wide it is.
    const id = [page, t(`nav.${page}`), count].join(' ');
    return { page, count, id, shown: itemVisibility[id] ?? true };
  });
  const inSight = new Set(row.filter(({ shown }) => shown).map(({ page }) => page));
  return (
    <>
      {row.map(({ page, id, ...link }) => (
        <OverflowItem key={page} id={id} {...(page === current ? { pinned: true } : { priority: needOf(page) })}>
          <li>
            <PageLink page={page} current={page === current} {...link} />
          </li>
        </OverflowItem>
      ))}
      <NavigationMenu pages={pages.filter((page) => !inSight.has(page))} />
    </>
  );
}

export function Navigation({ route }: { readonly route: Route }) {
  const styles = useShellStyles();
  const t = useText(appText);
  const emergency = useDisasterConcerns();
  const pages = usePages(emergency);
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <Overflow hasHiddenItems padding={4}>
        <ul className={styles.navList}>
          <Row pages={pages} current={pageOf(route)} emergency={emergency} />
        </ul>
      </Overflow>
    </nav>
  );
}
