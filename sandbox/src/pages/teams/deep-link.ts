/** Where a link in a card or a message leads. */
export type LinkTarget =
  | { readonly kind: 'tab'; readonly entityId: string; readonly subPageId: string | null }
  | { readonly kind: 'chat' }
  | { readonly kind: 'otherApp' }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'refused' };

const teamsHosts = new Set(['teams.microsoft.com', 'teams.cloud.microsoft']);
const allowedProtocols = new Set(['https:', 'http:', 'mailto:']);

export function linkTarget(link: string, appId: string): LinkTarget {
  const url = URL.parse(link);
  if (url === null || !allowedProtocols.has(url.protocol)) return { kind: 'refused' };
  if (!teamsHosts.has(url.hostname)) return { kind: 'external', url: url.href };
  const [, area, what, app, entity] = url.pathname.split('/').map(decode);
  if (area !== 'l') return { kind: 'external', url: url.href };
  if (what === 'chat') return { kind: 'chat' };
  if (what !== 'entity') return { kind: 'otherApp' };
  if (app?.toLowerCase() !== appId.toLowerCase()) return { kind: 'otherApp' };
  return { kind: 'tab', entityId: entity ?? '', subPageId: subPage(url.searchParams.get('context')) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Old links say `subEntityId`, newer ones `subPageId`; Teams takes both. */
function subPage(context: string | null): string | null {
  if (context === null) return null;
  try {
    const parsed: unknown = JSON.parse(context);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { subEntityId, subPageId } = parsed as Record<string, unknown>;
    const id = subPageId ?? subEntityId;
    return typeof id === 'string' && id !== '' ? id : null;
  } catch {
    return null;
  }
}
