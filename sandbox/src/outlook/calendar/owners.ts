import type { Cities } from '../../city/cities.ts';
import type { Person } from '../../city/city.ts';
import type { Room, Rooms } from '../rooms/rooms.ts';
import type { CalendarOwner } from './event.ts';

export const personOwner = ({ id, tenantId, signInName, displayName }: Person): CalendarOwner => ({
  ...{ id, tenantId, address: signInName, name: displayName },
  kind: 'person',
});

export const roomOwner = ({ id, tenantId, address, name }: Room): CalendarOwner => ({
  ...{ id, tenantId, address, name },
  kind: 'room',
});

/** Whose calendars there are: people's and rooms'. */
export class Owners {
  readonly #cities: Cities;
  readonly #rooms: Rooms;

  constructor(cities: Cities, rooms: Rooms) {
    this.#cities = cities;
    this.#rooms = rooms;
  }

  /** By id or address; null for a stranger and for those of another municipality. */
  find(tenantId: string, key: string): CalendarOwner | null {
    const person = this.#cities.inTenant(tenantId, key);
    if (person !== null) return personOwner(person);
    const room = this.#rooms.find(tenantId, key);
    return room === null ? null : roomOwner(room);
  }
}
