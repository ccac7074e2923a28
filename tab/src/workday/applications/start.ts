import type { ApplicationDayView, ApplicationView } from '@kaigi/core/contract';

/** Where a form begins: blank, with what was sent back, or with one day in whose place another is asked for. */
export type Start =
  | { readonly how: 'new' }
  | { readonly how: 'correct'; readonly view: ApplicationView }
  | { readonly how: 'change'; readonly view: ApplicationView; readonly day: ApplicationDayView };

export interface StartProps {
  readonly start: Start;
}

export const BLANK: Start = { how: 'new' };
