import type { Sent } from './saving.ts';

/** What was edited and not answered yet. */
export interface StoredEdits<Edit> {
  readonly edits: readonly Edit[];
  readonly sent: Sent | null;
}

const isEdit = (value: unknown): boolean => typeof value === 'object' && value !== null && 'op' in value;

/** Edits of an earlier visit: whoever closes the page loses none. Whose they are stands in the name. */
export function storedEdits<Edit>(name: string): StoredEdits<Edit> {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as StoredEdits<Edit> | null;
    const edits = Array.isArray(kept?.edits) ? kept.edits.filter(isEdit) : [];
    const sent = kept?.sent && typeof kept.sent.key === 'string' && kept.sent.count <= edits.length ? kept.sent : null;
    return { edits, sent };
  } catch {
    return { edits: [], sent: null };
  }
}

export function storeEdits<Edit>(name: string, { edits, sent }: StoredEdits<Edit>): void {
  try {
    if (edits.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ edits, sent }));
  } catch {
    // A browser that keeps nothing still sends them as long as the page is open.
  }
}
