/** A posted form; an empty field counts as absent. */
export interface Form {
  get(name: string): string | undefined;
}

export function formOf(body: unknown): Form {
  const fields = body instanceof URLSearchParams ? body : new URLSearchParams();
  return { get: (name) => fields.get(name) || undefined };
}
