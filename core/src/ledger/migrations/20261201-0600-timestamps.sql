-- What a time-stamping authority (RFC 3161) has said of a checkpoint: its token, which says when the checkpoint existed.
create table kaigi.ledger_timestamp (
  municipality_id uuid not null,
  tree_size bigint not null,
  -- The address that was asked.
  authority text not null,
  token bytea not null check (octet_length(token) between 1 and 1048576),
  stamped_at timestamptz not null,
  primary key (municipality_id, tree_size, authority),
  foreign key (municipality_id, tree_size) references kaigi.ledger_checkpoint (municipality_id, tree_size)
);
select kaigi.own_by_municipality('kaigi.ledger_timestamp', 'select, insert');
select kaigi.make_append_only('kaigi.ledger_timestamp');
