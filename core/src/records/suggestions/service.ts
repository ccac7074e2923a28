import type { Directory } from '../../directory/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { type Caller, localDateOf, say } from '../../shared/index.ts';
import type { Suggestion, SuggestionInput } from './contract.ts';
import { ownFilings, sectionFilings } from './queries.ts';
import { suggestionsFor } from './rules.ts';
import { reasonCode, suggestionTexts } from './text.ts';

export interface SuggestionParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf'>;
  readonly regulations: Pick<Regulations, 'packOf' | 'ready'>;
}

export interface Suggestions {
  /** The classes that fit a document best, each with the reason why. Nothing is kept. */
  suggest(caller: Caller, input: SuggestionInput): Promise<{ items: Suggestion[] }>;
}

export const createSuggestions = ({ db, clock, directory, regulations }: SuggestionParts): Suggestions => ({
  suggest: (caller, { kind, title, headings }) =>
    db.inMunicipality(caller.municipalityId, async (tx) => {
      const actor = await directory.actorOf(tx, caller);
      const sectionIds = [...new Set(actor.posts.map((post) => post.sectionId))];
      const [own, section] = await Promise.all([
        ownFilings(tx, { staffId: actor.staffId, kind }),
        sectionFilings(tx, { sectionIds, kind }),
        regulations.ready(tx),
      ]);
      const plan = regulations.packOf(caller.municipalityId, localDateOf(clock.now())).classifications;
      const found = suggestionsFor(plan, { title, headings, own, section });
      const items = found.map(({ code, by, words, count }) => ({
        code,
        by,
        reason: say(suggestionTexts, reasonCode(by), caller.locale, { words, count }) ?? '',
      }));
      return { items };
    }),
});
