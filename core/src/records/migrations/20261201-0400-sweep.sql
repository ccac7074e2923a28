-- What the nightly look through the store of files found. Files are shared by all municipalities, and so is this:
-- hashes and counts only, never seen by the service's role.
create table kaigi_jobs.sweep (
  id bigint generated always as identity primary key,
  began_at timestamptz not null,
  ended_at timestamptz not null default clock_timestamp(),
  blobs bigint not null,
  bytes bigint not null,
  -- Files that no row names and that are older than a day; those of them that went this time.
  orphans bigint not null,
  removed bigint not null,
  -- Rows whose file is not there.
  missing bigint not null,
  -- Files that were left half written.
  left_behind bigint not null
);

create table kaigi_jobs.sweep_orphan (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  first_seen timestamptz not null default clock_timestamp()
);
