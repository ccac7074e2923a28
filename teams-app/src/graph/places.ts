import type { CalendarAnswer, RemoteRoom } from '@kaigi/core';
import type { Room, RoomList } from '@microsoft/microsoft-graph-types';
import { askedOfCalendar } from './calendar-asked.ts';
import { written } from './event.ts';
import { type GraphClient, GraphRefusal } from './graph-client.ts';

const PAGE = '$top=100';

async function all<T>(graph: GraphClient, path: string): Promise<T[]> {
  const found: T[] = [];
  for await (const page of graph.list<T>(path)) found.push(...page);
  return found;
}

/** Which lists each room is in, by address. */
async function listsOf(graph: GraphClient): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = new Map<string, string[]>();
  for (const { emailAddress, displayName } of await all<RoomList>(graph, `/places/graph.roomList?${PAGE}`)) {
    if (!emailAddress) continue;
    const path = `/places/${encodeURIComponent(emailAddress)}/graph.roomList/rooms?${PAGE}`;
    const rooms = await all<Room>(graph, path).catch((error: unknown) => {
      // A list that was removed meanwhile has no rooms.
      if (error instanceof GraphRefusal && error.status === 404) return [];
      throw error;
    });
    for (const { emailAddress: room } of rooms)
      if (room) lists.set(room.toLowerCase(), [...(lists.get(room.toLowerCase()) ?? []), displayName ?? emailAddress]);
  }
  return lists;
}

function roomOf(room: Room, lists: ReadonlyMap<string, readonly string[]>): RemoteRoom | null {
  const mailbox = room.emailAddress?.toLowerCase();
  if (!mailbox) return null;
  const { audioDeviceName, videoDeviceName, displayDeviceName, tags } = room;
  const floor = room.floorLabel ?? (room.floorNumber === null ? null : room.floorNumber?.toString());
  return {
    ...{ mailbox, name: written(room.displayName) ?? mailbox, building: written(room.building), floor: written(floor) },
    capacity: room.capacity ?? null,
    equipment: [audioDeviceName, videoDeviceName, displayDeviceName, ...(tags ?? [])].flatMap(
      (one) => written(one) ?? [],
    ),
    lists: lists.get(mailbox) ?? [],
  };
}

/**
 * The rooms of the tenant, with the lists that they are in.
 * Permission: Place.Read.All (application)
 */
export const readRooms = (graph: GraphClient): Promise<CalendarAnswer<readonly RemoteRoom[]>> =>
  askedOfCalendar(async () => {
    const lists = await listsOf(graph);
    const rooms = await all<Room>(graph, `/places/graph.room?${PAGE}`);
    return rooms.flatMap((room) => roomOf(room, lists) ?? []);
  });
