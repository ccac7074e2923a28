import { z } from 'zod';
import { type Caller, type Route, route } from '../../shared/index.ts';
import type { OwnEntries } from '../calendar/own.ts';
import {
  EntryChangeInputSchema,
  EntryInputSchema,
  EntryRemovalQuerySchema,
  EntryViewSchema,
  type SyncHealth,
  SyncHealthSchema,
  type WeekQuery,
  WeekQuerySchema,
  type WeekView,
  WeekViewSchema,
} from './contract.ts';

export interface WeekSurface {
  week(caller: Caller, query: WeekQuery): Promise<WeekView>;
  health(caller: Caller): Promise<SyncHealth>;
  readonly own: OwnEntries;
}

const Id = z.object({ id: z.uuid() });

export const weekRoutes = ({ week, health, own }: WeekSurface): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/week',
    summary: { ja: '所属の職員の予定（週の表）', en: 'Who of a unit does what when' },
    query: WeekQuerySchema,
    answer: WeekViewSchema,
    handle: (caller, { query }) => week(caller, query),
  }),
  route({
    method: 'GET',
    path: '/schedules/health',
    summary: { ja: '予定表の同期の状態（システム管理者）', en: 'How calendars are followed, for administrators' },
    answer: SyncHealthSchema,
    handle: (caller) => health(caller),
  }),
  route({
    method: 'POST',
    path: '/schedules/entries',
    summary: { ja: '予定を入れる（自分の、秘書は特別職の）', en: 'Make an entry in a calendar' },
    body: EntryInputSchema,
    answer: EntryViewSchema,
    status: 201,
    handle: (caller, { body }) => own.add(caller, body),
  }),
  route({
    method: 'PATCH',
    path: '/schedules/entries/{id}',
    summary: { ja: '予定を変える', en: 'Change an entry' },
    params: Id,
    body: EntryChangeInputSchema,
    answer: EntryViewSchema,
    handle: (caller, { params, body }) => own.change(caller, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/schedules/entries/{id}',
    summary: { ja: '予定を消す', en: 'Remove an entry' },
    params: Id,
    query: EntryRemovalQuerySchema,
    answer: z.object({}),
    handle: async (caller, { params, query }) => {
      await own.remove(caller, params.id, query.version);
      return {};
    },
  }),
];
