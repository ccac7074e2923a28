import type { Cities } from './city/cities.ts';
import type { Settings } from './settings.ts';
import type { KeyRing } from './sign-in/key-ring.ts';

/** What every part of the sandbox may look at. */
export interface World {
  readonly settings: Settings;
  /** Known once it listens. */
  origin(): string;
  readonly cities: Cities;
  readonly entraKeys: KeyRing;
  readonly channelKeys: KeyRing;
}
