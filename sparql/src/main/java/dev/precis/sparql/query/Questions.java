package dev.precis.sparql.query;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.asker.Asker;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.system.Txn;
import org.jspecify.annotations.Nullable;

/** Asks the query files of one dataset. Parameters are substituted as RDF terms, never pasted into the text. */
final class Questions {
    /** So many summaries or works are asked about at once. */
    private static final int PART = 200;

    private final DatasetGraph dataset;
    private final Asker asker = new Asker();
    private final Map<String, Query> parsed = new ConcurrentHashMap<>();

    Questions(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** The one parameter of a question about a resource. */
    static Map<String, Node> iri(String parameter, String iri) {
        return Map.of(parameter, NodeFactory.createURI(iri));
    }

    /** Who is waiting for the answers. */
    Asker asker() {
        return asker;
    }

    /** Everything in {@code work} sees the same state of the dataset. */
    <T> T atOnce(Supplier<T> work) {
        return Txn.calculateRead(dataset, work);
    }

    /**
     * The answers about some at a time, in the same state of the dataset: what is read of them is let go before the
     * next ones are.
     */
    <T, A> List<A> inParts(Collection<T> all, Function<List<T>, List<A>> answers) {
        List<A> together = new ArrayList<>();
        eachPart(all, part -> together.addAll(answers.apply(part)));
        return List.copyOf(together);
    }

    /** The same, for whoever keeps nothing of it. */
    <T> void eachPart(Collection<T> all, Consumer<List<T>> about) {
        List<T> asked = List.copyOf(all);
        atOnce(() -> {
            for (int from = 0; from < asked.size(); from += PART) {
                about.accept(asked.subList(from, Math.min(asked.size(), from + PART)));
            }
            return asked;
        });
    }

    <T> List<T> select(String name, Map<String, Node> parameters, Function<Row, T> view) {
        return select(query(name), parameters, view);
    }

    <T> List<T> select(String name, Map<String, Node> parameters, int limit, Function<Row, T> view) {
        Query limited = query(name).cloneQuery();
        limited.setLimit(limit);
        return select(limited, parameters, view);
    }

    /** The question about these resources only: what it asks of each is looked up, and nothing else is read. */
    <T> List<T> select(String name, String variable, Collection<String> resources, Function<Row, T> view) {
        Var about = Var.alloc(variable);
        List<Binding> rows = resources.stream()
                .map(iri -> BindingFactory.binding(about, NodeFactory.createURI(iri)))
                .toList();
        Query query = query(name).cloneQuery();
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(new ElementData(List.of(about), rows));
        if (query.getQueryPattern() instanceof ElementGroup group) {
            group.getElements().forEach(pattern::addElement);
        }
        query.setQueryPattern(pattern);
        return select(query, Map.of(), view);
    }

    /** What is said where, looked up in the index of the dataset; {@link Node#ANY} stands for anything. */
    List<Quad> find(Node graph, Node subject, Node property) {
        return find(graph, subject, property, Node.ANY);
    }

    /** The same with a value. */
    List<Quad> find(Node graph, Node subject, Node property, Node value) {
        asker.check();
        return atOnce(() -> Iter.toList(dataset.find(graph, subject, property, value)));
    }

    Graph construct(String name, Map<String, Node> parameters) {
        asker.check();
        return atOnce(() -> {
            try (QueryExec execution = execution(query(name), parameters).build()) {
                return execution.construct();
            }
        });
    }

    private <T> List<T> select(Query query, Map<String, Node> parameters, Function<Row, T> view) {
        asker.check();
        return atOnce(() -> {
            try (QueryExec execution = execution(query, parameters).build()) {
                List<T> views = new ArrayList<>();
                execution.select().forEachRemaining(binding -> views.add(view.apply(new Row(binding))));
                return List.copyOf(views);
            }
        });
    }

    private QueryExecBuilder execution(Query query, Map<String, Node> parameters) {
        QueryExecBuilder builder = QueryExec.dataset(dataset).query(query);
        parameters.forEach(builder::substitution);
        return builder;
    }

    private Query query(String name) {
        return parsed.computeIfAbsent(name, n -> QueryFile.read(n).query());
    }

    /** One row of an answer, read by the names of its variables. What is unbound reads as empty. */
    record Row(Binding binding) {
        private static final int MOST_ZEROS = 400;

        boolean has(String name) {
            return binding.contains(Var.alloc(name));
        }

        /** The IRI or the lexical form of the literal, without what no page or feed may hold. */
        String text(String name) {
            @Nullable Node node = binding.get(Var.alloc(name));
            return node == null ? "" : text(node);
        }

        static String text(Node node) {
            return Characters.clean(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
        }

        boolean isLink(String name) {
            @Nullable Node node = binding.get(Var.alloc(name));
            return node != null && node.isURI();
        }

        String language(String name) {
            @Nullable Node node = binding.get(Var.alloc(name));
            return node != null && node.isLiteral() ? node.getLiteralLanguage() : "";
        }

        /** A time; nothing where there is none, or what is stored is no time. */
        Optional<Instant> instant(String name) {
            try {
                return has(name) ? Optional.of(OffsetDateTime.parse(text(name)).toInstant()) : Optional.empty();
            } catch (DateTimeException stored) {
                return Optional.empty();
            }
        }

        boolean truth(String name) {
            return text(name).equals("true");
        }

        int integer(String name) {
            return Integer.parseInt(text(name));
        }

        /**
         * A number for readers: no exponent, no sign or zero missing. A lexical form that is no number stays as it is.
         */
        String number(String name) {
            String text = text(name);
            try {
                return text.isEmpty() ? "" : plain(new BigDecimal(text));
            } catch (NumberFormatException stored) {
                return text;
            }
        }

        /** An exponent of nine digits would be a text of as many zeros. */
        private static String plain(BigDecimal number) {
            return Math.abs((long) number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
        }

        Named named(String iri, String label) {
            return new Named(text(iri), text(label).isEmpty() ? text(iri) : text(label));
        }

        /** A summary in a list. */
        Item item() {
            return new Item(
                    text("summary"),
                    text("title"),
                    new PublicationDate(text("date")),
                    named("issue", "month"),
                    text("citation"));
        }
    }
}
