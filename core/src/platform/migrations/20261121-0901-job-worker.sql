-- Which processes work on the job queue, and under which names (pools of graphile-worker). A process lives as long as it
-- holds its advisory lock; the jobs of a killed one go back into the queue within seconds. It holds no municipality's
-- data, so it stands outside the schema of the municipalities' tables, and the service's role has no way to it.
create schema kaigi_jobs;
create table kaigi_jobs.worker (
  worker_id text primary key,
  process_key int not null,
  seen_at timestamptz not null default now()
);
