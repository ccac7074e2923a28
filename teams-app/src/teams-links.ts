import type { Config } from './config/config.ts';

type Place = Pick<Config, 'appId' | 'publicUrl'>;

/** The tab's inbox in a browser, for whoever has no Teams. */
export const pageInboxUrl = ({ publicUrl }: Pick<Place, 'publicUrl'>): string => `${publicUrl}/tab/#/inbox`;

/** The tab's inbox inside Teams; where the app's id is not known, the page itself. */
export function inboxUrl({ appId, publicUrl }: Place): string {
  return appId === null ? pageInboxUrl({ publicUrl }) : `https://teams.microsoft.com/l/entity/${appId}/inbox`;
}

/** One case in the tab inside Teams. */
export function caseUrl(place: Place, caseId: string): string {
  if (place.appId === null) return `${place.publicUrl}/tab/#/cases/${encodeURIComponent(caseId)}`;
  const context = encodeURIComponent(JSON.stringify({ subEntityId: caseId }));
  return `${inboxUrl(place)}?context=${context}`;
}
