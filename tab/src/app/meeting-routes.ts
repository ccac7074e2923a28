/** Whose meetings: mine, those of my section, or everything I may see. */
export const MEETING_BOXES = ['MINE', 'UNIT', 'ALL'] as const;
export type MeetingBox = (typeof MEETING_BOXES)[number];

/** Pages of one meeting besides its facts and its transcript. */
const ABOUT_ONE = ['minutes', 'course', 'confirm', 'publication', 'history'] as const;

/** What is sought in minutes; what is not asked for is left out. */
export interface SearchWish {
  readonly q: string;
  readonly speaker?: string;
  readonly agenda?: string;
  readonly body?: string;
  readonly from?: string;
  readonly to?: string;
}

/** 会議録: the list, a new meeting, or one meeting with its transcript and its minutes. */
export type MeetingRoute =
  | { readonly page: 'meetings'; readonly part: 'list'; readonly box: MeetingBox }
  | { readonly page: 'meetings'; readonly part: 'new' }
  /** A chat of Teams as minutes; null where it is not known yet which. */
  | { readonly page: 'meetings'; readonly part: 'chat'; readonly chat: string | null }
  | { readonly page: 'meetings'; readonly part: 'templates' }
  | { readonly page: 'meetings'; readonly part: 'backlog' }
  | { readonly page: 'meetings'; readonly part: 'kept' }
  | { readonly page: 'meetings'; readonly part: 'glossary' }
  | { readonly page: 'meetings'; readonly part: 'search'; readonly wish: SearchWish }
  | {
      readonly page: 'meetings';
      readonly part: (typeof ABOUT_ONE)[number] | 'facts';
      readonly id: string;
      /** Of `minutes`: the one that was found. */
      readonly sentence?: string;
    }
  /** `line` is where one comes from: a sentence of the minutes leads to what it rests on; with `play` it is heard. */
  | {
      readonly page: 'meetings';
      readonly part: 'transcript';
      readonly id: string;
      readonly line: string | null;
      readonly play?: true;
    };

const boxOf = (word: string | null): MeetingBox =>
  MEETING_BOXES.find((box) => box.toLowerCase() === word) ?? MEETING_BOXES[0];

const SOUGHT = ['speaker', 'agenda', 'body', 'from', 'to'] as const;

function wishIn(query: URLSearchParams): SearchWish {
  const said = SOUGHT.map((name) => [name, query.get(name) ?? ''] as const).filter(([, value]) => value !== '');
  return { q: query.get('q') ?? '', ...Object.fromEntries(said) };
}

/** Reads what stands after `#/meetings/`; null for what is no page. */
export function meetingRoute(
  [id = '', part = '', ...more]: readonly string[],
  query: URLSearchParams,
): MeetingRoute | null {
  if (more.length > 0) return null;
  if (id === '') return part === '' ? { page: 'meetings', part: 'list', box: boxOf(query.get('box')) } : null;
  if (part === '' && id === 'new') return { page: 'meetings', part: 'new' };
  if (part === '' && id === 'chat') return { page: 'meetings', part: id, chat: query.get('chat') };
  if (part === '' && (id === 'templates' || id === 'glossary' || id === 'backlog' || id === 'kept'))
    return { page: 'meetings', part: id };
  if (part === '' && id === 'search') return { page: 'meetings', part: id, wish: wishIn(query) };
  if (part === '') return { page: 'meetings', part: 'facts', id };
  if (part === 'transcript')
    return { page: 'meetings', part, id, line: query.get('line'), ...(query.has('play') ? { play: true } : {}) };
  const known = ABOUT_ONE.find((one) => one === part);
  const sentence = query.get('sentence');
  return known ? { page: 'meetings', part: known, id, ...(sentence ? { sentence } : {}) } : null;
}

export function meetingHash(route: MeetingRoute): string {
  if (route.part === 'list') return route.box === 'MINE' ? '#/meetings' : `#/meetings?box=${route.box.toLowerCase()}`;
  if (route.part === 'new') return '#/meetings/new';
  if (route.part === 'chat')
    return route.chat === null ? '#/meetings/chat' : `#/meetings/chat?${new URLSearchParams({ chat: route.chat })}`;
  if (route.part === 'templates' || route.part === 'glossary' || route.part === 'backlog' || route.part === 'kept')
    return `#/meetings/${route.part}`;
  if (route.part === 'search') return `#/meetings/search?${new URLSearchParams({ ...route.wish })}`;
  const one = `#/meetings/${encodeURIComponent(route.id)}`;
  if (route.part === 'facts') return one;
  if (route.part === 'transcript' && route.line !== null)
    return `${one}/transcript?${new URLSearchParams({ line: route.line, ...(route.play ? { play: '' } : {}) })}`;
  const sentence =
    route.part !== 'transcript' && route.sentence ? `?${new URLSearchParams({ sentence: route.sentence })}` : '';
  return `${one}/${route.part}${sentence}`;
}
