-- The side panel of a meeting in Teams asks for the meetings of its chat.
create index meeting_by_online_chat on kaigi.meeting (municipality_id, (content ->> 'onlineChat'))
  where content ->> 'onlineChat' is not null;
