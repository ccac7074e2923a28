import { sha256Hex, type Tx } from '../../platform/index.ts';
import { conflict, type LocalDate } from '../../shared/index.ts';
import type { PostLine } from '../csv.ts';
import type { Span } from '../effective-dates.ts';

/** Equal for two files that say the same, however they are written. */
export function contentHash(lines: readonly PostLine[]): string {
  return sha256Hex(new TextEncoder().encode(JSON.stringify(lines.map(({ line: _, ...said }) => said))));
}

/** The last day on which somebody on the list begins. */
export function newestStart(lines: readonly PostLine[]): LocalDate {
  return (
    lines
      .map(({ from }) => from)
      .toSorted()
      .at(-1) ?? EARLIEST
  );
}

const EARLIEST = '0001-01-01' as LocalDate;

interface Switch {
  readonly day: LocalDate;
  readonly contentHash: string;
  readonly newestStart: LocalDate;
}

/** Organisations that were activated for a day, earliest first. */
async function switches(tx: Tx): Promise<Switch[]> {
  return tx.query<Switch>(
    `select effective_on as day, content_hash as "contentHash", newest_start as "newestStart"
     from kaigi.directory_rehearsal
     where municipality_id = $1 and state = 'ACTIVATED' order by effective_on`,
    [tx.municipalityId],
  );
}

/**
 * Of which days an ordinary list has a say: from the last reorganisation on, which has settled what was before, until the
 * next one, if that is activated already. Remembers that the list has been taken.
 * @throws conflict `directory.list_too_early`: it is the list of the next one itself; `directory.list_outdated`: it is
 *   from before the last one and would undo it
 */
export async function spanOfSay(tx: Tx, lines: readonly PostLine[], today: LocalDate): Promise<Span> {
  const hash = contentHash(lines);
  const all = await switches(tx);
  const next = all.find(({ day }) => day > today);
  if (next?.contentHash === hash) throw conflict('directory.list_too_early', { day: next.day });
  const last = all.findLast(({ day }) => day <= today);
  if (last && last.contentHash !== hash) {
    const takenBefore = (await firstTaken(tx, hash, today)) < last.day;
    // Transfers of the day stand in every list that was made since.
    const knowsNobodyNew = last.newestStart >= last.day && newestStart(lines) < last.day;
    if (takenBefore || knowsNobodyNew) throw conflict('directory.list_outdated', { day: last.day });
  }
  await tx.query(
    `insert into kaigi.directory_list (municipality_id, content_hash, first_taken_on) values ($1, $2, $3)
     on conflict do nothing`,
    [tx.municipalityId, hash, today],
  );
  return { from: last?.day ?? null, to: next?.day ?? null };
}

/** The first activated organisation of a later day than this one. */
export async function activatedAfter(tx: Tx, day: LocalDate): Promise<LocalDate | null> {
  return (await switches(tx)).find((one) => one.day > day)?.day ?? null;
}

async function firstTaken(tx: Tx, hash: string, today: LocalDate): Promise<LocalDate> {
  const [row] = await tx.query<{ day: LocalDate }>(
    'select first_taken_on as day from kaigi.directory_list where municipality_id = $1 and content_hash = $2',
    [tx.municipalityId, hash],
  );
  return row?.day ?? today;
}
