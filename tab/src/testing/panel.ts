import {
  type ExplanationInput,
  type ExplanationMove,
  ExplanationSchema,
  ExplanationsSchema,
  type ExplanationView,
  type Person,
  type PersonLine,
  type Times,
  TimesSchema,
  WhereaboutsLinesSchema,
  WindowChangeInputSchema,
  WindowInputSchema,
  type WindowsView,
  WindowsViewSchema,
  WindowViewSchema,
} from '@kaigi/core/contract';
import { COLLEAGUE, SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

export interface PanelWorld {
  lines: PersonLine[];
  explanations: ExplanationView[];
  /** Whom one may ask. */
  people: Person[];
  times: Times;
  windows: WindowsView;
}

export function aLine(change: Partial<PersonLine> = {}): PersonLine {
  return {
    ...{ person: SECTION_HEAD, line: '在庁・会議中 ～15:00', source: 'CALENDAR', doing: 'MEETING' },
    until: '2026-11-24T06:00:00Z',
    parts: [
      { source: 'PUNCH', says: '在庁', at: '2026-11-23T23:25:00Z', counts: true },
      { source: 'CALENDAR', says: '会議中 ～15:00', at: '2026-11-24T01:20:00Z', counts: true },
    ],
    ...{ why: '予定表の会議を優先しています。', nextFree: null, nextFreeLine: '次の空き 15:00～', stale: null },
    ...change,
  };
}

const at = (time: string): string => `2026-11-24T${time}:00+09:00`;

/** Nobody is known to be anywhere, and nothing is booked or can be. */
export const firstPanel = (): PanelWorld => ({
  ...{ lines: [], explanations: [], people: [] },
  times: {
    keepsWindows: false,
    items: ['15:00', '15:10', '15:20'].map((from) => ({ from: at(from), to: at(`${from.slice(0, 4)}9`) })),
  },
  windows: {
    ...{ person: SECTION_HEAD, isOwn: true, people: [{ ...SECTION_HEAD, waiting: 0 }], mayEdit: true },
    ...{ items: [], explanations: [], asked: [], history: [] },
  },
});

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

function booked(world: PanelWorld, { caseId, staffId, at: from }: ExplanationInput): Answer {
  const to = world.times.items.find((time) => time.from === from)?.to ?? from;
  const person = world.people.find((one) => one.staffId === staffId) ?? COLLEAGUE;
  const view: ExplanationView = {
    ...{ explanationId: 'explanation-1', caseId, bookingId: 'booking-1', version: 1, state: 'OPEN', person },
    ...{ asker: SECTION_HEAD, from, to, tentative: false, subject: null, joinUrl: null },
    ...{ mayChange: true, mayConfirm: false },
  };
  world.explanations = [...world.explanations, ExplanationSchema.parse(view)];
  return { status: 201, body: view };
}

function ofExplanations(world: PanelWorld, [rest = '', more]: readonly string[], asked: Asked): Answer | null {
  const { method, body } = asked;
  if (rest === '' && method === 'GET')
    return { body: ExplanationsSchema.parse({ items: world.explanations, people: world.people }) };
  if (rest === '' && method === 'POST') return booked(world, body as ExplanationInput);
  if (rest === 'times' || more === 'times') return { body: TimesSchema.parse(world.times) };
  const one = world.explanations.find(({ explanationId }) => explanationId === rest);
  if (!one) return null;
  const others = world.explanations.filter((other) => other !== one);
  if (method === 'DELETE') {
    world.explanations = others;
    return { body: { ...one, state: 'CANCELLED', mayChange: false } };
  }
  const version = one.version + 1;
  const changed: ExplanationView =
    more === 'confirm'
      ? { ...one, version, tentative: false, mayConfirm: false }
      : { ...one, version, from: (body as ExplanationMove).at };
  world.explanations = [...others, changed];
  return { body: ExplanationSchema.parse(changed) };
}

const waitingWith = ({ explanations }: PanelWorld, { staffId }: Person): number =>
  explanations.filter(({ person, tentative }) => tentative && person.staffId === staffId).length;

function ofWindows(world: PanelWorld, rest: string, { method, url, body }: Asked): Answer | null {
  const { windows } = world;
  if (method === 'GET') {
    const asked = url.searchParams.get('staffId');
    const people = windows.people.map((one) => ({ ...one, waiting: waitingWith(world, one) }));
    const kept = people.filter(({ staffId }) => staffId !== windows.person.staffId);
    const landed = kept.find(({ waiting }) => waiting > 0) ?? kept[0];
    const person = asked === null ? landed : people.find(({ staffId }) => staffId === asked);
    const whose = person ?? windows.person;
    const isOwn = whose.staffId === windows.person.staffId;
    const explanations = world.explanations.filter((one) => one.person.staffId === whose.staffId);
    const mine = world.explanations.filter(({ asker }) => isOwn && asker.staffId === whose.staffId);
    return { body: WindowsViewSchema.parse({ ...windows, people, person: whose, isOwn, explanations, asked: mine }) };
  }
  if (method === 'POST') {
    const { staffId: _, ...said } = WindowInputSchema.omit({ staffId: true }).loose().parse(body);
    const view = WindowViewSchema.parse({ ...said, windowId: `window-${windows.items.length + 1}`, version: 1 });
    windows.items = [...windows.items, view];
    windows.history = [{ at: at('10:30'), by: SECTION_HEAD, line: '説明枠を入れました' }, ...windows.history];
    return { status: 201, body: view };
  }
  if (method === 'PATCH') {
    const { version, ...said } = WindowChangeInputSchema.parse(body);
    const before = windows.items.find(({ windowId }) => windowId === rest);
    const view = WindowViewSchema.parse({ ...before, ...said, version: version + 1 });
    windows.items = windows.items.map((item) => (item === before ? view : item));
    return { body: view };
  }
  windows.items = windows.items.filter(({ windowId }) => windowId !== rest);
  return { body: {} };
}

/** 在席の1行 and 決裁・説明枠 as the service answers them. */
export function ofPanel(world: PanelWorld, asked: Asked): Answer | null {
  const { pathname } = asked.url;
  if (!pathname.startsWith('/api/v1/schedules/')) return null;
  const [part, ...ids] = pathname.replace('/api/v1/schedules/', '').split('/');
  const [rest = ''] = ids;
  if (part === 'explanations') return ofExplanations(world, ids, asked);
  if (part === 'windows') return ofWindows(world, rest, asked);
  if (part !== 'whereabouts') return null;
  return { body: WhereaboutsLinesSchema.parse({ at: at('10:30'), items: world.lines, teams: null }) };
}
