import type { AddRoomInput, ChangeRoomInput, RoomView } from '@kaigi/core/contract';
import { personText } from '../../app/words.ts';
import type { Picked } from '../../approvals/acts.ts';

/** A room or equipment as it stands in the fields. */
export interface TypedRoom {
  readonly kind: RoomView['kind'];
  readonly name: string;
  /** `main`: 本庁. */
  readonly office: string;
  readonly floor: string;
  readonly capacity: string;
  readonly equipment: string;
  readonly notes: string;
  readonly publicText: string;
  readonly administrators: readonly Picked[];
}

export type RoomProblem =
  | 'admin.room.name.missing'
  | 'admin.room.capacity.wrong'
  | 'admin.room.equipment.wrong'
  | 'admin.room.nothing';
type Refused = { readonly ok: false; readonly problem: RoomProblem };
export type ReadRoom = { readonly ok: true; readonly input: AddRoomInput } | Refused;
export type ReadRoomChange = { readonly ok: true; readonly change: ChangeRoomInput } | Refused;

const MOST_SEATS = 500;
const MOST_EQUIPMENT = 30;
const LONGEST = 50;

export const newRoom = (): TypedRoom => ({
  ...{ kind: 'ROOM', name: '', office: 'main', floor: '', capacity: '', equipment: '', notes: '', publicText: '' },
  administrators: [],
});

export function typedRoom(room: RoomView): TypedRoom {
  const { kind, name, floor, notes, publicText, capacity } = room;
  return {
    ...{ kind, name, floor, notes, publicText, office: room.office.code ?? 'main' },
    ...{ capacity: capacity === null ? '' : String(capacity), equipment: room.equipment.join('、') },
    administrators: room.administrators.map((one) => ({ kind: 'staff', id: one.staffId, label: personText(one) })),
  };
}

const partsOf = (text: string): string[] =>
  text
    .split(/[、,，\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

export function readRoom(typed: TypedRoom): ReadRoom {
  const refused = (problem: RoomProblem): Refused => ({ ok: false, problem });
  const name = typed.name.trim();
  const capacity = typed.capacity.trim() === '' ? null : Number(typed.capacity);
  const equipment = partsOf(typed.equipment);
  if (name === '') return refused('admin.room.name.missing');
  if (capacity !== null && !(Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_SEATS))
    return refused('admin.room.capacity.wrong');
  if (equipment.length > MOST_EQUIPMENT || equipment.some(({ length }) => length > LONGEST))
    return refused('admin.room.equipment.wrong');
  const { kind, office } = typed;
  const administrators = typed.administrators.map(({ id }) => id);
  const said = { floor: typed.floor.trim(), notes: typed.notes.trim(), publicText: typed.publicText.trim() };
  return { ok: true, input: { kind, name, office, capacity, equipment, administrators, ...said } };
}

/** Only what was touched since it was opened: what Microsoft 365 says of a room is never sent. */
export function readRoomChange(typed: TypedRoom, opened: RoomView, version: number): ReadRoomChange {
  const read = readRoom(typed);
  const before = readRoom(typedRoom(opened));
  if (!read.ok) return read;
  const { kind: _, ...input } = read.input;
  const old: Readonly<Record<string, unknown>> = before.ok ? before.input : {};
  const touched = Object.entries(input).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name]));
  if (touched.length === 0) return { ok: false, problem: 'admin.room.nothing' };
  return { ok: true, change: { ...Object.fromEntries(touched), version } };
}
