/** The 発言 that a drafted sentence rests on, in their order: never none. */
export type SourceIds = readonly [string, ...string[]];

export interface Sourced {
  readonly sourceIds: SourceIds;
}

export function sourcesOf(first: Sourced, ...rest: readonly Sourced[]): SourceIds {
  const [one, ...more] = first.sourceIds;
  const others = new Set([...more, ...rest.flatMap(({ sourceIds }) => sourceIds)]);
  others.delete(one);
  return [one, ...others];
}
