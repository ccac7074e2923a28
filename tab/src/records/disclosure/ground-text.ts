import type { DisclosureView } from '@kaigi/core/contract';

type Ground = DisclosureView['scheme']['grounds'][number];

/** A ground in one line: its article once, though the sentence of the regulations may end with it too. */
export const groundText = ({ article, sentence }: Pick<Ground, 'article' | 'sentence'>): string =>
  `${article} ${sentence.replace(`（${article}）`, '').replace(` (${article})`, '')}`;
