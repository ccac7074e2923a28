import { CounterBadge, mergeClasses } from '@fluentui/react-components';
import { useCaseList } from '../approvals/use-case-list.ts';
import { useConcerned } from '../attendance/use-concerned.ts';
import { seesAhead } from '../directory/RehearsalsPage.tsx';
import { useDisasterConcerns } from '../disaster/use-disaster.ts';
import { useText } from './locale.ts';
import { NavigationMenu } from './NavigationMenu.tsx';
import { MAIN_PAGES, PAGES, type Page, pageOf } from './pages-of-navigation.ts';
import type { Route } from './routes.ts';
import { SHELL_WIDE, useShellStyles } from './Shell.styles.ts';
import { appText } from './text.ts';
import { useMe } from './use-me.ts';
import { useMedia } from './use-media.ts';

function InboxCount() {
  const count = useCaseList('inbox', '').data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  return count > 0 ? <CounterBadge count={count} size="small" color="brand" aria-label={`(${count})`} /> : null;
}

function PageLink({ page, current }: { readonly page: Page; readonly current: boolean }) {
  const styles = useShellStyles();
  const t = useText(appText);
  return (
    <a
      href={`#/${page}`}
      className={mergeClasses(styles.navLink, current && styles.navCurrent)}
      aria-current={current ? 'page' : undefined}
      data-testid={`nav-${page}`}
    >
      {t(`nav.${page}`)}
      {page === 'inbox' ? <InboxCount /> : null}
    </a>
  );
}

/** A phone has room for four: what an emergency asks for goes before drafting. */
const staysInSight = (page: Page, concerned: boolean): boolean =>
  MAIN_PAGES.has(page) && !(concerned && page === 'drafting');

export function Navigation({ route }: { readonly route: Route }) {
  const styles = useShellStyles();
  const t = useText(appText);
  const ahead = seesAhead(useMe().data);
  const disaster = useDisasterConcerns();
  const concerned = useConcerned();
  const wide = useMedia(SHELL_WIDE);
  const current = pageOf(route);
  const forMe: Readonly<Partial<Record<Page, boolean>>> = { rehearsals: ahead, disaster, ...concerned };
  const pages = PAGES.filter((page) => forMe[page] ?? true);
  const inSight = wide ? pages : pages.filter((page) => staysInSight(page, disaster));
  const others = pages.filter((page) => !inSight.includes(page));
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <ul className={styles.navList}>
        {inSight.map((page) => (
          <li key={page}>
            <PageLink page={page} current={page === current} />
          </li>
        ))}
        {others.length > 0 ? (
          <li>
            <NavigationMenu pages={others} current={others.find((page) => page === current) ?? null} />
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
