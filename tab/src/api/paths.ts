export type Query = Readonly<Record<string, string | number | null | undefined>>;

/** `?…` of what is there; nothing for what is not. */
export function queryOf(query: Query): string {
  const said = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}

/** A path of the service's API with its query. */
export const pathOf = (path: string, query: Query = {}): string => `/api/v1${path}${queryOf(query)}`;
