-- What use cases append in their own transaction. The sequencer moves it into the log; nobody else may take it away.
-- No index beside the key: this table is on the path of every act.
create table kaigi.ledger_pending (
  municipality_id uuid not null,
  leaf_id uuid not null,
  kind text not null,
  subject text not null,
  -- An entry bundle of tlog-tiles writes the length of an entry in 16 bits.
  entry bytea not null check (octet_length(entry) between 1 and 65535),
  -- The moment of the append, not of the transaction's begin: acts that waited for each other keep their order.
  appended_at timestamptz not null default clock_timestamp(),
  primary key (municipality_id, leaf_id)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
select kaigi.own_by_municipality('kaigi.ledger_pending', 'select, insert');

create table kaigi.ledger_leaf (
  municipality_id uuid not null,
  leaf_index bigint not null check (leaf_index between 0 and 9007199254740990),
  leaf_id uuid not null,
  kind text not null,
  subject text not null,
  entry bytea not null,
  -- RFC 6962 section 2.1: a leaf is hashed behind a zero byte.
  leaf_hash bytea not null check (leaf_hash = sha256('\x00'::bytea || entry)),
  primary key (municipality_id, leaf_index),
  unique (municipality_id, leaf_id)
);
select kaigi.own_by_municipality('kaigi.ledger_leaf', 'select');
select kaigi.make_append_only('kaigi.ledger_leaf');

-- Full tiles only; a partial tile is made from the leaves, or from the roots of the level below, when it is asked for.
create table kaigi.ledger_tile (
  municipality_id uuid not null,
  level smallint not null check (level between 0 and 63),
  tile_index bigint not null check (tile_index >= 0),
  hashes bytea not null check (octet_length(hashes) = 8192),
  -- The tile as one hash: an entry of the level above.
  root bytea not null check (octet_length(root) = 32),
  primary key (municipality_id, level, tile_index)
);
select kaigi.own_by_municipality('kaigi.ledger_tile', 'select');
select kaigi.make_append_only('kaigi.ledger_tile');

create table kaigi.ledger_checkpoint (
  municipality_id uuid not null,
  tree_size bigint not null check (tree_size > 0),
  root bytea not null check (octet_length(root) = 32),
  -- The perfect subtrees of this tree, large to small: what the next append starts from.
  frontier bytea not null check (octet_length(frontier) % 32 = 0),
  note text not null,
  signed_at timestamptz not null,
  primary key (municipality_id, tree_size)
);
select kaigi.own_by_municipality('kaigi.ledger_checkpoint', 'select');
select kaigi.make_append_only('kaigi.ledger_checkpoint');

-- What waits for the log may not be changed, and leaves only into the log.
create trigger no_update before update on kaigi.ledger_pending
  for each row execute function kaigi.refuse_change();
create trigger no_truncate before truncate on kaigi.ledger_pending
  for each statement execute function kaigi.refuse_change();

create function kaigi.ledger_keep_pending() returns trigger
  language plpgsql
  as $$
begin
  -- A subquery for each row, not a join: the plan must not depend on how large the log was when it was made.
  if exists (
    select from gone g
    where (select l.entry = g.entry from kaigi.ledger_leaf l
           where l.municipality_id = g.municipality_id and l.leaf_id = g.leaf_id) is not true
  ) then
    raise exception 'kaigi: DELETE on kaigi.ledger_pending is refused: the entry is not in the log yet'
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger only_into_the_log after delete on kaigi.ledger_pending
  referencing old table as gone
  for each statement execute function kaigi.ledger_keep_pending();
