import pg from 'pg';

interface BareClients {
  readonly clients: readonly pg.PoolClient[];
  close(): Promise<void>;
}

/**
 * Connections for a side that knows nothing of the product. Whoever waits for an answer hears that one is broken; told to
 * nobody (the database is dropped while a connection takes its leave) it must not bring the measurement down.
 */
export async function bareClients(connectionString: string, many: number): Promise<BareClients> {
  const pool = new pg.Pool({ connectionString, max: many });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const clients = await Promise.all(Array.from({ length: many }, () => pool.connect()));
  return {
    clients,
    async close() {
      for (const client of clients) client.release();
      await pool.end();
    },
  };
}
