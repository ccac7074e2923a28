import type { RouteWish } from '@kaigi/core/contract';

export type RouteAdd = RouteWish['adds'][number];
export type AddDuty = RouteAdd['duty'];

/** Names an addition as the simulated route names its slot. */
export const addKey = ({ duty, postId, unitId }: RouteAdd): string => `${duty}/${unitId ?? postId ?? ''}`;

const without = (keys: readonly string[], key: string): string[] => keys.filter((one) => one !== key);

/** The wish with one more addressee; nobody is added twice. */
export function withAdd(wish: RouteWish, add: RouteAdd): RouteWish {
  return { ...wish, adds: [...wish.adds.filter((one) => addKey(one) !== addKey(add)), add] };
}

/** Takes a slot out: an addition is dropped, a slot of the regulations that is not mandatory is left out. */
export function withoutSlot(wish: RouteWish, key: string): RouteWish {
  const own = wish.adds.some((add) => addKey(add) === key);
  if (own) return { ...wish, adds: wish.adds.filter((add) => addKey(add) !== key) };
  return { ...wish, removes: [...without(wish.removes, key), key] };
}

export function restored(wish: RouteWish, key: string): RouteWish {
  return { ...wish, removes: without(wish.removes, key), skips: without(wish.skips, key) };
}

/** 後閲: passed over from the start, looks at it afterwards. */
export function withSkip(wish: RouteWish, key: string): RouteWish {
  return { ...wish, skips: [...without(wish.skips, key), key] };
}
