import { type Route, route } from '../../shared/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { SlotsInputSchema, SlotsViewSchema } from './contract.ts';
import { findSlots } from './service.ts';

export const slotRoutes = (parts: BookingParts): Route[] => [
  route({
    method: 'POST',
    path: '/schedules/slots',
    summary: {
      ja: '空き時間を探す。候補ごとに理由を、なければだれの予定が妨げかを答える',
      en: 'Find a common time, with reasons',
    },
    body: SlotsInputSchema,
    answer: SlotsViewSchema,
    handle: (caller, { body }) => findSlots(parts, caller, body),
  }),
];
