import {
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  useOverflowMenu,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useText } from './locale.ts';
import { GROUPS, type Page } from './pages-of-navigation.ts';
import { useShellStyles } from './Shell.styles.ts';
import { appText } from './text.ts';

/** The pages that are needed seldom, and those for which the row has no room. */
export function NavigationMenu({ pages }: { readonly pages: readonly Page[] }) {
  const styles = useShellStyles();
  const t = useText(appText);
  const { ref } = useOverflowMenu<HTMLLIElement>();
  const groups = GROUPS.map(({ name, pages: all }) => ({ name, items: all.filter((page) => pages.includes(page)) }));
  return (
    <li ref={ref}>
      <Menu positioning={{ position: 'below', align: 'end', autoSize: 'height' }}>
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={mergeClasses(styles.navLink, styles.navMore)} data-testid="nav-more">
            {t('nav.more')}
            <ChevronDownRegular aria-hidden />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {groups
              .filter(({ items }) => items.length > 0)
              .map(({ name, items }) => (
                <MenuGroup key={name}>
                  <MenuGroupHeader>{t(`nav.group.${name}`)}</MenuGroupHeader>
                  {items.map((page) => (
                    <MenuItemLink key={page} href={`#/${page}`} className={styles.navItem} data-testid={`nav-${page}`}>
                      {t(`nav.${page}`)}
                    </MenuItemLink>
                  ))}
                </MenuGroup>
              ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}
