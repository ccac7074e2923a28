import type { Page } from 'playwright-core';
import { type FindBarriers, LOOKS, look, overflow } from './barriers.ts';
import { shoot } from './browser.ts';

interface LookingOver {
  /** Looks at what is shown now in every colour and width, and takes a picture of each. */
  lookOver(part: string): Promise<void>;
  /** What was found so far, by part and look; a page without barriers that fits has none. */
  readonly troubles: Readonly<Record<string, readonly string[]>>;
}

/** For a page that is looked over part by part, each dialog after the other. */
export function lookingOver(page: Page, name: string, seriousTroubles: FindBarriers): LookingOver {
  const troubles: Record<string, readonly string[]> = {};
  return {
    troubles,
    async lookOver(part) {
      for (const [colours, width] of LOOKS) {
        await look(page, colours, width);
        await shoot(page, `${name}-${part}-${colours}-${width}`);
        const found = [...(await seriousTroubles(page)), ...((await overflow(page)) > 0 ? ['wider'] : [])];
        if (found.length > 0) troubles[`${part} ${colours} ${width}`] = found;
      }
    },
  };
}
