import { type Part, together } from '../parts.ts';
import { answerJobs } from './answers.ts';
import { outlookBookings } from './outlook.ts';
import { outlookChanges } from './outlook-changes.ts';
import type { BookingParts } from './parts.ts';
import { bookingRoutes } from './routes.ts';
import { createBookings } from './service.ts';
import { bookingsInChat, tellingJobs } from './telling.ts';

/** 予約: meetings and rooms, and how Outlook follows them. */
export const createBookingsPart = (parts: BookingParts): Part =>
  together([
    { routes: bookingRoutes(parts, createBookings(parts)), shown: [bookingsInChat(parts)] },
    outlookBookings(parts),
    outlookChanges(parts),
    answerJobs(parts),
    tellingJobs(parts),
  ]);
