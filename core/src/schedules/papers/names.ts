import type { NamesOf } from '../../records/index.ts';

/** Files that meetings' papers count on, in every edition. Asked before bytes of a disposed record are removed. */
export const paperNames: NamesOf = async (owner, sha256s) => {
  const { rows } = await owner.query<{ sha256: string }>(
    `select distinct p.file->>'sha256' as sha256 from kaigi.schedules_paper p where p.file->>'sha256' = any($1::text[])`,
    [sha256s],
  );
  return rows.map(({ sha256 }) => sha256);
};
