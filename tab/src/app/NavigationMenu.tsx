import { Menu, MenuItemLink, MenuList, MenuPopover, MenuTrigger, mergeClasses } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useText } from './locale.ts';
import type { Page } from './pages-of-navigation.ts';
import { useShellStyles } from './Shell.styles.ts';
import { appText } from './text.ts';

export interface NavigationMenuProps {
  readonly pages: readonly Page[];
  /** Null where the current page is not one of these. */
  readonly current: Page | null;
}

/** On a phone: the pages for which there is no room in the row. */
export function NavigationMenu({ pages, current }: NavigationMenuProps) {
  const styles = useShellStyles();
  const t = useText(appText);
  return (
    <Menu positioning={{ position: 'below', align: 'end', autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <button
          type="button"
          className={mergeClasses(styles.navLink, styles.navMore, current !== null && styles.navCurrent)}
          aria-current={current ? 'true' : undefined}
          data-testid="nav-more"
        >
          {t('nav.more')}
          {current ? <span className={styles.readOut}>{t('nav.more_here', { page: t(`nav.${current}`) })}</span> : null}
          <ChevronDownRegular aria-hidden />
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {pages.map((page) => (
            <MenuItemLink
              key={page}
              href={`#/${page}`}
              className={mergeClasses(styles.navItem, page === current && styles.navItemCurrent)}
              aria-current={page === current ? 'page' : undefined}
              data-testid={`nav-${page}`}
            >
              {t(`nav.${page}`)}
            </MenuItemLink>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
