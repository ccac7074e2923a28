-- When the record of a city began is asked for with every sheet. Rows come in the order of this time, so every new one
-- goes to the end of the index.
create index telework_punch_first on kaigi.telework_punch (municipality_id, server_at) where kind = 'TAPPED';
