import type { Locale } from '../../shared/index.ts';
import type { GlossaryItem, GlossaryView } from './contract.ts';
import type { NamedBody } from './csv.ts';
import type { KeptTerm } from './keeping.ts';
import { type Keeping, mayKeep } from './policy.ts';

/** The 会議体 of today, and whose terms this person may keep. */
export interface Shelf {
  readonly bodies: readonly NamedBody[];
  readonly keeping: Keeping;
  readonly locale: Locale;
}

export const presentTerm = ({ bodies, keeping }: Shelf, term: KeptTerm): GlossaryItem => {
  const { termId: id, version, bodyId, written, reading, kind, heard, changedAt, changedBy: by } = term;
  return {
    ...{ id, version, bodyId, bodyName: bodies.find((body) => body.id === bodyId)?.name ?? bodyId },
    ...{ written, reading, kind, heard: [...heard], at: changedAt.toISOString(), by },
    may: { change: mayKeep(keeping, bodyId) },
  };
};

export const keepingHere = ({ bodies, keeping }: Shelf): GlossaryView['may'] => ({
  cityWide: keeping.cityWide,
  bodies: bodies.filter(({ id }) => mayKeep(keeping, id)).map(({ id, name }) => ({ id, name })),
});
