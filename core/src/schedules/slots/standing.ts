import { type Attendee, MINUTE_MS, type SlotWish, type Stretch, type Taken } from './wanted.ts';

/** BUSY: something stands there, perhaps with the way from or to it; HOURS: outside their hours of duty; TRAVEL: not in time, or not back; ONLINE_ONLY: not here. */
export type Hindrance = 'BUSY' | 'HOURS' | 'TRAVEL' | 'ONLINE_ONLY';

/** How somebody stands to a meeting at one time. */
export type Standing =
  | {
      readonly kind: 'FREE' | 'TENTATIVE';
      readonly online: boolean;
      /** Where they go; null: online, or a meeting without a place. */
      readonly office: string | null;
      /** One way. */
      readonly travelMinutes: number;
    }
  | { readonly kind: 'NO'; readonly why: Hindrance };

type Wish = Pick<SlotWish, 'bufferBefore' | 'bufferAfter' | 'online' | 'travel'>;

/** Apart from each other and in order, so that one look finds what lies over a time. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) all.push({ from, to });
  }
  return all;
}

/** Of stretches in order, the first that ends after the time. */
function firstEndingAfter<T extends Stretch>(stretches: readonly T[], time: number): T | undefined {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) > time) high = middle;
    else low = middle + 1;
  }
  return stretches[low];
}

export const overlaps = (stretches: readonly Stretch[], { from, to }: Stretch): boolean => {
  const found = firstEndingAfter(stretches, from);
  return found !== undefined && found.from < to;
};

/** One person's calendar, as it looks to meetings in one office. */
interface Outlook {
  readonly office: string | null;
  readonly travelMs: number;
  readonly busy: readonly Stretch[];
  /** The same with the way from and to where each of them is. */
  readonly busyWithTravel: readonly Stretch[];
  /** Of them, where whoever asks may not know that they are elsewhere. */
  readonly hiddenWithTravel: readonly Stretch[];
  readonly tentative: readonly Stretch[];
  readonly away: readonly Stretch[];
}

function outlookOf(person: Attendee, wish: Wish, office: string | null): Outlook {
  const way = (from: string | null) => (office === null ? 0 : wish.travel(from ?? person.office, office) * MINUTE_MS);
  const [before, after] = [wish.bufferBefore * MINUTE_MS, wish.bufferAfter * MINUTE_MS];
  const around = (as: Taken['as'], travelling: boolean, only: (one: Taken) => boolean = () => true) =>
    merged(
      person.taken
        .filter((one) => one.as === as && only(one))
        .map((one) => {
          const ms = travelling ? way(one.office) : 0;
          return { from: one.from - after - ms, to: one.to + before + ms };
        }),
    );
  const travelMs = way(person.office);
  return {
    ...{ office, travelMs, busy: around('BUSY', false), busyWithTravel: around('BUSY', true) },
    hiddenWithTravel: around('BUSY', true, ({ hidden }) => hidden),
    tentative: around('TENTATIVE', true),
    away: merged(
      person.taken
        .filter(({ as }) => as === 'ONLINE_ONLY')
        .map(({ from, to }) => ({ from: from - travelMs, to: to + travelMs })),
    ),
  };
}

const NO = (why: Hindrance): Standing => ({ kind: 'NO', why });

/** Whether somebody can be there, at `outlook.office` or, where that is null, from wherever they are. */
function standingIn(person: Attendee, outlook: Outlook, slot: Stretch): Standing {
  const { office, travelMs } = outlook;
  const day = firstEndingAfter(person.days, slot.from);
  if (!day || day.from > slot.from || day.to < slot.to || overlaps(day.breaks, slot)) return NO('HOURS');
  if (overlaps(outlook.busy, slot)) return NO('BUSY');
  if (office !== null && overlaps(outlook.away, slot)) return NO('ONLINE_ONLY');
  if (slot.from - travelMs < day.from || slot.to + travelMs > day.to) return NO('TRAVEL');
  // 「移動」 would tell that what they do before or after is in another office.
  if (overlaps(outlook.hiddenWithTravel, slot)) return NO('BUSY');
  if (overlaps(outlook.busyWithTravel, slot)) return NO('TRAVEL');
  const kind = overlaps(outlook.tentative, slot) ? 'TENTATIVE' : 'FREE';
  return { kind, office, travelMinutes: travelMs / MINUTE_MS, online: false };
}

function better(there: Standing, online: Standing): Standing {
  if (there.kind === 'FREE' || online.kind === 'NO') return there.kind === 'NO' ? online : there;
  if (there.kind === 'NO' || online.kind === 'FREE') return { ...online, online: true };
  return there;
}

/** Of these offices the nearest, and of equally near ones the first. */
function nearest(person: Attendee, offices: readonly string[], travel: Wish['travel']): string | null {
  const ways = offices.map((office) => ({ office, minutes: travel(person.office, office) }));
  const least = Math.min(...ways.map(({ minutes }) => minutes));
  return ways.find(({ minutes }) => minutes === least)?.office ?? null;
}

interface Place {
  /** null: from wherever they are. */
  readonly office: string | null;
  readonly distant: boolean;
}

/** Where somebody takes part; nobody drives to a meeting in which one may take part online. */
function placeOf(person: Attendee, { online, travel }: Wish, offices: readonly string[]): Place {
  const office = nearest(person, offices, travel);
  if (office === null) return { office: online ? null : person.office, distant: online };
  return { office, distant: online && travel(person.office, office) > 0 };
}

/** The same list of offices is asked for as the same value. */
export type StandingAt = (slot: Stretch, offices: readonly string[]) => Standing;

/** Made once for each person; then asked for every time. */
export function standingOf(person: Attendee, wish: Wish): StandingAt {
  const known = new Map<string | null, Outlook>();
  const outlook = (office: string | null): Outlook => {
    const one = known.get(office) ?? outlookOf(person, wish, office);
    known.set(office, one);
    return one;
  };
  const places = new Map<readonly string[], Place>();
  const placeFor = (offices: readonly string[]): Place => {
    const one = places.get(offices) ?? placeOf(person, wish, offices);
    places.set(offices, one);
    return one;
  };
  return (slot, offices) => {
    const { office, distant } = placeFor(offices);
    const there = standingIn(person, outlook(distant ? null : office), slot);
    if (distant) return there.kind === 'NO' ? there : { ...there, online: true };
    return wish.online ? better(there, standingIn(person, outlook(null), slot)) : there;
  };
}
