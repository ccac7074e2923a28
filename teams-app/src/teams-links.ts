import type { Config } from './config/config.ts';

type Place = Pick<Config, 'appId' | 'publicUrl'>;

/** The tab's inbox in a browser, for whoever has no Teams. */
export const pageInboxUrl = ({ publicUrl }: Pick<Place, 'publicUrl'>): string => `${publicUrl}/tab/#/inbox`;

/** The tab's inbox inside Teams; where the app's id is not known, the page itself. */
export function inboxUrl({ appId, publicUrl }: Place): string {
  return appId === null ? pageInboxUrl({ publicUrl }) : `https://teams.microsoft.com/l/entity/${appId}/inbox`;
}

/** A part of the tab inside Teams, which the tab finds by what the link carries; or the page itself. */
function deepLink(place: Place, { subEntityId, hash }: { subEntityId: string; hash: string }): string {
  if (place.appId === null) return `${place.publicUrl}/tab/${hash}`;
  return `${inboxUrl(place)}?context=${encodeURIComponent(JSON.stringify({ subEntityId }))}`;
}

/** One case in the tab. */
export const caseUrl = (place: Place, caseId: string): string =>
  deepLink(place, { subEntityId: caseId, hash: `#/cases/${encodeURIComponent(caseId)}` });

/** A 作成指示 in the tab, and the drafting page that begins from it. */
export const instructionUrls = (place: Place) => ({
  read: (id: string) => deepLink(place, { subEntityId: `instructions/${id}`, hash: `#/instructions/${id}` }),
  draft: (id: string) => deepLink(place, { subEntityId: `drafting/${id}`, hash: `#/drafting?instruction=${id}` }),
});

/** A page of the tab by its own address: `workday/sheet`. */
export const pageUrl = (place: Place, page: string): string =>
  deepLink(place, { subEntityId: page, hash: `#/${page}` });
