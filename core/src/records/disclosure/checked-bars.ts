import { articleOnBar, type Json } from '../../shared/index.ts';
import { checkBars } from './bars.ts';
import type { OpenRequest } from './open.ts';
import { copiesOf } from './store.ts';

/** What the history of the decision says of grounds that stand on no bar. @throws conflict as `checkBars` */
export async function checkedBars(
  { at, request, items }: OpenRequest,
  isSeen: boolean,
): Promise<Readonly<Record<string, Json>>> {
  const ids = items.map(({ id }) => id);
  const barsOf = new Map((await copiesOf(at.tx, ids)).map(({ itemId, bars }) => [itemId, bars]));
  const withBars = items.map((item) => ({ ...item, bars: barsOf.get(item.id) ?? null }));
  const found = checkBars({
    items: withBars,
    isSeen,
    articleOf: (ground) => articleOnBar(request.scheme.grounds, ground),
  });
  const unbarred = found.flatMap(({ unbarred: grounds }, nth) =>
    grounds.length === 0 ? [] : [{ itemId: ids[nth] ?? '', grounds: [...grounds] }],
  );
  return unbarred.length === 0 ? {} : { unbarred };
}
