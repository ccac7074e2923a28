import type { ScheduleRoute } from '../app/schedule-routes.ts';
import { WindowsPage } from './panel/WindowsPage.tsx';
import { RoomsPage } from './rooms/RoomsPage.tsx';
import { SlotsPage } from './slots/SlotsPage.tsx';
import { WeekPage } from './week/WeekPage.tsx';

/** 予定: the week, the search for a time, the rooms. */
export function SchedulesPages({ route }: { readonly route: ScheduleRoute }) {
  if (route.part === 'slots') return <SlotsPage />;
  if (route.part === 'windows') return <WindowsPage />;
  return route.part === 'rooms' ? <RoomsPage day={route.day} /> : <WeekPage route={route} />;
}
