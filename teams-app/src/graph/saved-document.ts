import { badInput, KaigiError, notFound } from '@kaigi/core/shared';
import type { PersonTokens } from '../sign-in/person-tokens.ts';
import type { Transport } from '../transport/transport.ts';

/** A document as it is saved in SharePoint or OneDrive, for when Word itself does not give it. */
export interface SavedDocuments {
  /** @throws bad-input `graph.not_a_saved_document`; not-found `graph.document_not_found`; unavailable */
  read(asked: { readonly municipalityId: string; readonly token: string; readonly url: string }): Promise<Buffer>;
}

const GRAPH = 'https://graph.microsoft.com/v1.0';
const DEADLINE_MS = 60_000;
const MOST_BYTES = 50 * 1024 * 1024;

/** How Graph names a thing by its address: only Graph goes there, in the person's name. */
export function shareIdOf(url: string): string {
  return `u!${Buffer.from(url).toString('base64url')}`;
}

/** Permission: Files.ReadWrite (delegated) */
export function createSavedDocuments(parts: {
  readonly transport: Transport;
  readonly tokens: PersonTokens;
}): SavedDocuments {
  const { transport, tokens } = parts;
  return {
    async read({ municipalityId, token, url }) {
      if (URL.parse(url)?.protocol !== 'https:') throw badInput('graph.not_a_saved_document');
      const theirs = await tokens.forGraph(municipalityId, { token, scope: 'Files.ReadWrite' });
      const response = await transport.fetch(`${GRAPH}/shares/${shareIdOf(url)}/driveItem/content`, {
        headers: { authorization: `Bearer ${theirs}` },
        deadlineMs: DEADLINE_MS,
      });
      // What one may not see and what is not there are the same to whoever asks.
      if ([400, 401, 403, 404].includes(response.status)) throw notFound('graph.document_not_found');
      if (!response.ok) throw new KaigiError('unavailable', 'graph.busy');
      if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) throw badInput('records.too_large');
      const bytes = Buffer.from(await response.arrayBuffer());
      if (bytes.length > MOST_BYTES) throw badInput('records.too_large');
      return bytes;
    },
  };
}
