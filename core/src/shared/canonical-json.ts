export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type JsonObject = Readonly<Record<string, Json>>;

/** As it is once it was written and read again: instants are texts, what is undefined is gone. */
export const asJson = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

/**
 * JSON in the one form of RFC 8785 (JCS): keys sorted by UTF-16 code units, no white space.
 * What is signed and hashed must read the same wherever it is written again.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  const record = value as { readonly [key: string]: Json };
  let text = '';
  for (const key of Object.keys(record).sort())
    text += `${text === '' ? '{' : ','}${JSON.stringify(key)}:${canonicalJson(record[key] ?? null)}`;
  return text === '' ? '{}' : `${text}}`;
}
