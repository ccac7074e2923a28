import type { DisclosureView } from '@kaigi/core/contract';

type Ground = DisclosureView['scheme']['grounds'][number];

/** A ground in one line: its article once, though the sentence of the regulations may end with it too, in English after a comma. */
export const groundText = ({ article, sentence }: Pick<Ground, 'article' | 'sentence'>): string =>
  `${article} ${[`（${article}）`, ` (${article})`, ` (${article.replace(' ', ', ')})`].reduce((left, ending) => left.replace(ending, ''), sentence)}`;

/** 第7条第2号 of みなと市情報公開条例 第7条第2号, as it stands on a bar. */
export const shortArticle = (grounds: readonly Ground[], ground: string): string => {
  const article = grounds.find(({ id }) => id === ground)?.article ?? ground;
  return article.split(' ').at(-1) ?? article;
};
