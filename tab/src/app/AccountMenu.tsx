import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { LocalLanguageRegular, PersonSwapRegular } from '@fluentui/react-icons';
import type { Me } from '@kaigi/core/contract';
import type { Locale } from '@kaigi/core/shared';
import { useLocale, useText } from './locale.ts';
import { useShellStyles } from './Shell.styles.ts';
import { useSignInAgain } from './sign-in-again.ts';
import { appText } from './text.ts';
import { listText } from './words.ts';

export interface AccountMenuProps {
  readonly me: Me;
  /** Absent where the host decides the language. */
  readonly onLocale: ((locale: Locale) => void) | null;
}

function postsOf(me: Me, locale: Locale): string {
  return listText(
    me.posts.map((post) => `${post.unitName} ${post.title}`),
    locale,
  );
}

export function AccountMenu({ me, onLocale }: AccountMenuProps) {
  const styles = useShellStyles();
  const t = useText(appText);
  const locale = useLocale();
  const other = locale === 'ja' ? 'en' : 'ja';
  const signInAgain = useSignInAgain();
  const person = (
    <>
      {me.name}
      <span className={styles.accountPost}>{postsOf(me, locale) || me.municipality.name}</span>
    </>
  );
  if (!onLocale) return <div className={styles.accountPerson}>{person}</div>;
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles.accountButton}
          icon={<Avatar name={me.name} size={28} color="colorful" aria-hidden />}
          data-testid="account-menu"
        >
          <span className={styles.accountText}>{person}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <div className={styles.menuPerson}>{person}</div>
        <MenuList>
          <MenuDivider />
          <MenuItem
            icon={<LocalLanguageRegular />}
            onClick={() => onLocale(other)}
            lang={other}
            data-testid="language-switch"
          >
            {t('account.language')}
          </MenuItem>
          {signInAgain ? (
            <MenuItem icon={<PersonSwapRegular />} onClick={signInAgain} data-testid="sign-in-other">
              {t('account.other')}
            </MenuItem>
          ) : null}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
