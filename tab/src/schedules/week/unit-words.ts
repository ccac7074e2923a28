import type { WeekView } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import type { WeekRoute } from '../../app/schedule-routes.ts';
import { weekText } from './text.ts';

/** Whose week it is, in words: of a unit, of chosen people, of the whole city hall. */
export function useUnitWords({ path }: Pick<WeekView, 'path'>, { people }: Pick<WeekRoute, 'people'>): string {
  const t = useText(weekText);
  return people.length > 0 ? t('week.chosen') : (path.at(-1)?.name ?? t('week.all'));
}
