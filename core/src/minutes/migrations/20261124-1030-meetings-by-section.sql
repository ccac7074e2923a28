-- What a section holds is found without the meetings of the others: the 会議体 whose terms it keeps, what it has to write.
create index meeting_by_unit on kaigi.meeting (municipality_id, unit_id);
