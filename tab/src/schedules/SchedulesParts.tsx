import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../app/locale.ts';
import { hashOf } from '../app/routes.ts';
import { MY_WEEK, type ScheduleRoute } from '../app/schedule-routes.ts';
import { partsText } from './text.ts';

const useStyles = makeStyles({
  parts: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  part: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '40px',
    paddingInline: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    borderBottom: `${tokens.strokeWidthThickest} solid transparent`,
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-3px',
    },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

type Part = ScheduleRoute['part'];

const PARTS: readonly Exclude<ScheduleRoute, { part: 'booking' | 'paper' | 'settings' }>[] = [
  MY_WEEK,
  { page: 'schedules', part: 'slots' },
  { page: 'schedules', part: 'polls', id: null },
  { page: 'schedules', part: 'written', id: null },
  { page: 'schedules', part: 'rooms', day: null },
  { page: 'schedules', part: 'yearly', unit: null, year: null },
  { page: 'schedules', part: 'windows' },
];

/** The pages of 予定, on each of them. */
export function SchedulesParts({ current }: { readonly current: Part }) {
  const styles = useStyles();
  const t = useText(partsText);
  return (
    <nav aria-label={t('parts.label')}>
      <ul className={styles.parts}>
        {PARTS.map((route) => (
          <li key={route.part}>
            <a
              href={hashOf(route)}
              className={mergeClasses(styles.part, route.part === current && styles.current)}
              aria-current={route.part === current ? 'page' : undefined}
              data-testid={`part-${route.part}`}
            >
              {t(`parts.${route.part}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
