import { CounterBadge, mergeClasses } from '@fluentui/react-components';
import { useCaseList } from '../approvals/use-case-list.ts';
import { seesAhead } from '../directory/RehearsalsPage.tsx';
import { useText } from './locale.ts';
import type { Route } from './routes.ts';
import { useShellStyles } from './Shell.styles.ts';
import { appText } from './text.ts';
import { useMe } from './use-me.ts';

const PAGES = [
  'inbox',
  'drafted',
  'instructions',
  'drafting',
  'board',
  'all',
  'register',
  'statistics',
  'explain',
  'packs',
  'settings',
] as const;
const AHEAD = [...PAGES, 'rehearsals'] as const;
type Page = (typeof AHEAD)[number];

function isCurrent(route: Route, page: Page): boolean {
  if (route.page === 'rehearsal') return page === 'rehearsals';
  if (route.page === 'pack') return page === 'packs';
  if (route.page !== 'list') return route.page === page;
  const partOfAll = route.box === 'section' || route.box === 'consulted';
  return (partOfAll ? 'all' : route.box) === page;
}

function InboxCount() {
  const count = useCaseList('inbox', '').data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  return count > 0 ? <CounterBadge count={count} size="small" color="brand" aria-label={`(${count})`} /> : null;
}

export function Navigation({ route }: { readonly route: Route }) {
  const styles = useShellStyles();
  const t = useText(appText);
  const pages: readonly Page[] = seesAhead(useMe().data) ? AHEAD : PAGES;
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <ul className={styles.navList}>
        {pages.map((page) => (
          <li key={page}>
            <a
              href={`#/${page}`}
              className={mergeClasses(styles.navLink, isCurrent(route, page) && styles.navCurrent)}
              aria-current={isCurrent(route, page) ? 'page' : undefined}
              data-testid={`nav-${page}`}
            >
              {t(`nav.${page}`)}
              {page === 'inbox' ? <InboxCount /> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
