-- Which process each worker (a pool of graphile-worker) belongs to. A process lives as long as it holds its advisory lock, so the
-- jobs of a killed one go back into the queue at once. No municipality's data, and no grant: the owner's alone.
create table kaigi.job_worker (
  worker_id text primary key,
  process_key int not null,
  since timestamptz not null default now()
);
