package dev.precis.sparql.site.ldes;

import dev.precis.sparql.site.Modifications.Event;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page of the stream: events of one month of change, in their order.
 *
 * @param part of that month, from 1
 * @param events at least one
 */
record Fragment(YearMonth month, int part, List<Event> events) {
    Fragment {
        events = List.copyOf(events);
    }

    /**
     * All events, parted.
     *
     * @param events in their order
     * @param most on one page
     */
    static List<Fragment> of(List<Event> events, int most) {
        Map<YearMonth, List<Event>> months = new TreeMap<>();
        events.forEach(event ->
                months.computeIfAbsent(month(event), month -> new ArrayList<>()).add(event));
        List<Fragment> fragments = new ArrayList<>();
        months.forEach((month, all) -> {
            for (int from = 0; from < all.size(); from += most) {
                fragments.add(
                        new Fragment(month, from / most + 1, all.subList(from, Math.min(from + most, all.size()))));
            }
        });
        return fragments;
    }

    private static YearMonth month(Event event) {
        return YearMonth.from(event.instant().atOffset(ZoneOffset.UTC));
    }

    /** Nothing on it happened before. */
    Instant first() {
        return events.getFirst().instant();
    }

    /** Nothing on it happened later. */
    Instant last() {
        return events.getLast().instant();
    }
}
