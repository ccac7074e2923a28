import type { Element } from '../../shared/card-elements.ts';

/** What a card needs to lead into the tab. */
export interface ToTab {
  readonly pageUrl?: ((page: string) => string) | undefined;
}

/** A button that opens a page of the tab; none where nobody knows where the tab is. */
export const openPage = ({ pageUrl }: ToTab, page: string, title: string): Element[] =>
  pageUrl ? [{ type: 'Action.OpenUrl', title, url: pageUrl(page) }] : [];
