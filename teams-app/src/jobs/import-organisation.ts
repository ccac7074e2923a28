import { KaigiError } from '@kaigi/core/shared';
import type { GraphClient } from '../graph/graph-client.ts';
import { readPeople } from '../graph/people.ts';
import type { PeopleDirectory } from '../suite-door.ts';
import { loadPostsCsv } from './load-posts-csv.ts';

export interface ImportParts {
  readonly directory: Pick<PeopleDirectory, 'importPeople' | 'importPosts'>;
  readonly graphOf: (municipalityId: string) => GraphClient;
  /** Path or address of the list of posts; null: people only. */
  readonly orgCsv: string | null;
}

export interface Imported {
  readonly people: number;
  readonly posts: number;
  /** Sign-in names that the list of posts names and Entra does not know. */
  readonly unknown: readonly string[];
}

/** Everybody from Entra, then the posts from the list: twice the same changes nothing. */
export async function importOrganisation(parts: ImportParts, municipalityId: string): Promise<Imported> {
  const people = await readPeople(parts.graphOf(municipalityId));
  // A missing permission can look like an empty tenant; that must not disable everybody.
  if (people.length === 0) throw new KaigiError('unavailable', 'people.nobody_found');
  // Both are at hand before anything is changed.
  const csv = parts.orgCsv === null ? null : await loadPostsCsv(parts.orgCsv, municipalityId);
  await parts.directory.importPeople(municipalityId, people);
  if (csv === null) return { people: people.length, posts: 0, unknown: [] };
  const { posts, unknown } = await parts.directory.importPosts(municipalityId, csv);
  return { people: people.length, posts, unknown };
}
