import type { Database } from '../../platform/index.ts';
import { badInput, type Caller, type ChatCommand, type ChatMessage } from '../../shared/index.ts';
import { RecordsSearchQuerySchema } from '../search/contract.ts';
import type { RecordsFinder } from '../search/index.ts';
import { foundMessage, nothingMessage, usageMessage } from './found-cards.ts';
import { hiddenInChats } from './hidden.ts';

export interface FindCommandParts extends RecordsFinder {
  readonly db: Database;
  /** Where the tab shows one of its pages; empty where nobody knows. */
  readonly pageUrl: (page: string) => string;
}

/** @throws bad-input `text.too_long`, `text.unreadable`, `text.missing` */
function wordsTyped(typed: string): string {
  const read = RecordsSearchQuerySchema.shape.q.safeParse(typed);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw badInput(issue?.message ?? 'text.unreadable', issue?.code === 'custom' ? issue.params : {});
}

async function found(parts: FindCommandParts, caller: Caller, q: string): Promise<ChatMessage> {
  const { db, pageUrl } = parts;
  const search = await parts.searchRecords(caller, { q });
  if (search.items.length === 0) return nothingMessage({ q, search }, caller.locale);
  const ids = search.items.map(({ id }) => id);
  const hidden = await db.inMunicipality(caller.municipalityId, (tx) => hiddenInChats(tx, ids));
  return foundMessage({ q, search, hidden }, { locale: caller.locale, pageUrl });
}

/** 「文書 ○○」: the newest documents with these words, as far as the caller may see them. */
export const findCommand = (parts: FindCommandParts): ChatCommand => ({
  words: [
    ...['文書', '検索', '文書検索', '文書の検索', '文書を検索', '文書を探す', '文書をさがす'],
    ...['find', 'search', 'documents'],
  ],
  givesWay: true,
  help: {
    ja: '「文書 ○○」：本文・件名・番号・添付などに○○を含む文書を探します。「検索 ○○」「○○を検索」でも同じです。',
    en: '“find …” or “documents …”: the documents with these words in text, title, number or attachments.',
  },
  handle: async (caller, argument) =>
    argument === ''
      ? [usageMessage({ locale: caller.locale, pageUrl: parts.pageUrl })]
      : [await found(parts, caller, wordsTyped(argument))],
});
