import type { ScheduleRoute } from '../app/schedule-routes.ts';
import { BookingPage } from './bookings/BookingPage.tsx';
import { RoomsPage } from './rooms/RoomsPage.tsx';
import { RoomSettingsPage } from './settings/RoomSettingsPage.tsx';
import { SlotsPage } from './slots/SlotsPage.tsx';
import { WeekPage } from './week/WeekPage.tsx';

/** 予定: the week, the search for a time, the rooms, a booking, and what administrators look after. */
export function SchedulesPages({ route }: { readonly route: ScheduleRoute }) {
  if (route.part === 'slots') return <SlotsPage />;
  if (route.part === 'booking') return <BookingPage key={route.bookingId} bookingId={route.bookingId} />;
  if (route.part === 'settings') return <RoomSettingsPage />;
  return route.part === 'rooms' ? <RoomsPage day={route.day} /> : <WeekPage route={route} />;
}
