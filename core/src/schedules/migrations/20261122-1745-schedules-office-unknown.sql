-- 庁舎が分からない部屋: that nobody knows where a room is is not the same as 本庁.
alter table kaigi.schedules_room
  -- What Outlook calls the building, where no office of ours is called so and nobody has said which it is.
  add column building text check (building <> ''),
  -- An administrator said in whose office a room of Outlook is; Outlook, read again, does not change it.
  add column office_set boolean not null default false,
  add constraint schedules_room_one_place check (building is null or (office is null and not office_set));
