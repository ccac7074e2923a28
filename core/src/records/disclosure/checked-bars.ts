import type { Json } from '../../shared/index.ts';
import { checkBars, differing } from './bars.ts';
import { articleOf, type OpenRequest } from './open.ts';
import { copiesOf } from './store.ts';

/** What the history of the decision says of grounds that stand on no bar. @throws conflict as `checkBars` */
export async function checkedBars(
  { at, request, items }: OpenRequest,
  isSeen: boolean,
): Promise<Readonly<Record<string, Json>>> {
  const ids = items.map(({ id }) => id);
  const barsOf = new Map((await copiesOf(at.tx, ids)).map(({ itemId, bars }) => [itemId, bars]));
  const withBars = items.map((item) => ({ ...item, bars: barsOf.get(item.id) ?? null }));
  checkBars({ items: withBars, isSeen, articleOf: (ground) => articleOf(request.scheme, ground) });
  const unbarred = withBars.flatMap((item) => {
    const grounds = differing(item, item.bars ?? item.grounds).unbarred;
    return grounds.length === 0 ? [] : [{ itemId: item.id, grounds: [...grounds] }];
  });
  return unbarred.length === 0 ? {} : { unbarred };
}
