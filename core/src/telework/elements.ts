import type { Element } from '../shared/card-elements.ts';

export * from '../shared/card-elements.ts';

/** A button: only ids and a version go with it. */
export const execute = (verb: string, title: string, data: Element, more: Element = {}): Element => ({
  ...{ type: 'Action.Execute', verb: `telework/${verb}`, title, data },
  ...more,
});
