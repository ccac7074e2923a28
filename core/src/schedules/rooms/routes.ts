import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AddRoomInputSchema,
  ChangeRoomInputSchema,
  RoomSchema,
  RoomsQuerySchema,
  RoomsViewSchema,
} from './contract.ts';
import type { Rooms } from './service.ts';

export const roomRoutes = (rooms: Rooms): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/rooms',
    summary: {
      ja: '会議室・備品と、空き・使用中、期間の予約',
      en: 'Rooms and equipment: free or taken now, and what is booked',
    },
    query: RoomsQuerySchema,
    answer: RoomsViewSchema,
    handle: (caller, { query }) => rooms.list(caller, query),
  }),
  route({
    method: 'POST',
    path: '/schedules/rooms',
    summary: {
      ja: 'メールボックスのない会議室・備品の登録（システム管理者）',
      en: 'Enter a room without a mailbox (administrators)',
    },
    body: AddRoomInputSchema,
    answer: RoomSchema,
    status: 201,
    handle: (caller, { body }) => rooms.add(caller, body),
  }),
  route({
    method: 'PATCH',
    path: '/schedules/rooms/{id}',
    summary: { ja: '会議室・備品の登録を変える', en: 'Change what is said of a room' },
    params: z.strictObject({ id: z.uuid() }),
    body: ChangeRoomInputSchema,
    answer: RoomSchema,
    handle: (caller, { params, body }) => rooms.change(caller, params.id, body),
  }),
];
