package dev.precis.sparql.redirect;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A table of old addresses and what they lead to, and behind it all addresses that summaries are registered under. An
 * old address may have one variable part, {@code *}, which stands for letters, digits and {@code . _ ~ % -}.
 */
public final class FormerAddresses {
    /** Without a table. */
    public static final FormerAddresses NONE = new FormerAddresses(List.of(), List::of);

    private static final String VARIABLE = "*";
    private static final String VALUE = "([A-Za-z0-9._~%-]+)";

    private final List<Rule> rules;
    private final Function<String, List<String>> spellings;

    /**
     * @param lines what has no variable part counts first, then their order
     * @param spellings what means the same as an address that is registered: a blog may have had several
     */
    public FormerAddresses(List<Line> lines, Function<String, List<String>> spellings) {
        this.spellings = spellings;
        this.rules = lines.stream()
                .sorted(Comparator.comparing(line -> line.from().contains(VARIABLE)))
                .map(Rule::new)
                .toList();
    }

    /**
     * A line of the table.
     *
     * @param from path from the root of the host, and a query if there is one
     * @param to what follows the base in the name of a resource, or the whole address that a summary is registered
     *     under; may have the variable part
     */
    public record Line(String from, String to) {}

    /** A line with the pattern of what it leads away from. */
    private record Rule(String from, String to, Pattern asked) {
        Rule(Line line) {
            this(line.from(), line.to(), pattern(OldAddress.of(line.from()).form()));
        }

        private boolean registered() {
            return to.matches("https?://.*");
        }

        private Optional<String> target(OldAddress address, String base, RegisteredAddresses registered) {
            Matcher matcher = asked.matcher(address.form());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String filled = matcher.groupCount() == 0 ? to : to.replace(VARIABLE, matcher.group(1));
            return registered() ? registered.at(filled) : Optional.of(base + filled);
        }

        /** Every address that leads somewhere by this line. */
        private Map<OldAddress, String> all(String base, List<String> resources, RegisteredAddresses registered) {
            Map<OldAddress, String> found = new HashMap<>();
            Pattern pattern = pattern(registered() ? RegisteredAddresses.whole(to) : base + to);
            if (registered()) {
                registered.all().forEach((whole, summary) -> add(found, pattern.matcher(whole), summary));
            } else {
                resources.forEach(resource -> add(found, pattern.matcher(resource), resource));
            }
            return found;
        }

        private void add(Map<OldAddress, String> found, Matcher matcher, String target) {
            if (matcher.matches() && (matcher.groupCount() > 0 || !from.contains(VARIABLE))) {
                String old = matcher.groupCount() == 0 ? from : from.replace(VARIABLE, matcher.group(1));
                found.put(OldAddress.of(old), target);
            }
        }

        private static Pattern pattern(String text) {
            int star = text.indexOf(VARIABLE);
            return Pattern.compile(
                    star < 0
                            ? Pattern.quote(text)
                            : Pattern.quote(text.substring(0, star)) + VALUE + Pattern.quote(text.substring(star + 1)));
        }
    }

    /** @param summaries by the addresses that they are registered under */
    public RegisteredAddresses registered(Map<String, String> summaries) {
        Map<String, String> spelt = new HashMap<>();
        summaries.forEach((address, summary) ->
                spellings.apply(address).forEach(spelling -> spelt.putIfAbsent(spelling, summary)));
        spelt.putAll(summaries);
        return new RegisteredAddresses(spelt);
    }

    /**
     * The name of what an address leads to; whether there is something is not known here.
     *
     * @param base of the names
     */
    public Optional<String> target(OldAddress asked, String base, RegisteredAddresses registered) {
        return rules.stream()
                .flatMap(rule -> rule.target(asked, base, registered).stream())
                .findFirst()
                .or(() -> registered.at(asked));
    }

    /**
     * All addresses that lead somewhere, without variable parts.
     *
     * @param resources that there are
     */
    public Map<OldAddress, String> all(String base, List<String> resources, RegisteredAddresses registered) {
        Map<OldAddress, String> all = new HashMap<>();
        Stream.concat(rules.stream().map(rule -> rule.all(base, resources, registered)), Stream.of(registered.places()))
                .forEach(some -> some.forEach(all::putIfAbsent));
        return all;
    }
}
