package dev.precis.sparql.site.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.effect.EffectSizes;
import dev.precis.sparql.effect.EffectSizes.Column;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.site.Summaries;
import dev.precis.sparql.write.CsvRows;
import dev.precis.sparql.write.Form;
import dev.precis.sparql.write.JsonTree;
import dev.precis.sparql.write.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The effect sizes of all summaries, or of those that a search finds, as a table for meta-analysis, at
 * {@code api/effect-sizes.csv} and {@code .json}. It is asked with the parameters of a search ({@code topic},
 * {@code type}, {@code year}, {@code month}, {@code q}), with {@code statistic}, a symbol, and with {@code role}.
 */
public final class EffectSizeFiles implements Service {
    private static final String NAME = "effect-sizes";
    private static final String STATISTIC = "statistic";
    private static final String ROLE = "role";
    private static final String RESULT = "result";
    private static final Set<String> ROLES = Set.of(RESULT, "background", "sample");
    private static final Set<String> PARAMETERS = Stream.concat(
                    Arrays.stream(Facet.values()).map(Facet::parameter), Stream.of(Selection.WORDS, STATISTIC, ROLE))
            .collect(Collectors.toUnmodifiableSet());

    private final Places places;
    private final Catalogue catalogue;

    public EffectSizeFiles(Places places, Catalogue catalogue) {
        this.places = places;
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        boolean csv = address.iri().equals(places.answer(NAME + Form.CSV.suffix()));
        if (!csv && !address.iri().equals(places.answer(NAME + Form.JSON.suffix()))) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        List<Item> items = items(edition, address, problems);
        String role = address.values(ROLE).stream()
                .findFirst()
                .filter(one -> !one.isBlank())
                .orElse(RESULT);
        if (!ROLES.contains(role)) {
            problems.add("role is result, background or sample, not " + role);
        }
        if (!problems.isEmpty()) {
            return Optional.of(Response.of(400, Answers.TEXT, String.join("\n", problems) + "\n", edition.since()));
        }
        Table rows = row -> figures(items, address.values(STATISTIC), role, row);
        Response.Writing writing = csv ? out -> CsvRows.write(names(), rows, out) : out -> json(rows, out);
        String type = (csv ? Form.CSV : Form.JSON).contentType();
        if (items.size() > Content.Rows.LONG) {
            return Optional.of(
                    edition.written(address.toString(), type, writing, edition.since(), List.of(Answers.REVALIDATE)));
        }
        return Optional.of(Response.of(type, writing, edition.since(), List.of(Answers.REVALIDATE)));
    }

    private static List<String> names() {
        return EffectSizes.columns().stream().map(Column::name).toList();
    }

    private void figures(List<Item> items, List<String> symbols, String role, Consumer<List<String>> row) {
        List<String> wanted =
                symbols.stream().filter(symbol -> !symbol.isBlank()).toList();
        catalogue.eachFigure(items, figure -> {
            boolean asked = wanted.isEmpty()
                    || wanted.contains(figure.statistic().symbol())
                    || wanted.contains(figure.statistic().key());
            if (asked && EffectSizes.isWanted(figure, role)) {
                row.accept(EffectSizes.cells(figure));
            }
        });
    }

    /** Those of all blogs; a value that no blog knows is a mistake and chooses nothing. */
    private List<Item> items(Edition edition, Address address, List<String> problems) {
        address.parameters().keySet().stream()
                .filter(name -> !PARAMETERS.contains(name))
                .map(name -> "there is no parameter " + name + ", but "
                        + PARAMETERS.stream().sorted().toList())
                .forEach(problems::add);
        List<Item> items = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        boolean first = true;
        for (Blog blog : edition.blogs()) {
            Summaries summaries = Summaries.of(edition, catalogue, blog);
            Choices.Asked asked = summaries.choices().read(address.parameters());
            Set<String> here = asked.unknown().stream()
                    .map(one -> "nothing is known by the " + one.what() + " \"" + one.value() + "\"")
                    .collect(Collectors.toSet());
            if (first) {
                unknown.addAll(here);
            } else {
                unknown.retainAll(here);
            }
            first = false;
            if (here.isEmpty()) {
                items.addAll(Card.items(summaries.of(asked.selection())));
            }
        }
        unknown.stream().sorted().forEach(problems::add);
        return items;
    }

    private static void json(Table rows, OutputStream out) throws IOException {
        List<Column> columns = EffectSizes.columns();
        JsonTree.list(row -> rows.each(cells -> row.accept(json(columns, cells))), out);
    }

    private static ObjectNode json(List<Column> columns, List<String> cells) {
        ObjectNode row = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String name = columns.get(i).name();
            if (cell.isEmpty()) {
                row.putNull(name);
            } else if (columns.get(i).numeric()) {
                row.put(name, new BigDecimal(cell));
            } else {
                row.put(name, cell);
            }
        }
        return row;
    }
}
