import type { ScheduleRoute } from '../app/schedule-routes.ts';
import { BookingPage } from './bookings/BookingPage.tsx';
import { BookingsPage } from './bookings/BookingsPage.tsx';
import { WindowsPage } from './panel/WindowsPage.tsx';
import { PaperPage } from './papers/PaperPage.tsx';
import { PollPage } from './polls/PollPage.tsx';
import { PollsPage } from './polls/PollsPage.tsx';
import { RoomsPage } from './rooms/RoomsPage.tsx';
import { RoomSettingsPage } from './settings/RoomSettingsPage.tsx';
import { SlotsPage } from './slots/SlotsPage.tsx';
import { WeekPage } from './week/WeekPage.tsx';
import { WrittenListPage } from './written/WrittenListPage.tsx';
import { WrittenPage } from './written/WrittenPage.tsx';
import { YearlyPage } from './yearly/YearlyPage.tsx';

/** 予定: the week, the search for a time, bookings, polls, the rooms, and what is done every year. */
export function SchedulesPages({ route }: { readonly route: ScheduleRoute }) {
  if (route.part === 'slots') return <SlotsPage />;
  if (route.part === 'bookings') return <BookingsPage past={route.past} />;
  if (route.part === 'booking') return <BookingPage key={route.bookingId} bookingId={route.bookingId} />;
  if (route.part === 'paper') return <PaperPage key={route.paperId} route={route} />;
  if (route.part === 'settings') return <RoomSettingsPage />;
  if (route.part === 'yearly') return <YearlyPage route={route} />;
  if (route.part === 'windows') return <WindowsPage staffId={route.staffId} />;
  if (route.part === 'written')
    return route.id === null ? <WrittenListPage /> : <WrittenPage key={route.id} id={route.id} />;
  if (route.part === 'polls') return route.id === null ? <PollsPage /> : <PollPage key={route.id} id={route.id} />;
  return route.part === 'rooms' ? <RoomsPage day={route.day} /> : <WeekPage route={route} />;
}
