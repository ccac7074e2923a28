interface Ground {
  readonly id: string;
  readonly article: string;
}

/** 第7条第2号 of みなと市情報公開条例 第7条第2号, as it stands on a black bar: without the name of the law. */
export function articleOnBar(grounds: readonly Ground[], ground: string): string {
  const article = grounds.find(({ id }) => id === ground)?.article ?? ground;
  return article.split(' ').at(-1) ?? article;
}
