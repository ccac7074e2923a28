import { useText } from '../app/locale.ts';
import { PartsNav } from '../app/PartsNav.tsx';
import { hashOf } from '../app/routes.ts';
import { MY_WEEK, type ScheduleRoute } from '../app/schedule-routes.ts';
import { useMe } from '../app/use-me.ts';
import { partsText } from './text.ts';

type Part = ScheduleRoute['part'];

const PARTS: readonly Exclude<ScheduleRoute, { part: 'booking' | 'paper' }>[] = [
  MY_WEEK,
  { page: 'schedules', part: 'slots' },
  { page: 'schedules', part: 'rooms', day: null },
  { page: 'schedules', part: 'bookings', past: false },
  { page: 'schedules', part: 'polls', id: null },
  { page: 'schedules', part: 'written', id: null },
  { page: 'schedules', part: 'windows', staffId: null },
  { page: 'schedules', part: 'yearly', unit: null, year: null },
  { page: 'schedules', part: 'settings' },
];

/** The pages of 予定, on each of them. */
export function SchedulesParts({ current }: { readonly current: Part }) {
  const t = useText(partsText);
  const isAdmin = useMe().data?.roles.includes('ADMIN') === true;
  const parts = PARTS.filter(({ part }) => part !== 'settings' || isAdmin || current === 'settings').map((route) => ({
    ...{ href: hashOf(route), text: t(`parts.${route.part}`), testId: `part-${route.part}` },
    isCurrent: route.part === current,
  }));
  return <PartsNav label={t('parts.label')} parts={parts} />;
}
