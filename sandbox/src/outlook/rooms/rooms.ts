import type { Cities } from '../../city/cities.ts';
import type { City } from '../../city/city.ts';
import { guidOf } from '../../city/stable-ids.ts';

/** A meeting room with a mailbox of its own. */
export interface Room {
  readonly id: string;
  readonly tenantId: string;
  readonly address: string;
  readonly name: string;
  readonly list: RoomList;
  readonly floor: number;
  readonly capacity: number;
  /** 備品, as the administrator wrote it down. */
  readonly equipment: readonly string[];
  readonly audio: string | null;
  readonly video: string | null;
  readonly display: string | null;
  readonly isWheelChairAccessible: boolean;
}

/** Rooms of one building. */
export interface RoomList {
  readonly id: string;
  readonly tenantId: string;
  readonly address: string;
  readonly building: string;
  readonly street: string;
  readonly city: string;
}

/** Key, name, floor, seats, equipment. */
type Line = readonly [string, string, number, number, readonly string[]];
interface Building {
  readonly key: string;
  readonly building: string;
  readonly street: string;
  readonly rooms: readonly Line[];
}

const SCREEN = 'スクリーン';
const VIDEO = 'Web会議システム';
const BOARD = 'ホワイトボード';
const BUILDINGS: Readonly<Record<string, readonly Building[]>> = {
  'minato.example': [
    {
      key: 'honcho',
      building: '本庁舎',
      street: '港町一丁目1番地',
      rooms: [
        ['chogi', '庁議室', 3, 24, [SCREEN, VIDEO, 'マイク']],
        ['room-201', '201会議室', 2, 8, [BOARD]],
        ['room-202', '202会議室', 2, 12, [BOARD, 'モニター']],
        ['room-301', '301会議室', 3, 18, [SCREEN, VIDEO, BOARD]],
        ['room-302', '302会議室', 3, 6, ['モニター']],
        ['room-401', '401会議室', 4, 30, [SCREEN, 'マイク', VIDEO]],
        ['room-501', '大会議室', 5, 80, [SCREEN, 'マイク', '演台']],
        ['consult', '相談室', 1, 4, []],
      ],
    },
    {
      key: 'hama',
      building: '浜支所',
      street: '浜二丁目5番3号',
      rooms: [
        ['hama-1', '浜支所第1会議室', 1, 16, [SCREEN, VIDEO]],
        ['hama-2', '浜支所第2会議室', 2, 8, [BOARD]],
      ],
    },
    {
      key: 'oka',
      building: '丘出張所',
      street: '丘三丁目12番1号',
      rooms: [
        ['oka-1', '丘出張所会議室', 1, 20, [SCREEN, 'マイク']],
        ['oka-2', '丘出張所和室', 1, 10, ['座卓']],
      ],
    },
  ],
  'yamato.example': [
    {
      key: 'yakuba',
      building: '役場',
      street: '大字大和100番地',
      rooms: [
        ['room-1', '第1会議室', 2, 20, [SCREEN]],
        ['room-2', '第2会議室', 2, 8, []],
      ],
    },
  ],
};

/** Every room of every city; rooms do not change while the sandbox runs. */
export class Rooms {
  readonly #all: readonly Room[];

  constructor(cities: Cities) {
    this.#all = cities.all.flatMap((city) =>
      (BUILDINGS[city.domain] ?? []).flatMap((building) => roomsOf(city, building)),
    );
  }

  of(tenantId: string): Room[] {
    return this.#all.filter((room) => room.tenantId === tenantId);
  }

  lists(tenantId: string): RoomList[] {
    return [...new Set(this.of(tenantId).map(({ list }) => list))];
  }

  /** By id or address; null for a stranger. */
  find(tenantId: string, key: string): Room | null {
    const lower = key.trim().toLowerCase();
    return this.of(tenantId).find(({ id, address }) => id === lower || address === lower) ?? null;
  }
}

function roomsOf({ tenantId, domain, name: city }: City, one: Building): Room[] {
  const listAddress = `rooms-${one.key}@${domain}`;
  const list = {
    ...{ id: guidOf(`roomlist:${listAddress}`), tenantId, address: listAddress },
    ...{ building: one.building, street: one.street, city },
  };
  return one.rooms.map(([key, name, floor, capacity, equipment]) => {
    const address = `${key}@${domain}`;
    return {
      ...{ id: guidOf(`room:${address}`), tenantId, address, name, list, floor, capacity, equipment },
      audio: equipment.includes('マイク') ? 'ワイヤレスマイク' : null,
      video: equipment.includes(VIDEO) ? VIDEO : null,
      display: equipment.find((item) => item === SCREEN || item === 'モニター') ?? null,
      isWheelChairAccessible: floor === 1 || one.key === 'honcho',
    };
  });
}
