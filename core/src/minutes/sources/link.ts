import type { TeamsMeetings } from './source.ts';

/** Whose meeting, by the address at which people join it. */
export interface LinkOf {
  readonly municipalityId: string;
  readonly organizerOid: string;
  readonly joinUrl: string;
}

const CHAT = /^19:\S+@\S+$/u;

/** The chat that the address itself names: `/l/meetup-join/19%3ameeting_…%40thread.v2/0`; the short ones name none. */
export function chatInLink(joinUrl: string): string | null {
  const [, thread = ''] = /\/l\/meetup-join\/([^/?#]+)/u.exec(joinUrl) ?? [];
  try {
    const chat = decodeURIComponent(thread);
    return CHAT.test(chat) && chat.length <= 300 ? chat : null;
  } catch {
    return null;
  }
}

/** The chat of a meeting, by which its transcript will find the minutes; null: nobody knows, and minutes do without. */
export async function chatOfLink(teams: TeamsMeetings | null, link: LinkOf): Promise<string | null> {
  const named = chatInLink(link.joinUrl);
  if (named !== null || !teams?.municipalityIds.includes(link.municipalityId)) return named;
  const asked = await teams.source.meetingOfLink(link);
  return asked.kind === 'OK' ? asked.value.chatKey : null;
}
