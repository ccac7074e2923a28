-- The boxes of a shelf are counted, and the last loan of a box is looked for.
create index records_box_place on kaigi.records_box (municipality_id, place_id);
create index records_loan_box on kaigi.records_loan (municipality_id, box_id);
