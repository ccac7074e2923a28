import { type Actor, hasRole, personOf } from '../../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../../platform/index.ts';
import {
  addDays,
  badInput,
  type Caller,
  localDateOf,
  notAllowed,
  notFound,
  type Sentence,
  startOfDay,
} from '../../../shared/index.ts';
import { type Setting, settingOf } from '../../bookings/making.ts';
import type { BookingParts } from '../../bookings/parts.ts';
import { isOffice, MAIN, officeName, placeOfRoom } from '../../offices.ts';
import type { DisplayMade, DisplayView, MakeDisplayInput } from '../contract.ts';
import { allRooms } from '../store.ts';
import { roomTimes } from '../times.ts';
import { type LobbyLine, lobbyLines } from './board.ts';
import { digestOf, displayKeyOf, newSalt, readDisplayKey } from './key.ts';
import * as store from './store.ts';

export interface LobbyView {
  readonly at: Date;
  readonly office: Sentence;
  readonly lines: readonly LobbyLine[];
}

export interface Lobby {
  /** Today's rooms of the display's office; null: the key is wrong or was revoked. */
  show(key: string): Promise<LobbyView | null>;
}

export interface Displays {
  readonly lobby: Lobby;
  /** @throws not-allowed `schedules.display_not_yours` */
  list(caller: Caller): Promise<{ items: DisplayView[] }>;
  /** The key is told to this call, and to the same call again. @throws bad-input `schedules.booking_unknown_office` */
  make(caller: Caller, input: MakeDisplayInput): Promise<DisplayMade>;
  /** Again is harmless. @throws not-found `schedules.display_not_found` */
  revoke(caller: Caller, displayId: string): Promise<DisplayView>;
}

interface Open {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly setting: Setting;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function present({ setting, caller }: Open, { office, madeAt, seenAt, revokedAt, ...one }: store.Display): DisplayView {
  const { displayId, name, madeBy } = one;
  return {
    ...{ displayId, name, madeBy, madeAt: madeAt.toISOString(), seenAt: iso(seenAt), revokedAt: iso(revokedAt) },
    office: { code: office, name: officeName(setting, office, caller.locale) },
  };
}

async function show(parts: BookingParts, key: string): Promise<LobbyView | null> {
  const read = readDisplayKey(key);
  if (!read) return null;
  const { municipalityId, hash } = read;
  const now = parts.clock.now();
  const today = localDateOf(now);
  const [from, to] = [startOfDay(today), startOfDay(addDays(today, 1))];
  const found = await parts.db.singly(municipalityId, async (tx) => {
    const display = await store.displayWith(tx, hash);
    if (!display) return null;
    const [setting, rooms] = await Promise.all([settingOf(parts, tx, now), allRooms(tx)]);
    await store.noteSeen(tx, display.displayId, now);
    const { office } = display;
    const called = { ja: officeName(setting, office, 'ja'), en: officeName(setting, office, 'en') };
    return { called, rooms: rooms.filter((room) => room.kind === 'ROOM' && placeOfRoom(room) === (office ?? MAIN)) };
  });
  if (!found) return null;
  const day = await roomTimes(parts, municipalityId, { rooms: found.rooms, from, to });
  return { at: now, office: found.called, lines: lobbyLines(found.rooms, day, { now, end: to }) };
}

interface Wished {
  readonly actor: Actor;
  readonly input: MakeDisplayInput;
  readonly knows: string;
}

/** @throws bad-input `schedules.booking_unknown_office` */
async function makeDisplay(
  { clock }: BookingParts,
  open: Open,
  { actor, input: { name, office: wanted }, knows }: Wished,
): Promise<{ display: DisplayView; salt: string }> {
  const office = wanted === 'main' ? null : wanted;
  if (office !== null && !isOffice(open.setting, office))
    throw badInput('schedules.booking_unknown_office', { office });
  const salt = newSalt();
  const { hash } = displayKeyOf({ municipalityId: open.caller.municipalityId, knows, salt });
  const made = { madeBy: personOf(actor), madeAt: clock.now(), revokedAt: null, seenAt: null };
  const display = { displayId: newId(clock), name, office, ...made };
  await store.insertDisplay(open.tx, display, hash);
  return { display: present(open, display), salt };
}

/** 受付の表示 and their keys. */
export function createDisplays(parts: BookingParts): Displays {
  const { db, clock, directory } = parts;
  const asAdmin = <T>(caller: Caller, work: (open: Open, actor: Actor) => Promise<T>) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const actor = await directory.actorOf(tx, caller);
      if (!hasRole(actor, 'ADMIN')) throw notAllowed('schedules.display_not_yours');
      return work({ tx, caller, setting: await settingOf(parts, tx, clock.now()) }, actor);
    });
  return {
    lobby: { show: (key) => show(parts, key) },
    list: (caller) =>
      asAdmin(caller, async (open) => ({
        items: (await store.allDisplays(open.tx)).map((one) => present(open, one)),
      })),
    make: (caller, input) =>
      asAdmin(caller, async (open, actor) => {
        // Without an Idempotency-Key nobody asks again.
        const knows = caller.idempotencyKey ?? newSalt();
        const key = caller.idempotencyKey === null ? null : digestOf(knows);
        const call = { staffId: actor.staffId, key, request: { use: 'schedules.make-display', ...input } };
        const { display, salt } = await onlyOnce(open.tx, call, () =>
          makeDisplay(parts, open, { actor, input, knows }),
        );
        return { display, key: displayKeyOf({ municipalityId: caller.municipalityId, knows, salt }).key };
      }),
    revoke: (caller, displayId) =>
      asAdmin(caller, async (open) => {
        const display = await store.revokeDisplay(open.tx, displayId, clock.now());
        if (!display) throw notFound('schedules.display_not_found');
        return present(open, display);
      }),
  };
}
