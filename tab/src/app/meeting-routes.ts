/** Whose meetings: mine, those of my section, or everything I may see. */
export const MEETING_BOXES = ['MINE', 'UNIT', 'ALL'] as const;
export type MeetingBox = (typeof MEETING_BOXES)[number];

/** Pages of one meeting besides its facts and its transcript. */
const ABOUT_ONE = ['minutes', 'course', 'confirm', 'publication', 'history'] as const;

/** 会議録: the list, a new meeting, or one meeting with its transcript and its minutes. */
export type MeetingRoute =
  | { readonly page: 'meetings'; readonly part: 'list'; readonly box: MeetingBox }
  | { readonly page: 'meetings'; readonly part: 'new' }
  | { readonly page: 'meetings'; readonly part: 'templates' }
  | { readonly page: 'meetings'; readonly part: 'backlog' }
  | { readonly page: 'meetings'; readonly part: (typeof ABOUT_ONE)[number] | 'facts'; readonly id: string }
  /** `line` is where one comes from: a sentence of the minutes leads to what it rests on. */
  | { readonly page: 'meetings'; readonly part: 'transcript'; readonly id: string; readonly line: string | null };

const boxOf = (word: string | null): MeetingBox =>
  MEETING_BOXES.find((box) => box.toLowerCase() === word) ?? MEETING_BOXES[0];

/** Reads what stands after `#/meetings/`; null for what is no page. */
export function meetingRoute(
  [id = '', part = '', ...more]: readonly string[],
  query: URLSearchParams,
): MeetingRoute | null {
  if (more.length > 0) return null;
  if (id === '') return part === '' ? { page: 'meetings', part: 'list', box: boxOf(query.get('box')) } : null;
  if (part === '' && id === 'new') return { page: 'meetings', part: 'new' };
  if (part === '' && (id === 'templates' || id === 'backlog')) return { page: 'meetings', part: id };
  if (part === '') return { page: 'meetings', part: 'facts', id };
  if (part === 'transcript') return { page: 'meetings', part, id, line: query.get('line') };
  const known = ABOUT_ONE.find((one) => one === part);
  return known ? { page: 'meetings', part: known, id } : null;
}

export function meetingHash(route: MeetingRoute): string {
  if (route.part === 'list') return route.box === 'MINE' ? '#/meetings' : `#/meetings?box=${route.box.toLowerCase()}`;
  if (route.part === 'new') return '#/meetings/new';
  if (route.part === 'templates' || route.part === 'backlog') return `#/meetings/${route.part}`;
  const one = `#/meetings/${encodeURIComponent(route.id)}`;
  if (route.part === 'facts') return one;
  if (route.part === 'transcript' && route.line !== null)
    return `${one}/transcript?${new URLSearchParams({ line: route.line })}`;
  return `${one}/${route.part}`;
}
