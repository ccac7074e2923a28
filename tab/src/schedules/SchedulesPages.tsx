import type { ScheduleRoute } from '../app/schedule-routes.ts';
import { RoomsPage } from './rooms/RoomsPage.tsx';
import { WeekPage } from './week/WeekPage.tsx';

/** 予定: the week and the rooms. */
export function SchedulesPages({ route }: { readonly route: ScheduleRoute }) {
  return route.part === 'rooms' ? <RoomsPage day={route.day} /> : <WeekPage route={route} />;
}
