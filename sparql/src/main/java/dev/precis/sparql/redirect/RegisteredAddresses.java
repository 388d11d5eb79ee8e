package dev.precis.sparql.redirect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The summaries by the addresses of what they were read from, where one address belongs to one summary. */
public final class RegisteredAddresses {
    /** None. */
    public static final RegisteredAddresses NONE = new RegisteredAddresses(Map.of());

    private final SortedMap<String, String> byWhole = new TreeMap<>();
    private final Map<String, OldAddress> addresses = new HashMap<>();
    private final Map<String, String> byPlace = new HashMap<>();

    /** @param summaries by whole addresses, with or without scheme */
    RegisteredAddresses(Map<String, String> summaries) {
        Set<String> several = new HashSet<>();
        new TreeMap<>(summaries).forEach((address, summary) -> {
            OldAddress old = OldAddress.ofWhole(address);
            if (!old.isRoot()) {
                String whole = OldAddress.host(address) + old.form();
                byWhole.put(whole, summary);
                addresses.put(whole, old);
                String other = byPlace.putIfAbsent(old.form(), summary);
                if (other != null && !other.equals(summary)) {
                    several.add(old.form());
                }
            }
        });
        byPlace.keySet().removeAll(several);
    }

    /** What was read from that address of whichever site; empty if two sites had it for two summaries. */
    public Optional<String> at(OldAddress place) {
        return Optional.ofNullable(byPlace.get(place.form()));
    }

    /** What was read from a whole address. */
    Optional<String> at(String address) {
        return Optional.ofNullable(byWhole.get(whole(address)));
    }

    static String whole(String address) {
        return OldAddress.host(address) + OldAddress.ofWhole(address).form();
    }

    /** All of them, each as host and form. */
    SortedMap<String, String> all() {
        return byWhole;
    }

    /** All whose place is that of one summary. */
    Map<OldAddress, String> places() {
        Map<OldAddress, String> places = new HashMap<>();
        addresses.values().forEach(old -> at(old).ifPresent(summary -> places.put(old, summary)));
        return places;
    }
}
