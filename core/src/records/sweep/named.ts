import type { PoolClient } from '../../platform/index.ts';

/** Long texts without a hash in them; everything else in the database may name a file. */
const WITHOUT_HASHES = /^(?:records_(?:search|word|words|text)|minutes_utterance|ledger_(?:leaf|tile|node|pending))/;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Every table of ours, the ones with the most files first. */
async function tablesOf(client: PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'kaigi'::regnamespace and c.relkind = 'r'
     order by c.relname = 'records_file_version' desc, c.relname`,
  );
  return rows.map(({ name }) => name).filter((name) => !WITHOUT_HASHES.test(name));
}

/**
 * Takes out of `listed` whatever any row of any table names, in whichever column: a capability that begins to count on
 * files need tell nobody. Looked at table by table, as the owner, for all municipalities.
 */
export async function takeOutNamed(client: PoolClient): Promise<void> {
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ some: boolean }>('select exists(select from unnamed) as some');
    if (!rows[0]?.some) return;
    await client.query(
      `delete from unnamed u using (select distinct found.hash[1] as sha256 from kaigi.${quoted(table)} t,
         regexp_matches(t::text, '(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])', 'g') as found(hash)) named
       where u.sha256 = named.sha256`,
    );
  }
}
