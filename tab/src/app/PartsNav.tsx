import {
  Menu,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Overflow,
  OverflowItem,
  useOverflowMenu,
  useOverflowVisibility,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useText } from './locale.ts';
import { usePartsNavStyles } from './PartsNav.styles.ts';
import { appText } from './text.ts';

export interface NavPart {
  readonly href: string;
  readonly text: string;
  readonly isCurrent: boolean;
  readonly testId: string;
}

export interface PartsNavProps {
  readonly label: string;
  /** What is needed most often first: so they stay in the row of a narrow window. */
  readonly parts: readonly NavPart[];
}

function MoreParts({ parts }: Pick<PartsNavProps, 'parts'>) {
  const styles = usePartsNavStyles();
  const t = useText(appText);
  const { ref, isOverflowing } = useOverflowMenu<HTMLLIElement>();
  if (!isOverflowing) return null;
  return (
    <li ref={ref}>
      <Menu positioning={{ position: 'below', align: 'end', autoSize: 'height' }}>
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={mergeClasses(styles.part, styles.more)} data-testid="part-more">
            {t('nav.more')}
            <ChevronDownRegular aria-hidden />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {parts.map(({ href, text, testId }) => (
              <MenuItemLink key={testId} href={href} className={styles.item} data-testid={testId}>
                {text}
              </MenuItemLink>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}

function Row({ parts }: Pick<PartsNavProps, 'parts'>) {
  const styles = usePartsNavStyles();
  const { itemVisibility } = useOverflowVisibility();
  const row = parts.map((part, at) => {
    // Fluent measures an item anew where its id is new: the words decide how wide it is.
    const id = [part.testId, part.text].join(' ');
    return { part, id, priority: parts.length - at, shown: itemVisibility[id] ?? true };
  });
  return (
    <>
      {row.map(({ part: { href, text, isCurrent, testId }, id, priority, shown }) => (
        <OverflowItem key={testId} id={id} {...(isCurrent ? { pinned: true } : { priority })}>
          <li>
            <a
              href={href}
              className={mergeClasses(styles.part, isCurrent && styles.current)}
              aria-current={isCurrent ? 'page' : undefined}
              data-testid={shown ? testId : undefined}
            >
              {text}
            </a>
          </li>
        </OverflowItem>
      ))}
      <MoreParts parts={row.filter(({ shown }) => !shown).map(({ part }) => part)} />
    </>
  );
}

/** The pages of one area of work, on each of them: one row, and a menu for what has no room in it. */
export function PartsNav({ label, parts }: PartsNavProps) {
  const styles = usePartsNavStyles();
  return (
    <nav aria-label={label}>
      <Overflow padding={4}>
        <ul className={styles.parts}>
          <Row parts={parts} />
        </ul>
      </Overflow>
    </nav>
  );
}
