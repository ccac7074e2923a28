import type { World } from '../world.ts';
import { Library } from './library.ts';
import { Uploads } from './uploads.ts';

/** One library 「公文書」 in each tenant. */
export class Libraries {
  readonly uploads: Uploads;
  readonly #byTenant = new Map<string, Library>();
  readonly #now: () => number;

  constructor({ settings }: World) {
    this.#now = settings.now;
    this.uploads = new Uploads(settings.now);
  }

  of(tenantId: string): Library {
    const library = this.#byTenant.get(tenantId) ?? new Library(driveIdOf(tenantId), this.#now);
    this.#byTenant.set(tenantId, library);
    return library;
  }
}

export const driveIdOf = (tenantId: string): string => `b!kaigi-${tenantId.slice(0, 8)}`;
export const siteIdOf = (tenantId: string): string => `sharepoint.example,${tenantId},${tenantId}`;
