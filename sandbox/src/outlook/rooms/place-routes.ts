import { GraphError, unsupported } from '../../graph/graph-error.ts';
import type { Call, On } from '../../graph/routes.ts';
import { GRAPH_RESOURCE } from '../../settings.ts';
import type { Room, RoomList, Rooms } from './rooms.ts';

const METADATA = `${GRAPH_RESOURCE}/v1.0/$metadata#places`;
const ROOMS = ['graph.room', 'microsoft.graph.room'];
const LISTS = ['graph.roomList', 'microsoft.graph.roomList'];

/** Rooms and lists of rooms of Microsoft Graph v1.0; they are read, never changed here. */
export function placesGraph(on: On, rooms: Rooms): void {
  const tenant = ({ caller }: Call) => caller.city.tenantId;
  for (const path of ROOMS)
    on('get', `/places/${path}`, (call) => paged(call, 'room', rooms.of(tenant(call)).map(roomShape)));
  for (const path of LISTS) {
    on('get', `/places/${path}`, (call) => paged(call, 'roomList', rooms.lists(tenant(call)).map(listShape)));
    on('get', `/places/:place/${path}/rooms`, (call) => {
      const list = listOf(rooms, call);
      const inside = rooms.of(tenant(call)).filter((room) => room.list === list);
      return paged(call, 'room', inside.map(roomShape));
    });
  }
  on('get', '/places/:place', (call) => {
    const room = rooms.find(tenant(call), placeOf(call));
    const [type, shape] = room === null ? ['roomList', listShape(listOf(rooms, call))] : ['room', roomShape(room)];
    return {
      '@odata.context': `${METADATA}/microsoft.graph.${type}/$entity`,
      '@odata.type': `#microsoft.graph.${type}`,
      ...shape,
    };
  });
}

const placeOf = (call: Call): string => (call.request.params as { place?: string }).place ?? '';

/** @throws GraphError 404 */
function listOf(rooms: Rooms, call: Call): RoomList {
  const key = placeOf(call).toLowerCase();
  const found = rooms.lists(call.caller.city.tenantId).find(({ id, address }) => id === key || address === key);
  if (found === undefined) throw new GraphError(404, 'ErrorItemNotFound', `The place '${key}' was not found.`);
  return found;
}

/** `$top` and `$skip`, as for the places of a tenant; 100 a page unless asked otherwise. */
function paged({ params, request }: Call, type: string, all: readonly object[]) {
  const [top, skip] = [Number(params.get('$top') ?? 100), Number(params.get('$skip') ?? 0)];
  if (!(Number.isInteger(top) && top > 0 && Number.isInteger(skip) && skip >= 0))
    throw unsupported('Invalid page size specified.');
  const next = new URL(request.url, GRAPH_RESOURCE);
  next.searchParams.set('$skip', String(skip + top));
  return {
    '@odata.context': `${METADATA}/microsoft.graph.${type}`,
    ...(skip + top < all.length ? { '@odata.nextLink': next.href } : {}),
    value: all.slice(skip, skip + top),
  };
}

const addressShape = (list: RoomList) => ({
  street: list.street,
  city: list.city,
  state: '',
  postalCode: '',
  countryOrRegion: '日本',
});

const roomShape = (room: Room) => ({
  ...{ id: room.id, placeId: room.id, parentId: room.list.id, displayName: room.name, nickname: room.name },
  ...{ emailAddress: room.address, building: room.list.building, floorNumber: room.floor },
  ...{ floorLabel: `${room.floor}階`, label: null, capacity: room.capacity, bookingType: 'standard' },
  ...{ audioDeviceName: room.audio, videoDeviceName: room.video, displayDeviceName: room.display },
  ...{ tags: room.equipment, isWheelChairAccessible: room.isWheelChairAccessible, phone: '' },
  ...{ address: addressShape(room.list), geoCoordinates: null },
});

const listShape = (list: RoomList) => ({
  ...{ id: list.id, displayName: list.building, emailAddress: list.address, phone: '' },
  ...{ address: addressShape(list), geoCoordinates: null },
});
