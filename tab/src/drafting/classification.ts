import type { Classification } from '@kaigi/core/contract';

/** The class to begin with: the one the matter names, else the one that fits the title. */
export function suggestedCode(items: readonly Classification[], ofMatter: string | null): string {
  const named = items.find(({ code }) => code === ofMatter);
  return (named ?? items.find(({ suggested }) => suggested))?.code ?? '';
}
