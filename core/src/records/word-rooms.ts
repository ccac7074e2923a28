import type { Witnessed } from '../ledger/index.ts';
import type { Blobs } from '../platform/index.ts';
import type { UploadedFile } from '../shared/index.ts';
import { copyRoutes } from './copies/routes.ts';
import { type Copies, type CopyParts, createCopies } from './copies/service.ts';
import type { PreparedFile } from './files.ts';
import { placingRoutes } from './placing/routes.ts';
import { createPlacings, type PlacingParts, type Placings } from './placing/service.ts';
import { placingTexts } from './placing/text.ts';
import { suggestionRoutes } from './suggestions/routes.ts';
import { createSuggestions, type SuggestionParts, type Suggestions } from './suggestions/service.ts';
import { suggestionTexts } from './suggestions/text.ts';
import type { TemplateParts } from './templates/parts.ts';
import { templateRoutes } from './templates/routes.ts';
import { createTemplates, type Templates } from './templates/service.ts';
import { templateTexts } from './templates/text.ts';
import { templateWitness } from './templates/witness.ts';

/** What the suite in Word asks of the records beside filing. */
export interface WordRooms {
  readonly suggestions: Suggestions;
  readonly placings: Placings;
  readonly copies: Copies;
  readonly templates: Templates;
}

type WordParts = SuggestionParts & PlacingParts & CopyParts & TemplateParts;

export const createWordRooms = (
  parts: Omit<WordParts, 'read' | 'prepareFile'>,
  records: Pick<CopyParts, 'read'> & { prepareFile(uploaded: UploadedFile | null): Promise<PreparedFile> },
): WordRooms => {
  const given = { ...parts, read: records.read, prepareFile: records.prepareFile };
  return {
    suggestions: createSuggestions(given),
    placings: createPlacings(given),
    copies: createCopies(given),
    templates: createTemplates(given),
  };
};

export const wordRoutes = ({ suggestions, placings, copies, templates }: WordRooms) => [
  ...suggestionRoutes(suggestions),
  ...placingRoutes(placings),
  ...copyRoutes(copies),
  ...templateRoutes(templates),
];

export const wordWitnesses = (blobs: Blobs): Witnessed[] => [templateWitness(blobs)];

export const wordTexts = { ...suggestionTexts, ...placingTexts, ...templateTexts };
