import { newId, systemClock } from '../../platform/index.ts';
import { serveThread } from '../../platform/thread-work.ts';
import { suggestionsIn } from '../lines/line-suggestions.ts';
import { presentPublication } from '../publication/present.ts';
import { draftedSentences } from '../sentences/drafted.ts';
import type { Work } from './reckoner.ts';

serveThread(async (work: Work): Promise<unknown> => {
  switch (work.kind) {
    case 'DRAFT':
      return draftedSentences({ ...work.drafting, idOf: () => newId(systemClock) });
    case 'SUGGEST':
      return suggestionsIn(work.toRead);
    case 'PUBLICATION':
      return presentPublication(work.publication, work.locale);
  }
});
