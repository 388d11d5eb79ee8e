package dev.precis.pipeline;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The house in figures: how full its halls are, and which classes stand in circles. {@code bench/house} prints it. */
final class House {
    static final int FULLEST_HALL = 31;
    static final int MOST_CIRCLES = 5;
    static final int WIDEST_CIRCLE = 2;

    private static final String ROOT = "dev.precis.";
    static final String SITE = "dev.precis.sparql.site";
    private static final String GENERATED = "dev.precis.sparql.page.compiled";
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("ontology", "sparql", "pipeline");
    private static final Pattern NO_CODE = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\\n])*\"");

    private static final Pattern NAME = Pattern.compile("(?<![.\\w])([A-Z]\\w*)");

    private House() {}

    /** All classes of ours but those of tests. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.precis");
    }

    /** Prints the figures; exit code 1 where a bound is broken. */
    public static void main(String[] arguments) {
        Map<String, Integer> halls = halls();
        Collection<Set<String>> circles = circles(classes());
        Collection<Set<String>> inSource = sourceCircles(SITE);
        say("files of each package, at most %d wanted:", FULLEST_HALL);
        halls.forEach((hall, files) -> say("%6d  %s%s", files, hall, files > FULLEST_HALL ? "  TOO MANY" : ""));
        say("circles of classes: %d, at most %d of %d classes wanted", circles.size(), MOST_CIRCLES, WIDEST_CIRCLE);
        circles.forEach(House::say);
        say("circles in the source of sparql.site: %d, none of more than %d wanted", inSource.size(), WIDEST_CIRCLE);
        inSource.forEach(House::say);
        long main = lines("src/main", "");
        long tests = lines("src/test", "");
        long engine = lines("src/main", "/guard/engine/") + lines("src/main", "/guard/schedule/");
        long guard = lines("src/main", "/guard/");
        say(
                "lines of Java: main %d (43149 before), tests %d, tests : main %.2f (0.51 before)",
                main, tests, 1.0 * tests / main);
        say(
                "lines of the guard: engine and schedule %d, the rest %d, all %d (4167 before)",
                engine, guard - engine, guard);
        boolean keeps = halls.values().stream().allMatch(files -> files <= FULLEST_HALL)
                && circles.size() <= MOST_CIRCLES
                && Stream.concat(circles.stream(), inSource.stream())
                        .allMatch(circle -> circle.size() <= WIDEST_CIRCLE);
        System.exit(keeps ? 0 : 1);
    }

    /** How many files each package has. */
    static Map<String, Integer> halls() {
        Map<String, Integer> halls = new TreeMap<>();
        for (Path file : sources("src/main")) {
            String path = HOME.relativize(file.getParent()).toString();
            halls.merge(path.replaceFirst(".*src/main/java/", "").replace('/', '.'), 1, Integer::sum);
        }
        return halls;
    }

    /** Classes that need each other; a class and those nested in it are one. */
    static Collection<Set<String>> circles(JavaClasses classes) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (JavaClass type : classes) {
            if (!type.getPackageName().equals(GENERATED)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> file(dependency.getTargetClass().getBaseComponentType()))
                        .filter(name -> name.startsWith(ROOT) && !name.startsWith(GENERATED))
                        .forEach(arrows.computeIfAbsent(file(type), name -> new TreeSet<>())::add);
            }
        }
        return circles(arrows);
    }

    private static String file(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    /**
     * Classes of a package and of those below it whose sources name each other; what the compiler copies from one class
     * to another, such as the text of a constant, is seen here only.
     */
    static Collection<Set<String>> sourceCircles(String name) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : sources("src/main")) {
            if (file.toString().contains(name.replace('.', '/') + "/")) {
                texts.put(file.getFileName().toString().replace(".java", ""), code(file));
            }
        }
        Pattern foreign = Pattern.compile("import (?!static |" + name + "\\.)[\\w.]+\\.(\\w+);");
        Pattern ours = Pattern.compile("import static " + name + "\\.[a-z.]*(\\w+)");
        Map<String, Set<String>> arrows = new TreeMap<>();
        texts.forEach((file, text) -> {
            Set<String> named = found(NAME, text);
            named.removeAll(found(foreign, text));
            named.addAll(found(ours, text));
            named.retainAll(texts.keySet());
            arrows.put(file, named);
        });
        return circles(arrows);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The largest sets within which every name leads to every other, as long as they are of more than one. */
    private static Collection<Set<String>> circles(Map<String, Set<String>> arrows) {
        Map<String, Set<String>> reached = new TreeMap<>();
        arrows.keySet().forEach(name -> reached.put(name, reached(name, arrows)));
        Map<String, Set<String>> circles = new TreeMap<>();
        reached.forEach((name, others) -> {
            TreeSet<String> circle = others.stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (circle.size() > 1) {
                circles.put(circle.toString(), circle);
            }
        });
        return circles.values();
    }

    private static Set<String> reached(String from, Map<String, Set<String>> arrows) {
        Set<String> reached = new TreeSet<>();
        List<String> next = List.of(from);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(name -> arrows.getOrDefault(name, Set.of()).stream())
                    .filter(reached::add)
                    .toList();
        }
        return reached;
    }

    private static long lines(String folder, String part) {
        return sources(folder).stream()
                .filter(file -> file.toString().contains(part))
                .mapToLong(file -> text(file).lines().count())
                .sum();
    }

    private static List<Path> sources(String folder) {
        return MODULES.stream()
                .flatMap(module -> {
                    try (Stream<Path> files = Files.walk(HOME.resolve(module).resolve(folder))) {
                        return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static String code(Path file) {
        return NO_CODE.matcher(text(file)).replaceAll("");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Set<String> circle) {
        say("%6d  %s", circle.size(), String.join(" ", circle).replace(ROOT, ""));
    }

    private static void say(String form, Object... figures) {
        System.out.println(form.formatted(figures));
    }
}
