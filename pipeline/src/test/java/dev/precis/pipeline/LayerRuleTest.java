package dev.precis.pipeline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.SourceProfile;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.text.TextIndexException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawing of the layers, as rules: elements above depend on elements below, nothing upward or sideways. */
class LayerRuleTest {
    private static final String ROOT = "dev.precis.";
    private static final String GUARD = "dev.precis.sparql.guard..";
    private static final String GENERATED = "dev.precis.sparql.page.compiled";
    private static final String SCALE = "dev.precis.pipeline.app.scale..";
    private static final JavaClasses CLASSES = House.classes();

    /** Of our own packages each may see only these besides itself. */
    @ParameterizedTest
    @CsvSource({
        "ontology,",
        "sparql.archive, ontology",
        "sparql.words, ontology sparql.archive",
        "sparql.index, ontology sparql.archive sparql.words",
        "sparql.entity, ontology sparql.archive sparql.index",
        "sparql.query.asker,",
        "sparql.query, ontology sparql.words sparql.query.asker",
        "sparql.plot, sparql.query",
        "sparql.effect, ontology sparql.archive sparql.index sparql.query",
        "sparql.write, ontology sparql.archive sparql.query sparql.guard.limit sparql.guard.engine",
        "sparql.write.bibliography, sparql.query sparql.write",
        "sparql.write.feed, sparql.query sparql.write",
        "sparql.release, ontology sparql.archive sparql.query sparql.effect sparql.write",
        "sparql.language,",
        "sparql.page, ontology sparql.language sparql.query sparql.plot sparql.write sparql.release",
        "sparql.mail, ontology sparql.language sparql.archive sparql.query sparql.page",
        "sparql.page.compiled, ontology sparql.language sparql.query sparql.plot sparql.write sparql.release"
                + " sparql.page",
        "sparql.redirect,",
        "sparql.face, sparql.archive",
        "sparql.site, ontology sparql.language sparql.query sparql.query.asker sparql.archive sparql.write"
                + " sparql.write.bibliography sparql.write.feed sparql.page sparql.redirect sparql.face",
        "sparql.site.service, ontology sparql.language sparql.query sparql.effect sparql.write sparql.write.feed"
                + " sparql.archive sparql.release sparql.page sparql.face sparql.site sparql.guard.limit"
                + " sparql.guard.schedule",
        "sparql.site.files, ontology sparql.archive sparql.query sparql.effect sparql.write sparql.write.bibliography"
                + " sparql.write.feed sparql.page sparql.redirect sparql.site sparql.site.service",
        "sparql.site.oai, ontology sparql.query sparql.write.bibliography sparql.page sparql.site",
        "sparql.site.ldes, ontology sparql.archive sparql.query sparql.write sparql.site",
        "sparql.site.section, ontology sparql.language sparql.query sparql.plot sparql.write sparql.write.bibliography"
                + " sparql.release sparql.page sparql.face sparql.site sparql.site.service sparql.guard.schedule",
        "sparql.guard.limit,",
        "sparql.guard.function, sparql.guard.limit",
        "sparql.guard.engine, sparql.guard.limit sparql.guard.function",
        "sparql.guard.schedule, sparql.guard.limit",
        "sparql.endpoint, ontology sparql.query sparql.query.asker sparql.write sparql.release sparql.page"
                + " sparql.face sparql.site"
                + " sparql.site.section sparql.site.service sparql.site.oai sparql.site.ldes sparql.guard.limit"
                + " sparql.guard.engine sparql.guard.schedule",
        "pipeline.domain.serving,",
        "pipeline.domain, pipeline.domain.serving",
        "pipeline.domain.page, pipeline.domain",
        "pipeline.domain.registry, pipeline.domain",
        "pipeline.fields, pipeline.domain pipeline.domain.serving",
        "pipeline.picture, pipeline.domain.page",
        "pipeline.look, pipeline.domain.serving pipeline.domain.page pipeline.fields pipeline.picture",
        "pipeline.source, pipeline.domain pipeline.domain.page pipeline.domain.serving pipeline.fields pipeline.look",
        "pipeline.source.crawl, pipeline.domain pipeline.domain.page pipeline.source",
        "pipeline.source.picture, pipeline.domain pipeline.domain.page pipeline.picture pipeline.source",
        "pipeline.source.registry, pipeline.domain pipeline.domain.registry pipeline.source",
        "pipeline.source.warc, pipeline.domain pipeline.domain.page pipeline.source pipeline.source.crawl",
        "pipeline.extract.block, pipeline.domain pipeline.domain.page",
        "pipeline.extract.date, pipeline.domain",
        "pipeline.extract.words, pipeline.domain pipeline.extract.block",
        "pipeline.extract.post, pipeline.domain pipeline.domain.page pipeline.extract.block pipeline.extract.date"
                + " pipeline.extract.words",
        "pipeline.extract.entry, pipeline.domain pipeline.domain.page pipeline.extract.block pipeline.extract.post",
        "pipeline.extract, pipeline.domain pipeline.domain.page pipeline.fields pipeline.extract.block"
                + " pipeline.extract.date pipeline.extract.entry pipeline.extract.post",
        "pipeline.understand.citation.tagger, pipeline.domain",
        "pipeline.understand.citation.clean, pipeline.domain",
        "pipeline.understand.citation, pipeline.domain pipeline.understand.citation.clean"
                + " pipeline.understand.citation.tagger pipeline.understand.finding",
        "pipeline.understand.check, pipeline.domain ontology",
        "pipeline.understand.finding.token, pipeline.domain",
        "pipeline.understand.finding.claim, pipeline.domain pipeline.understand.finding.token",
        "pipeline.understand.finding, pipeline.domain ontology pipeline.understand.check"
                + " pipeline.understand.finding.claim pipeline.understand.finding.token",
        "pipeline.understand.topic, pipeline.domain ontology",
        "pipeline.understand, pipeline.domain ontology pipeline.understand.citation pipeline.understand.finding"
                + " pipeline.understand.finding.token pipeline.understand.topic",
        "pipeline.reconcile, pipeline.domain pipeline.domain.registry sparql.archive",
        "pipeline.map, pipeline.domain pipeline.domain.registry ontology sparql.archive",
        "pipeline.correct, pipeline.domain pipeline.fields ontology sparql.archive",
        "pipeline.trial, pipeline.domain pipeline.domain.page pipeline.extract",
        "pipeline.validate, ontology sparql.archive",
        "pipeline.quarantine, pipeline.domain pipeline.domain.page pipeline.validate sparql.archive",
        "pipeline.execute, pipeline.domain pipeline.domain.page pipeline.correct pipeline.reconcile pipeline.validate"
                + " sparql.archive",
        "pipeline.reading, pipeline.domain pipeline.domain.page sparql.archive",
    })
    void dependsOnlyOnWhatStandsBelow(String name, String below) {
        Set<String> allowed = new TreeSet<>(below == null ? List.of() : List.of(below.split(" ")));
        allowed.add(name);
        if (name.equals("sparql.page")) {
            allowed.add("sparql.page.compiled"); // its templates, which call back
        }
        String[] packages = allowed.stream().map(ROOT::concat).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT.concat("."))
                        .and(resideOutsideOfPackages(packages).as("other than %s", allowed)))
                .check(CLASSES);
    }

    @Test
    void theWingsOfTheCommandLineSeeOnlyThoseBelow() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("commands")
                .definedBy("dev.precis.pipeline.app")
                .layer("serve")
                .definedBy("dev.precis.pipeline.app.serve")
                .layer("desk")
                .definedBy("dev.precis.pipeline.app.desk")
                .layer("run")
                .definedBy("dev.precis.pipeline.app.run")
                .layer("settings")
                .definedBy("dev.precis.pipeline.app.settings")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("serve")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("desk")
                .mayOnlyBeAccessedByLayers("commands", "serve")
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("commands", "serve", "desk")
                .check(CLASSES);
    }

    /** Who takes that package and that line away has everything else as it was. */
    @Test
    void whatIsOutOfOneMachineIsOnePackageAndOneLine() {
        List<String> lines = CLASSES.stream()
                .filter(resideOutsideOfPackages(SCALE))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> resideInAPackage(SCALE).test(dependency.getTargetClass()))
                .map(dependency -> dependency.getSourceCodeLocation().toString())
                .distinct()
                .toList();

        assertThat(lines).hasSize(1).first().asString().startsWith("(Main.java:");
    }

    @Test
    void theRoutesSeeNeitherTheCommandLineNorThePublishingHalf() {
        noClasses()
                .that()
                .resideInAPackage("dev.precis.pipeline.route..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.precis.pipeline.app..",
                        "dev.precis.sparql.site..",
                        "dev.precis.sparql.write..",
                        "dev.precis.sparql.page..",
                        "dev.precis.sparql.query..",
                        "dev.precis.sparql.endpoint")
                .check(CLASSES);
    }

    /** It could run before any other dataset: what it needs to know of this house is handed to it. */
    @Test
    void theGuardKnowsNothingOfTheHouse() {
        noClasses()
                .that()
                .resideInAPackage(GUARD)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.precis..").and(resideOutsideOfPackages(GUARD)))
                .check(CLASSES);
    }

    @Test
    void theHouseKnowsOfTheGuardOnlyItsFace() {
        Set<String> used = CLASSES.stream()
                .filter(resideOutsideOfPackages(GUARD))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(dependency -> outermost(dependency.getTargetClass()))
                .filter(resideInAPackage(GUARD))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used)
                .containsExactlyInAnyOrder(
                        "Budget",
                        "Capacity",
                        "Conditions",
                        "Engine",
                        "Lanes",
                        "Ledger",
                        "Limits",
                        "Overload",
                        "QueryReader",
                        "QueryRequest",
                        "Refusal",
                        "Spool",
                        "Stopped",
                        "Throttle");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(LayerRuleTest::outermost).orElse(type);
    }

    @Test
    void everyPackageIsInTheDrawing() {
        assertThat(packages())
                .containsExactlyInAnyOrder(
                        "dev.precis.ontology",
                        "dev.precis.pipeline.app",
                        "dev.precis.pipeline.app.desk",
                        "dev.precis.pipeline.app.run",
                        "dev.precis.pipeline.app.scale",
                        "dev.precis.pipeline.app.scale.broker",
                        "dev.precis.pipeline.app.serve",
                        "dev.precis.pipeline.app.settings",
                        "dev.precis.pipeline.correct",
                        "dev.precis.pipeline.domain",
                        "dev.precis.pipeline.domain.page",
                        "dev.precis.pipeline.domain.registry",
                        "dev.precis.pipeline.execute",
                        "dev.precis.pipeline.domain.serving",
                        "dev.precis.pipeline.extract",
                        "dev.precis.pipeline.extract.block",
                        "dev.precis.pipeline.extract.date",
                        "dev.precis.pipeline.extract.entry",
                        "dev.precis.pipeline.extract.post",
                        "dev.precis.pipeline.extract.words",
                        "dev.precis.pipeline.fields",
                        "dev.precis.pipeline.look",
                        "dev.precis.pipeline.map",
                        "dev.precis.pipeline.picture",
                        "dev.precis.pipeline.quarantine",
                        "dev.precis.pipeline.reading",
                        "dev.precis.pipeline.reconcile",
                        "dev.precis.pipeline.route",
                        "dev.precis.pipeline.route.drop",
                        "dev.precis.pipeline.route.stage",
                        "dev.precis.pipeline.source",
                        "dev.precis.pipeline.source.crawl",
                        "dev.precis.pipeline.source.picture",
                        "dev.precis.pipeline.source.registry",
                        "dev.precis.pipeline.source.warc",
                        "dev.precis.pipeline.trial",
                        "dev.precis.pipeline.understand",
                        "dev.precis.pipeline.understand.check",
                        "dev.precis.pipeline.understand.citation",
                        "dev.precis.pipeline.understand.citation.clean",
                        "dev.precis.pipeline.understand.citation.tagger",
                        "dev.precis.pipeline.understand.finding",
                        "dev.precis.pipeline.understand.finding.claim",
                        "dev.precis.pipeline.understand.finding.token",
                        "dev.precis.pipeline.understand.topic",
                        "dev.precis.pipeline.validate",
                        "dev.precis.sparql.archive",
                        "dev.precis.sparql.effect",
                        "dev.precis.sparql.face",
                        "dev.precis.sparql.endpoint",
                        "dev.precis.sparql.guard.engine",
                        "dev.precis.sparql.guard.function",
                        "dev.precis.sparql.guard.limit",
                        "dev.precis.sparql.guard.schedule",
                        "dev.precis.sparql.entity",
                        "dev.precis.sparql.index",
                        "dev.precis.sparql.language",
                        "dev.precis.sparql.mail",
                        "dev.precis.sparql.page",
                        "dev.precis.sparql.page.compiled",
                        "dev.precis.sparql.plot",
                        "dev.precis.sparql.query",
                        "dev.precis.sparql.query.asker",
                        "dev.precis.sparql.redirect",
                        "dev.precis.sparql.release",
                        "dev.precis.sparql.site",
                        "dev.precis.sparql.site.files",
                        "dev.precis.sparql.site.oai",
                        "dev.precis.sparql.site.ldes",
                        "dev.precis.sparql.site.section",
                        "dev.precis.sparql.site.service",
                        "dev.precis.sparql.words",
                        "dev.precis.sparql.write",
                        "dev.precis.sparql.write.bibliography",
                        "dev.precis.sparql.write.feed");
    }

    @Test
    void packagesFormNoCycle() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String name = type.getPackageName();
                        return SliceIdentifier.of(name.equals(GENERATED) ? "dev.precis.sparql.page" : name);
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void noHallIsFullerThanOneCanSeeAtAGlance() {
        assertThat(House.halls())
                .allSatisfy((hall, files) -> assertThat(files).as(hall).isLessThanOrEqualTo(House.FULLEST_HALL));
    }

    @Test
    void hardlyAnyClassesStandInACircle() {
        assertThat(House.circles(CLASSES))
                .hasSizeLessThanOrEqualTo(House.MOST_CIRCLES)
                .allSatisfy(circle -> assertThat(circle).hasSizeLessThanOrEqualTo(House.WIDEST_CIRCLE));
        assertThat(House.sourceCircles(House.SITE))
                .allSatisfy(circle -> assertThat(circle).hasSizeLessThanOrEqualTo(House.WIDEST_CIRCLE));
    }

    @Test
    void nounsKnowTheLanguageOnly() {
        classes()
                .that()
                .resideInAPackage("dev.precis.pipeline.domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java.lang..",
                                "java.util..",
                                "java.math",
                                "java.text",
                                "java.time..",
                                "java.nio.charset",
                                "java.nio.file",
                                "java.security",
                                "org.jspecify..",
                                "dev.precis.pipeline.domain..")
                        .or(are(DescribedPredicate.describe("java.net.URI", type -> type.isEquivalentTo(URI.class)))))
                .check(CLASSES);
    }

    /** Distributions are for what checks printed numbers, and for what follows from them. */
    @Test
    void distributionsAreSeenInTwoPlacesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.precis.pipeline.understand.check", "dev.precis.sparql.effect")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons.statistics..")
                .check(CLASSES);
    }

    /** Each library has its place. */
    @ParameterizedTest
    @CsvSource({
        "org.jsoup.., extract..",
        "org.commonmark.., extract look",
        "org.apache.camel.., route.. app.scale.broker",
        "org.apache.kafka.., app.scale..",
        "org.apache.hc.., source",
        "crawlercommons.., source..",
        "org.netpreserve.jwarc.., source.warc",
        "org.apache.commons.compress.., source.warc",
        "com.cronutils.., source..",
        "org.yaml.., fields",
        "picocli.., app..",
    })
    void aLibraryIsSeenInItsPlaceOnly(String library, String places) {
        String[] own =
                Stream.of(places.split(" ")).map("dev.precis.pipeline."::concat).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(own)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
        assertThat(CLASSES.stream()
                        .filter(resideInAnyPackage(own))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(dependency -> resideInAnyPackage(library).test(dependency.getTargetClass())))
                .as("%s is used at all", library)
                .isTrue();
    }

    @Test
    void onlyTheIndexKnowsHowWordsAreIndexed() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.precis.sparql.words", "dev.precis.sparql.index")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.lucene..", "org.apache.jena.query.text..")
                        // that there are too many hits is all that others need to know
                        .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(TextIndexException.class))))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "fields", "source..", "extract..", "understand.."})
    void whatComesBeforeTheGraphKnowsNoRdf(String name) {
        noClasses()
                .that()
                .resideInAPackage("dev.precis.pipeline." + name)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.jena..")
                .check(CLASSES);
    }

    /** Else a change of them would have to have everything read again. */
    @ParameterizedTest
    @ValueSource(strings = {"crawl", "resolver", "serving"})
    void nothingThatIsStoredIsMadeOfWhatIsNoInputOfIt(String part) {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.precis.pipeline.extract..",
                        "dev.precis.pipeline.understand..",
                        "dev.precis.pipeline.correct",
                        "dev.precis.pipeline.map",
                        "dev.precis.pipeline.validate")
                .should()
                .callMethod(SourceProfile.class, part)
                .check(CLASSES);
    }

    @Test
    void understandingSeesOfTheOntologyOnlyConceptsAndSchemes() {
        noClasses()
                .that()
                .resideInAPackage("dev.precis.pipeline.understand..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.precis.ontology..")
                        .and(DescribedPredicate.describe(
                                "are neither Concept nor ConceptScheme",
                                type -> !type.isEquivalentTo(Concept.class)
                                        && !type.isEquivalentTo(ConceptScheme.class))))
                .check(CLASSES);
    }

    @Test
    void onlySourceAsksTheNetwork() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.precis.pipeline.source")
                .and()
                .haveNameNotMatching(".*\\.app\\.run\\.Courier") // it tells, and reads no answer
                .and()
                .resideOutsideOfPackage(SCALE) // it speaks to machines of the same operator, and reads no pages
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(org.jsoup.Jsoup.class, "connect", String.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.precis.pipeline.app")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(packages()).allSatisfy(name -> {
            JavaPackage ours = CLASSES.getPackage(name);
            assertThat(name.equals(GENERATED) || ours.isAnnotatedWith(NullMarked.class))
                    .as(name)
                    .isTrue();
        });
    }

    private static Set<String> packages() {
        Set<String> names = new TreeSet<>();
        CLASSES.forEach(type -> names.add(type.getPackageName()));
        return names;
    }
}
