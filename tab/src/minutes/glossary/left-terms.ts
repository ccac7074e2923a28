/** Words that somebody did not want in the glossary, by the name under which this browser keeps them. */
export function leftTerms(name: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set();
  }
}

export function storeLeft(name: string, left: ReadonlySet<string>): void {
  try {
    localStorage.setItem(name, JSON.stringify([...left]));
  } catch {
    // A browser that keeps nothing asks again when the page is opened anew.
  }
}
