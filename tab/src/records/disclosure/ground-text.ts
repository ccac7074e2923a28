import type { DisclosureView } from '@kaigi/core/contract';

type Ground = DisclosureView['scheme']['grounds'][number];

/** A ground in one line: its article once, though the sentence of the regulations may end with it too, in English after a comma. */
export const groundText = ({ article, sentence }: Pick<Ground, 'article' | 'sentence'>): string =>
  `${article} ${[`（${article}）`, ` (${article})`, ` (${article.replace(' ', ', ')})`].reduce((left, ending) => left.replace(ending, ''), sentence)}`;
