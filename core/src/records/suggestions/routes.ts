import { type Route, route } from '../../shared/index.ts';
import { SuggestionInputSchema, SuggestionListSchema } from './contract.ts';
import type { Suggestions } from './service.ts';

export const suggestionRoutes = (suggestions: Suggestions): Route[] => [
  route({
    method: 'POST',
    path: '/records/suggestions',
    summary: {
      ja: '文書の件名と見出しに合う分類を、理由とともに挙げる（何も残さない）',
      en: 'The classes that fit a document, each with the reason; nothing is kept',
    },
    body: SuggestionInputSchema,
    answer: SuggestionListSchema,
    handle: (caller, { body }) => suggestions.suggest(caller, body),
  }),
];
