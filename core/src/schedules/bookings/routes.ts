import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { BookRoomInputSchema, RoomBookedSchema } from '../rooms/contract.ts';
import {
  BookInputSchema,
  BookingSchema,
  BookingsPageSchema,
  BookingsQuerySchema,
  CancelBookingQuerySchema,
  ChangeBookingInputSchema,
} from './contract.ts';
import type { BookingParts } from './parts.ts';
import { bookRoom } from './series.ts';
import { actOnce, type Bookings } from './service.ts';

const One = z.strictObject({ id: z.uuid() });

export const bookingRoutes = (parts: BookingParts, bookings: Bookings): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/bookings',
    summary: {
      ja: '自分の予約の一覧（自分が予約したもの・参加するもの）',
      en: 'My bookings: those one made and those one takes part in',
    },
    query: BookingsQuerySchema,
    answer: BookingsPageSchema,
    handle: (caller, { query }) => bookings.list(caller, query),
  }),
  route({
    method: 'POST',
    path: '/schedules/bookings',
    summary: { ja: '会議を予約する（会議室・参加者・オンライン）', en: 'Book a meeting: rooms, people, online' },
    body: BookInputSchema,
    answer: BookingSchema,
    status: 201,
    handle: (caller, { body }) => bookings.book(caller, body),
  }),
  route({
    method: 'GET',
    path: '/schedules/bookings/{id}',
    summary: { ja: '予約の内容と、Outlookへの反映の状況', en: 'A booking, and whether Outlook has it' },
    params: One,
    answer: BookingSchema,
    handle: (caller, { params }) => bookings.read(caller, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/schedules/bookings/{id}',
    summary: { ja: '予約を変える（予約した人）', en: 'Change a booking (whoever booked it)' },
    params: One,
    body: ChangeBookingInputSchema,
    answer: BookingSchema,
    handle: (caller, { params, body }) => bookings.change(caller, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/schedules/bookings/{id}',
    summary: {
      ja: '予約を取り消す。この回だけ、又はこの回以降',
      en: 'Cancel a booking, or it and the later ones of its series',
    },
    params: One,
    query: CancelBookingQuerySchema,
    answer: BookingSchema,
    handle: (caller, { params, query }) => bookings.cancel(caller, params.id, query),
  }),
  route({
    method: 'POST',
    path: '/schedules/rooms/{id}/bookings',
    summary: {
      ja: '会議室・備品を予約する。毎週・毎月の繰り返しも',
      en: 'Book a room or equipment, once or repeatedly',
    },
    params: One,
    body: BookRoomInputSchema,
    answer: RoomBookedSchema,
    status: 201,
    handle: (caller, { params, body }) =>
      actOnce(parts, { caller, request: { use: 'schedules.book-room', roomId: params.id, ...body } }, (acting) =>
        bookRoom(parts, acting, { roomId: params.id, input: body }),
      ),
  }),
];
