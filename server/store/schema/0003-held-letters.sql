-- A letter may be held back for a while as well: it is delivered under the number at which it is let go, so who gets a
-- letter is asked by its place.
CREATE INDEX delivery_place ON delivery (circle, place, ref);
