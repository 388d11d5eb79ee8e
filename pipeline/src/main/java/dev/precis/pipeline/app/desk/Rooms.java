package dev.precis.pipeline.app.desk;

import dev.precis.sparql.page.Desk.Room;

/** Makes what a page is shown in. */
interface Rooms {
    Room of(String title, DeskRequest request);
}
