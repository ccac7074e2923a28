/** The `Idempotency-Key` of one thing a person wants done. */
export interface ActionKey {
  readonly wish: string;
  readonly key: string;
}

/**
 * The key of this wish: the same one as long as the very same thing is asked again (a retry after a dropped
 * connection, a second press), a new one for anything else. So nothing is ever done twice.
 */
export function actionKeyFor(previous: ActionKey | null, wish: unknown, newKey: () => string): ActionKey {
  const text = JSON.stringify(wish);
  return previous?.wish === text ? previous : { wish: text, key: newKey() };
}
