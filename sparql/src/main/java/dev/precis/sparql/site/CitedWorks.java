package dev.precis.sparql.site;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Cite;
import dev.precis.sparql.page.Cited;
import dev.precis.sparql.page.Cited.Group;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.References.Listed;
import dev.precis.sparql.write.bibliography.Coins;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cited works as pages show them. */
public final class CitedWorks {
    private static final String UNDATED = "undated";
    private static final List<Representation> TO_TAKE_AWAY =
            List.of(Representation.BIBTEX, Representation.RIS, Representation.CSL_JSON);

    private final References references;

    public CitedWorks(References references) {
        this.references = references;
    }

    public Cited cited(Reference work) {
        return new Cited(work, references.citing(work));
    }

    /** All in one group; none if there are none. */
    public Stream<Group> group(String name, List<Reference> works) {
        return works.isEmpty()
                ? Stream.empty()
                : Stream.of(new Group(
                        new Named("", name), works.stream().map(this::cited).toList()));
    }

    /** A group a year, the last first. */
    public List<Group> byYear(List<Reference> works, Phrases phrases) {
        List<Group> groups = new ArrayList<>();
        byYear(works, Reference::year)
                .forEach((year, ofYear) ->
                        groups.addAll(group(label(year, phrases), ofYear).toList()));
        return List.copyOf(groups);
    }

    /** The works of each year, the last year first, those without a year at the end. */
    public static Map<String, List<Listed>> years(List<Listed> works) {
        return byYear(works, Listed::year);
    }

    private static <T> Map<String, List<T>> byYear(List<T> works, Function<T, String> told) {
        Map<String, List<T>> years = new TreeMap<>(
                Comparator.comparing((String year) -> year.equals(UNDATED)).thenComparing(Comparator.reverseOrder()));
        works.forEach(work -> {
            String year = told.apply(work);
            years.computeIfAbsent(year.isEmpty() ? UNDATED : year, one -> new ArrayList<>())
                    .add(work);
        });
        return years;
    }

    /** What readers call a year. */
    public static String label(String year, Phrases phrases) {
        return year.equals(UNDATED) ? phrases.say("works.undated") : year;
    }

    /** What to take away to cite these works, which the document at an address is offered with. */
    public static Cite cite(String iri, List<Reference> works) {
        return works.isEmpty()
                ? new Cite(List.of(), List.of())
                : new Cite(
                        works.stream()
                                .map(work -> work.citation().isEmpty() ? work.title() : work.citation())
                                .toList(),
                        TO_TAKE_AWAY.stream()
                                .map(form -> form(iri, form, works))
                                .toList());
    }

    private static Cite.Form form(String iri, Representation form, List<Reference> works) {
        byte[] text = form.write(new Content.Bibliography(() -> works), new Representation.Setting(iri, List.of(), ""));
        return new Cite.Form(
                form.label(),
                new String(text, StandardCharsets.UTF_8).replace("\r\n", "\n").strip(),
                iri + form.suffix(),
                form.mediaType());
    }

    /** The works that a page offers to reference managers. */
    public static List<Metadata.OfferedRecord> records(List<Reference> works) {
        return works.stream()
                .map(work -> new Metadata.OfferedRecord(work.iri(), Coins.write(work)))
                .toList();
    }
}
