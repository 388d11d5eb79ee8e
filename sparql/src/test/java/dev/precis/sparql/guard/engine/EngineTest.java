package dev.precis.sparql.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.Studies;
import dev.precis.sparql.guard.limit.Budget;
import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import dev.precis.sparql.guard.limit.Spool;
import dev.precis.sparql.index.IndexedDataset;
import dev.precis.sparql.write.ResultFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
    private static final DatasetGraph STUDIES = Studies.dataset();
    private static final Engine ENGINE = new Engine(STUDIES);
    private static final Limits LIMITS = Limits.standard();
    private static final Limits SMALL_MEMORY =
            new Limits(LIMITS.time(), 500_000, 1 << 30, LIMITS.tokens(), LIMITS.depth(), LIMITS.length(), 16 << 20);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Processor time after which a query is doing what it takes long for. */
    private static final Duration AT_WORK = Duration.ofMillis(200);

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor();
    private static final String EVERYTHING = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    @AfterAll
    static void stop() {
        CLOCK.shutdown();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "REGEX('Walking while talking', 'WHILE', 'i') ; true",
                "REGEX('Walking while talking', '^(w|t).*g$', 'i') ; true",
                "REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '^((a+)+)+$') ; false",
                "REGEX('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '^(.*a){25}$') ; true",
                "REGEX('abcabc', '^(abc){2}$') ; true",
                "REGEX('a.b', 'a.b', 'q') ; true",
                "REGEX('axb', 'a.b', 'q') ; false",
                "REGEX('ab', 'a b', 'x') ; true",
                "REGEX('one\\ntwo', '^two$', 'm') ; true",
                "REPLACE('banana', 'a', 'o') ; bonono",
                "REPLACE('banana', '(an)', '<$1>') ; b<an><an>a",
                "REPLACE('banana', 'A', '$0', 'i') ; banana",
                "REPLACE('abcd', 'b*', 'Z') ; ZaZcd",
                "REPLACE('x', 'x', '\\\\$') ; $",
                "CONCAT('a', 'b', 'c') ; abc",
                "STR(<http://www.w3.org/2001/XMLSchema#integer>('12')) ; 12",
                "3 * 4 ; 12",
                "<http://www.w3.org/2005/xpath-functions/math#pow>(2, 10) ; 1024",
                "ENCODE_FOR_URI('a b') ; a%20b",
                "STR(IRI('http://x.example/y')) ; http://x.example/y",
                "UCASE('aß') ; ASS",
                "STRBEFORE('abc', 'c') ; ab",
                "STR(STRDT('1', <http://x.example/t>)) ; 1",
                "LANG(STRLANG('x', 'en-GB')) ; en-GB",
                "COALESCE(STRLANG('x', 'en us'), 'none') ; none",
            })
    void evaluatesExpressionsAsSparqlSays(String expression, String value) throws IOException {
        assertThat(csv("SELECT (" + expression.replace("\n", "\\n") + " AS ?x) {}"))
                .isEqualTo("x\r\n" + value + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "COUNT(DISTINCT ?v) ; 3",
                "COUNT(DISTINCT *) ; 3",
                "SUM(DISTINCT ?v) ; 6",
                "AVG(DISTINCT ?v) ; 2.0",
                "MIN(DISTINCT ?v) ; 1",
                "MAX(DISTINCT ?v) ; 3",
                "COUNT(?v) ; 4",
                "GROUP_CONCAT(?v) ; 1 2 2 3",
                "`GROUP_CONCAT(DISTINCT ?v; separator='+')` ; 1+2+3",
            })
    void aggregatesAsSparqlSays(String aggregate, String value) throws IOException {
        assertThat(csv("SELECT (" + aggregate + " AS ?x) { VALUES ?v { 1 2 2 3 } }"))
                .isEqualTo("x\r\n" + value + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) " + EVERYTHING,
                "SELECT ?x { ?s (!<x:x>|^!<x:x>)*/(!<x:x>|^!<x:x>)*/(!<x:x>|^!<x:x>)* ?x . ?x ?y ?z ."
                        + " FILTER(STRLEN(STR(?z)) > 1000000) }",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STRLEN(STR(?l)) > 1000000) }",
                "SELECT (MAX(CONCAT(STR(?a), STR(?l))) AS ?n) " + EVERYTHING,
                "SELECT (COUNT(DISTINCT ?b) AS ?n) " + EVERYTHING,
                "SELECT (COUNT(?a) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
                        + " FILTER(REGEX(CONCAT(STR(?c), STR(?l)), '^((a|[b-z])+)+#$')) }",
                "SELECT * { ?a ?b ?c MINUS { ?a ?x ?y . ?d ?e ?f . ?g ?h ?i . FILTER(STRLEN(STR(?i)) > 1000000) } }",
                "DESCRIBE ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(STRLEN(STR(?l)) > 1000000) }",
                "CONSTRUCT { ?a ?b ?c } " + EVERYTHING,
                "SELECT * " + EVERYTHING + " ORDER BY ?c DESC(?l) LIMIT 10",
                "SELECT * { { SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } } { SELECT * { ?a ?k ?l . ?d ?m ?n . ?g ?o"
                        + " ?p } } }",
            })
    void stopsWhateverItIsDoing(String query) {
        Ledger ledger = new Ledger(LIMITS.withRows(Long.MAX_VALUE));
        long thread = Thread.currentThread().threadId();
        long begin = THREADS.getThreadCpuTime(thread);
        AtomicLong stopped = new AtomicLong();
        ScheduledFuture<?> watching = CLOCK.scheduleWithFixedDelay(
                () -> {
                    long now = THREADS.getThreadCpuTime(thread);
                    if (now - begin > AT_WORK.toNanos() && stopped.compareAndSet(0, now)) {
                        ledger.stop(Ledger.Stop.TIME);
                    }
                },
                1,
                1,
                TimeUnit.MILLISECONDS);

        assertThatThrownBy(() ->
                        ask(ENGINE, query, ledger, ResultFormat.of(read(query)).getFirst()))
                .isInstanceOf(QueryCancelledException.class)
                .isNotInstanceOf(Refusal.class);
        // of processor time: whatever else the machine does
        assertThat(Duration.ofNanos(THREADS.getThreadCpuTime(thread) - stopped.get()))
                .isLessThan(PATIENCE);
        watching.cancel(false);
    }

    /** Each meets one limit only, the one that is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SELECT * EVERYTHING ORDER BY ?c ; MiB",
                "SELECT DISTINCT * EVERYTHING ; MiB",
                "SELECT (COUNT(*) AS ?n) EVERYTHING GROUP BY ?g ?h ?i ?j ?k ?l ; MiB",
                "SELECT ?a EVERYTHING GROUP BY ?a ; MiB",
                "SELECT (COUNT(DISTINCT *) AS ?n) EVERYTHING ; MiB",
                "SELECT (COUNT(DISTINCT CONCAT(STR(?g), STR(?i), STR(?j), STR(?l))) AS ?n) EVERYTHING ; MiB",
                "SELECT * { { SELECT * EVERYTHING LIMIT 500000 } { SELECT * { ?a ?m ?n } LIMIT 9 } } ; MiB",
                "SELECT * { ?a ?m ?n OPTIONAL { SELECT * EVERYTHING LIMIT 500000 } } ; MiB",
                "SELECT * { ?a ?m ?n MINUS { SELECT * EVERYTHING LIMIT 500000 } } ; MiB",
                "SELECT (GROUP_CONCAT(?c) AS ?n) EVERYTHING ; characters",
                "SELECT ?b EVERYTHING ; 100000 rows",
                "SELECT * EVERYTHING ; bytes",
                "CONSTRUCT { ?a ?e ?f . ?d ?b ?c . ?a ?e ?c . ?d ?b ?a } { ?a ?b ?c . ?d ?e ?f } ; triples",
                "SELECT (REPLACE(REPLACE(REPLACE(REPEATED, '.', 'xxxxxxxxxx'), '.', 'xxxxxxxxxx'), '.', 'xxxxxxxxxx')"
                        + " AS ?x) {} ; characters",
                "SELECT (ENCODE_FOR_URI(REPEATED) AS ?x) {} ; characters",
            })
    void refusesWhatTakesTooMuch(String query, String limit) {
        String text = query.replace("EVERYTHING", EVERYTHING)
                .replace("REPEATED", "REPLACE('" + "a".repeat(1_000) + "', '.', '" + "ä".repeat(1_000) + "')");
        Ledger ledger = new Ledger(limit.equals("MiB") ? SMALL_MEMORY : LIMITS);

        assertThatThrownBy(() ->
                        ask(ENGINE, text, ledger, ResultFormat.of(read(text)).getFirst()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_COSTLY))
                .hasMessageContaining(limit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FILTER(STRLEN(REPLACE(REPLACE(?o, '.', LONG), '.', LONG)) > 0)",
                "FILTER EXISTS { BIND(REPLACE(REPLACE(?o, '.', LONG), '.', LONG) AS ?x) }",
                "FILTER NOT EXISTS { ?x <http://jena.apache.org/text#query> 'a AND' }",
                "FILTER EXISTS { ?x <http://jena.apache.org/text#query> () }",
                "FILTER(?o = 'x' || EXISTS { SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i })",
            })
    void leavesOutNoRowBecauseAFilterMetALimit(String filter) {
        String query = "SELECT ?s { ?s <http://schema.org/headline> ?o " + filter + " }";

        assertThatThrownBy(() -> csv(query.replace("LONG", "'" + "a".repeat(1_000) + "'")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void refusesTextsThatDouble() {
        StringBuilder doubling = new StringBuilder("SELECT ?v30 { BIND('0123456789' AS ?v0)");
        for (int i = 1; i <= 30; i++) {
            doubling.append(" BIND(CONCAT(?v%d, ?v%d) AS ?v%d)".formatted(i - 1, i - 1, i));
        }
        assertThatThrownBy(() -> csv(doubling.append(" }").toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTAINS", "STRBEFORE", "STRAFTER", "<http://www.w3.org/2005/xpath-functions#contains>"})
    void refusesToLookForAVeryLongTextInAVeryLongText(String function) {
        String text =
                "BIND('%s' AS ?a) BIND(REPLACE(?a, 'a', '%s') AS ?long) BIND(CONCAT(SUBSTR(?long, 1, 200000), 'b') AS ?other)"
                        .formatted("a".repeat(800), "a".repeat(800));

        assertThatThrownBy(() -> csv("SELECT ?x { " + text + " BIND(" + function + "(?long, ?other) AS ?x) }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("very long");
    }

    @Test
    void refusesWhatTakesLongToRead() {
        String relative =
                IntStream.range(0, 20).mapToObj("BASE <a%d/> "::formatted).collect(Collectors.joining());

        assertThatThrownBy(() -> csv(relative + "ASK {}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("BASE");
        assertThatThrownBy(() -> csv("ASK { ?s <http://x/" + "a/../".repeat(1_000) + "> ?o }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("IRI");
        assertThatThrownBy(() -> csv("ASK { ?s ?p '" + "a".repeat(9_000) + "' }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("string");
        assertThatThrownBy(() -> csv("ASK { ?" + "a".repeat(5_000) + " ?p ?o }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("variable");
        assertThatThrownBy(() -> csv("ASK { } #" + "a".repeat(9_000)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("comment");
        assertThatThrownBy(() -> csv(IntStream.range(0, 1_001)
                        .mapToObj(i -> " ?v" + i)
                        .collect(Collectors.joining("", "SELECT", " {}"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("variables");
        assertThatThrownBy(() -> csv("ASK { FILTER(1 = " + "9".repeat(1_001) + ") }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?s ?p %d .", "OPTIONAL { ?s ?p %d }", "FILTER(?s != %d)", "BIND(1 AS ?v%d)", "{} UNION"})
    void refusesWhatTakesLongToPlan(String part) {
        String parts = IntStream.range(0, 600).mapToObj(part::formatted).collect(Collectors.joining(" "));

        assertThatThrownBy(() -> csv("SELECT * { " + parts + (part.endsWith("UNION") ? " {}" : "") + " }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("patterns");
    }

    @Test
    void refusesPatternsWithoutEnd() {
        assertThatThrownBy(() -> csv("SELECT (REGEX('a', REPLACE('" + "a".repeat(100) + "', 'a', '" + "a".repeat(100)
                        + "')) AS ?x) {}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("pattern");
    }

    @Test
    void refusesNumbersThatDouble() {
        StringBuilder doubling = new StringBuilder("SELECT ?v40 { BIND(1234567890 AS ?v0)");
        for (int i = 1; i <= 40; i++) {
            doubling.append(" BIND(?v%d * ?v%d AS ?v%d)".formatted(i - 1, i - 1, i));
        }
        assertThatThrownBy(() -> csv(doubling.append(" }").toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bits");
        assertThatThrownBy(
                        () -> csv("SELECT (<http://www.w3.org/2005/xpath-functions/math#pow>(10, 999999999) AS ?x) {}"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("bits");
    }

    @Test
    void countsWhatItNeedNotKeep() throws IOException {
        assertThat(csv("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }")).matches("n\r\n[0-9]{5,}\r\n");
        assertThat(csv("SELECT DISTINCT ?a { ?a ?b ?c . ?d ?e ?f }").lines().count())
                .isBetween(10L, 10_000L);
        assertThat(csv("SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c LIMIT 5")
                        .lines())
                .hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }",
                "SELECT * { service SILENT <http://localhost/> { ?s ?p ?o } }",
                "SELECT (<java:java.lang.System>('x') AS ?y) {}",
                "PREFIX x: <java:java.lang.> SELECT * { ?s x:System ?o }",
            })
    void refusesWhatReachesBeyondTheStore(String query) {
        assertThatThrownBy(() -> csv(query))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.FORBIDDEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "INSERT DATA { <x:a> <x:b> <x:c> }",
                "SELECT (<http://jena.apache.org/ARQ/function#systemProperty>('user.home') AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(10000) AS ?x) {}",
                "SELECT (<http://example.org/unknown>(1) AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#matches>('a', '(a+)+b') AS ?x) {}",
                "SELECT * { ?s <x:none> ?o FILTER(REGEX(?o, '(a)\\\\1')) }",
                "SELECT * { ?s <x:none> ?o FILTER(REPLACE(?o, 'a(?=b)', '') = '') }",
                "SELECT * { ?s ?p ?o FILTER(REGEX(?o, CONCAT('[a-z-', '[aeiou]]'))) }",
                "SELECT * { ?s <http://jena.apache.org/text#query> () }",
                "SELECT * { ?s <http://jena.apache.org/text#query> ('a' 1 2 3 4) }",
                "SELECT * { (?s 1) <http://jena.apache.org/text#query> 'a' }",
                "SELECT * { (?s ?a ?a) <http://jena.apache.org/text#query> 'walking' }",
                "SELECT * { ?s <http://jena.apache.org/text#query> 'a AND' }",
                "SELECT * { ?s <http://jena.apache.org/text#query> (<http://schema.org/email> 'walking') }",
                "SELECT * FROM <x:graph> { ?s <http://jena.apache.org/text#query> 'walking' }",
                "SELECT * FROM NAMED <x:graph> { GRAPH ?g { ?s <http://jena.apache.org/text#query> 'walking' } }",
            })
    void refusesWhatItDoesNotKnow(String query) {
        assertThatThrownBy(() -> csv(query))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.MALFORMED));
    }

    /** ARQ compiles constant patterns while it parses, and does not know them either. */
    @ParameterizedTest
    @ValueSource(strings = {"\\\\i\\\\c*", "[\\\\i]"})
    void saysWhatToWriteForNamesOfXml(String pattern) {
        assertThatThrownBy(() -> csv("ASK { FILTER(REGEX('a', '" + pattern + "')) }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\\p{L}");
    }

    @Test
    void findsNothingInFilesAndOnOtherServers() throws IOException {
        assertThat(csv("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }")).isEqualTo("s,p,o\r\n");
        assertThat(csv("SELECT * FROM NAMED <http://localhost/x> { GRAPH ?g { ?s ?p ?o } }"))
                .isEqualTo("s,p,o,g\r\n");
    }

    @Test
    void describesWhatIsNamedAndWhatIsFound() throws IOException {
        String named = text(ENGINE, "DESCRIBE <" + Studies.WALKING + ">", ResultFormat.N_TRIPLES);
        String found = text(
                ENGINE,
                "DESCRIBE ?s { ?s a <http://schema.org/BlogPosting> FILTER(?s = <" + Studies.WALKING + ">) }",
                ResultFormat.N_TRIPLES);

        assertThat(named).contains("<" + Studies.WALKING + "> <http://schema.org/headline>");
        assertThat(found.lines().sorted().toList())
                .isEqualTo(named.lines().sorted().toList());
    }

    @Test
    void findsAllWordsOrSaysThatThereAreTooMany() throws IOException {
        DatasetGraph names = IndexedDataset.create(2);
        Txn.executeWrite(
                names,
                () -> RDFParser.fromString(
                                "<x:g> { <x:a> <http://schema.org/name> 'common' . <x:b> <http://schema.org/name>"
                                        + " 'common' . <x:c> <http://schema.org/name> 'common rare' }",
                                Lang.TRIG)
                        .parse(names));
        Engine engine = new Engine(names);
        String search = "SELECT ?s { ?s <http://jena.apache.org/text#query> %s }";

        assertThat(csv(engine, search.formatted("'rare'"))).isEqualTo("s\r\nx:c\r\n");
        assertThat(csv(engine, search.formatted("('common' 2)")).lines()).hasSize(3);
        for (String many : List.of("'common'", "('common' 3)")) {
            assertThatThrownBy(() -> csv(engine, search.formatted(many)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.TOO_COSTLY))
                    .hasMessageContaining("more than 2 hits");
        }
    }

    private static String csv(String query) throws IOException {
        return csv(ENGINE, query);
    }

    private static String csv(Engine engine, String query) throws IOException {
        return text(engine, query, ResultFormat.CSV);
    }

    private static String text(Engine engine, String query, ResultFormat format) throws IOException {
        Ledger ledger = new Ledger(LIMITS);
        return ask(engine, query, ledger, format);
    }

    private static String ask(Engine engine, String query, Ledger ledger, ResultFormat format) throws IOException {
        try (Spool spool = new Spool(ledger, new Budget(Long.MAX_VALUE))) {
            engine.ask(read(query), ledger, format.to(spool, ledger));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            spool.writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static Query read(String query) {
        return new QueryReader(Studies.BASE, LIMITS)
                .read(query, List.of(), List.of())
                .query();
    }
}
