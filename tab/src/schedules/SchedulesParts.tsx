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
import { useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { MY_WEEK, type ScheduleRoute } from '../app/schedule-routes.ts';
import { useMe } from '../app/use-me.ts';
import { usePartsStyles } from './SchedulesParts.styles.ts';
import { partsText } from './text.ts';

type Part = ScheduleRoute['part'];
type PartRoute = Exclude<ScheduleRoute, { part: 'booking' }>;

/** In their order, what is needed most often first: so they stay in the row of a narrow window. */
const PARTS: readonly PartRoute[] = [
  MY_WEEK,
  { page: 'schedules', part: 'slots' },
  { page: 'schedules', part: 'rooms', day: null },
  { page: 'schedules', part: 'polls', id: null },
  { page: 'schedules', part: 'written', id: null },
  { page: 'schedules', part: 'windows' },
  { page: 'schedules', part: 'yearly', unit: null, year: null },
  { page: 'schedules', part: 'settings' },
];

function MoreParts({ routes }: { readonly routes: readonly PartRoute[] }) {
  const styles = usePartsStyles();
  const t = useText(partsText);
  const { ref, isOverflowing } = useOverflowMenu<HTMLLIElement>();
  if (!isOverflowing) return null;
  return (
    <li ref={ref}>
      <Menu positioning={{ position: 'below', align: 'end', autoSize: 'height' }}>
        <MenuTrigger disableButtonEnhancement>
          <button type="button" className={mergeClasses(styles.part, styles.more)} data-testid="part-more">
            {t('parts.more')}
            <ChevronDownRegular aria-hidden />
          </button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {routes.map((route) => (
              <MenuItemLink
                key={route.part}
                href={hashOf(route)}
                className={styles.item}
                data-testid={`part-${route.part}`}
              >
                {t(`parts.${route.part}`)}
              </MenuItemLink>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </li>
  );
}

function Row({ current }: { readonly current: Part }) {
  const styles = usePartsStyles();
  const t = useText(partsText);
  const { itemVisibility } = useOverflowVisibility();
  const isAdmin = useMe().data?.roles.includes('ADMIN') === true;
  const row = PARTS.filter(({ part }) => part !== 'settings' || isAdmin || current === 'settings').map((route, at) => {
    // Fluent measures an item anew where its id is new: the words decide how wide it is.
    const id = [route.part, t(`parts.${route.part}`)].join(' ');
    return { route, id, priority: PARTS.length - at, shown: itemVisibility[id] ?? true };
  });
  return (
    <>
      {row.map(({ route, id, priority, shown }) => {
        const isCurrent = route.part === current;
        return (
          <OverflowItem key={route.part} id={id} {...(isCurrent ? { pinned: true } : { priority })}>
            <li>
              <a
                href={hashOf(route)}
                className={mergeClasses(styles.part, isCurrent && styles.current)}
                aria-current={isCurrent ? 'page' : undefined}
                data-testid={shown ? `part-${route.part}` : undefined}
              >
                {t(`parts.${route.part}`)}
              </a>
            </li>
          </OverflowItem>
        );
      })}
      <MoreParts routes={row.filter(({ shown }) => !shown).map(({ route }) => route)} />
    </>
  );
}

/** The pages of 予定, on each of them. */
export function SchedulesParts({ current }: { readonly current: Part }) {
  const styles = usePartsStyles();
  const t = useText(partsText);
  return (
    <nav aria-label={t('parts.label')}>
      <Overflow padding={4}>
        <ul className={styles.parts}>
          <Row current={current} />
        </ul>
      </Overflow>
    </nav>
  );
}
