import type {
  AbsenceInput,
  AbsenceList,
  AbsenceView,
  DataSetsView,
  MirrorOverview,
  NotificationSettings,
  NotificationWish,
  ReachPage,
  TellDeleted,
  Unreached,
} from '@kaigi/core/contract';
import { json } from './answers.ts';
import { pathOf } from './paths.ts';
import type { Transport } from './transport.ts';

export interface ReachWish {
  readonly state: Unreached | null;
  readonly cursor: string | null;
}

/** What people set for themselves: when they are told, and when they are away. */
export interface SettingsClient {
  wishes(signal?: AbortSignal): Promise<NotificationSettings>;
  choose(wish: NotificationWish): Promise<NotificationSettings>;
  absences(signal?: AbortSignal): Promise<AbsenceList>;
  /** Also those of one's unit, of whom one heads, and of the heads above. */
  absencesAround(signal?: AbortSignal): Promise<AbsenceList>;
  away(input: Partial<AbsenceInput>, idempotencyKey: string): Promise<AbsenceView>;
  back(absenceId: string, idempotencyKey: string): Promise<AbsenceView>;
  takeBack(absenceId: string): Promise<void>;
  reach(wish: ReachWish, signal?: AbortSignal): Promise<ReachPage>;
  /** What is kept besides documents, what for and how long. */
  dataSets(signal?: AbortSignal): Promise<DataSetsView>;
  /** The copies of records in SharePoint. */
  mirror(signal?: AbortSignal): Promise<MirrorOverview>;
  /** A copy that the app does not reach was deleted by hand. */
  tellDeleted(recordId: string, body: TellDeleted, idempotencyKey: string): Promise<MirrorOverview>;
}

const ABSENCES = '/api/v1/directory/absences';
const WISHES = '/api/v1/notifications/settings';

export function settingsClient(transport: Transport): SettingsClient {
  const one = (id: string) => `${ABSENCES}/${encodeURIComponent(id)}`;
  return {
    wishes: (signal) => json(transport({ method: 'GET', path: WISHES, signal })),
    choose: (body) => json(transport({ method: 'PUT', path: WISHES, body })),
    absences: (signal) => json(transport({ method: 'GET', path: `${ABSENCES}?of=mine`, signal })),
    absencesAround: (signal) => json(transport({ method: 'GET', path: `${ABSENCES}?of=unit`, signal })),
    away: (body, idempotencyKey) => json(transport({ method: 'POST', path: ABSENCES, body, idempotencyKey })),
    back: (id, idempotencyKey) => json(transport({ method: 'POST', path: `${one(id)}/end`, body: {}, idempotencyKey })),
    takeBack: async (id) => {
      await transport({ method: 'DELETE', path: one(id) });
    },
    reach: ({ state, cursor }, signal) =>
      json(transport({ method: 'GET', path: pathOf('/notifications/reach', { state, cursor }), signal })),
    dataSets: (signal) => json(transport({ method: 'GET', path: '/api/v1/regulations/data-sets', signal })),
    mirror: (signal) => json(transport({ method: 'GET', path: pathOf('/records/mirror'), signal })),
    tellDeleted: (recordId, body, idempotencyKey) =>
      json(
        transport({
          ...{ method: 'POST', path: pathOf(`/records/${encodeURIComponent(recordId)}/mirror/deletion`) },
          ...{ body, idempotencyKey },
        }),
      ),
  };
}
